import type { VoteCardView } from '@yishiting/domain/contract/owners'
import { stateAt, type VoteState } from '@yishiting/domain/owners/vote'
import { mayEver } from '@yishiting/domain/people/abilities'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import { cutPage, fromCursor } from '../../platform/http/cursor'
import { iso } from '../../platform/matters/cards'
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
  isUncast: boolean
}

/** All votes, the latest first; drafts only for those who convene. */
export async function listVotes(
  queries: Queries,
  { compoundId, actor, now }: Asker,
  page: { cursor?: string | undefined; limit: number },
): Promise<{ votes: VoteCardView[]; next: string | null }> {
  const after = fromCursor(page.cursor)
  const { rows } = await sql<Row>`
    select v.id, v.receipt, v.title, v.state, v.opens_at, v.closes_at, v.published_at, v.objections_until,
      array(select i.title from owner_vote_items i where i.compound_id = v.compound_id and i.vote_id = v.id order by i.position) as item_titles,
      exists (select 1 from owner_vote_voters r where r.compound_id = v.compound_id and r.vote_id = v.id and r.person_id = ${actor.id}
        and (r.until is null or r.until > ${new Date(now)})
        and not exists (select 1 from owner_ballots b where b.compound_id = r.compound_id and b.vote_id = r.vote_id
          and b.key_no = r.key_no and b.seat = r.seat)) as is_uncast
    from owner_votes v
    where v.compound_id = ${compoundId} and (v.state <> 'draft' or ${mayEver(actor, 'conveneVote')})
      and (${after === null} or (v.opens_at, v.id) < (${new Date(after?.at ?? 0)}, ${after?.id ?? null}::uuid))
    order by v.opens_at desc, v.id desc limit ${page.limit + 1}
  `.execute(queries)
  const cut = cutPage(rows, page.limit, (row) => ({ at: row.opensAt, id: row.id }))
  const votes = cut.page.map((row): VoteCardView => {
    const state = stateAt(row, now)
    const waitsForMe = state === 'open' && row.isUncast && mayEver(actor, 'castBallot')
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
