import type { deliberate, MeetingCard } from '@yishiting/domain/contract/deliberate'
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Queries } from '../platform/database/database'
import { cutPage, fromCursor } from '../platform/http/cursor'
import { iso } from '../platform/matters/cards'

interface CardRow {
  id: string
  kind: MeetingCard['kind']
  title: string
  state: MeetingCard['state']
  startsAt: number
  noticedAt: number
  place: string
  online: boolean
  itemTitles: string[]
  going: number
  myRsvp: 'yes' | 'no' | null
}

/** A matter can turn private after it was announced (a review may sort it anew): then its words are no longer shown. */
export const PRIVATE_TITLE = '不公开的事'
const openTitle = sql`case when x.is_private then ${sql.lit(PRIVATE_TITLE)} else x.title end`

/** The columns of a meeting's card, for the meetings `m` that `where` names. */
export function selectMeetingCards(
  compoundId: string,
  personId: string,
  where: RawBuilder<unknown>,
): RawBuilder<CardRow> {
  return sql<CardRow>`
    select m.id, m.kind, m.title, m.state, m.starts_at, m.noticed_at, m.place, m.online,
      array(select coalesce(${openTitle}, i.body, i.title) from meeting_items i left join matters x on x.compound_id = i.compound_id and x.id = i.matter_id
        where i.compound_id = m.compound_id and i.meeting_id = m.id order by i.position) as item_titles,
      (select count(*)::int from meeting_people p where p.compound_id = m.compound_id and p.meeting_id = m.id
        and p.rsvp = 'yes') as going,
      (select p.rsvp from meeting_people p where p.compound_id = m.compound_id and p.meeting_id = m.id
        and p.person_id = ${personId}) as my_rsvp
    from meetings m where m.compound_id = ${compoundId} and ${where}`
}

export const meetingCard = (row: CardRow): MeetingCard => ({
  ...row,
  startsAt: iso(row.startsAt),
  noticedAt: iso(row.noticedAt),
})

type Query = z.output<(typeof deliberate.meetings)['query']>

/** Coming meetings, the next first; past ones, the latest first. */
export async function listMeetings(
  queries: Queries,
  compoundId: string,
  personId: string,
  query: Query,
): Promise<{ meetings: MeetingCard[]; next: string | null }> {
  const after = fromCursor(query.cursor)
  const isComing = query.when === 'coming'
  const states = isComing ? sql`m.state in ('noticed', 'open')` : sql`m.state in ('closed', 'cancelled')`
  const compare = isComing ? sql`>` : sql`<`
  const from = after ? sql`and (m.starts_at, m.id) ${compare} (${new Date(after.at)}, ${after.id})` : sql``
  const order = isComing ? sql`m.starts_at, m.id` : sql`m.starts_at desc, m.id desc`
  const cards = selectMeetingCards(compoundId, personId, sql`${states} ${from}`)
  const { rows } = await sql<CardRow>`${cards} order by ${order} limit ${query.limit + 1}`.execute(queries)
  const cut = cutPage(rows, query.limit, (row) => ({ at: row.startsAt, id: row.id }))
  return { meetings: cut.page.map(meetingCard), next: cut.next }
}

interface Candidate {
  matterId: string
  routeId: string
  receipt: string
  title: string
  code: z.input<(typeof deliberate.agendaCandidates)['response']>['candidates'][number]['code']
  supports: number
}

const CANDIDATES_MAX = 50

/** Matters that a meeting can take: waiting to be decided, public, the most supported first. */
export async function agendaCandidates(queries: Queries, compoundId: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select m.id as matter_id, r.id as route_id, m.receipt, m.title, r.code, m.supports
    from matter_routes r join matters m on m.compound_id = r.compound_id and m.id = r.matter_id
    where r.compound_id = ${compoundId} and m.state = 'sorted' and not m.is_private
      and r.code in ('deliberation', 'owners', 'residents') and r.state in ('sorted', 'referred', 'deliberated')
    order by m.supports desc, m.raised_at limit ${CANDIDATES_MAX}
  `.execute(queries)
  return rows
}
