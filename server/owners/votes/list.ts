import type { VoteCardView } from '@yishiting/domain/contract/owners'
import { stateAt, type VoteState } from '@yishiting/domain/owners/vote'
import { mayEver } from '@yishiting/domain/people/abilities'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import { cutPage, fromCursor } from '../../platform/http/cursor'
import { iso } from '../../platform/matters/cards'
import { waitsForVoter } from '../../platform/matters/uncast'
import type { Asker } from './asker'
import { lineOf } from './line'

interface Row {
  id: string
  receipt: string
  title: string
  state: VoteState
  opensAt: number
  closesAt: number
  publishedAt: number | null
  objectionsUntil: number | null
  itemTitles: string[]
  waitsForMe: boolean
}

/** Open, announced, drafts, closed, and then all that is over; by the clock, not by what is stored. */
const rankAt = (now: number) => sql<number>`case
  when v.state in ('noticed', 'open') and v.closes_at > ${new Date(now)} then case when v.opens_at <= ${new Date(now)} then 0 else 1 end
  when v.state = 'draft' then 2
  when v.state in ('noticed', 'open', 'closed') then 3
  else 4 end`

/** All votes; what was never announced only for those who convene. */
export async function listVotes(
  queries: Queries,
  { compoundId, actor, now }: Asker,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ votes: VoteCardView[]; next: string | null }> {
  const after = fromCursor(page.cursor)
  const { rows } = await sql<Row>`
    with v as (
      select *, ${rankAt(now)} as rank from owner_votes v
      where compound_id = ${compoundId} and (noticed_at is not null or ${mayEver(actor, 'conveneVote')})
    )
    select v.id, v.receipt, v.title, v.state, v.opens_at, v.closes_at, v.published_at, v.objections_until,
      array(select i.title from owner_vote_items i where i.compound_id = v.compound_id and i.vote_id = v.id order by i.position) as item_titles,
      ${mayEver(actor, 'castBallot')} and ${waitsForVoter(actor.id, now)} as waits_for_me
    from v
    where ${after === null} or (-rank, opens_at, id) < (select -rank, opens_at, id from v where id = ${after?.id ?? null}::uuid)
    order by rank, opens_at desc, id desc limit ${page.limit + 1}
  `.execute(queries)
  const cut = cutPage(rows, page.limit, (row) => ({ at: row.opensAt, id: row.id }))
  const votes = cut.page.map((row): VoteCardView => {
    const state = stateAt(row, now)
    const { waitsForMe } = row
    return {
      id: row.id,
      receipt: row.receipt,
      title: row.title,
      state,
      opensAt: iso(row.opensAt),
      closesAt: iso(row.closesAt),
      itemTitles: row.itemTitles,
      waitsForMe,
      line: lineOf(row, state, waitsForMe, now),
    }
  })
  return { votes, next: cut.next }
}
