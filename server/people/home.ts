import type { HomeView } from '@yishiting/domain/contract/people'
import type { Actor } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Queries } from '../platform/database/database'
import { cardOf, iso, type Reading, runCards, selectCards } from '../platform/matters/cards'
import type { MatterRow } from '../platform/matters/rows'
import { countUnread } from './inbox'
import { whatWaits } from './waiting'

const NEARBY = 5
const MEETINGS = 2

/** 身边的事: those of my building or with much company first, then the liveliest. */
async function nearby(queries: Queries, reading: Reading) {
  const { compoundId, personId } = reading
  const rows = await runCards(
    queries,
    selectCards(
      sql<MatterRow>`
        select m.* from (
          select * from matters where compound_id = ${compoundId} and not is_private and is_open
          order by last_activity_at desc, id desc limit 60
        ) m
        left join members me on me.compound_id = ${compoundId} and me.person_id = ${personId}
        left join units u on u.compound_id = me.compound_id and u.id = me.unit_id
        order by (m.building_id = u.building_id) desc nulls last, m.last_activity_at desc limit ${NEARBY}`,
      reading,
    ),
  )
  return rows.sort((a, b) => b.lastActivityAt - a.lastActivityAt).map((row) => cardOf(row, reading))
}

interface MeetingRow {
  id: string
  kind: HomeView['meetings'][number]['kind']
  title: string
  state: HomeView['meetings'][number]['state']
  startsAt: number
  noticedAt: number
  place: string
  online: boolean
  itemTitles: string[]
  going: number
  myRsvp: 'yes' | 'no' | null
}

async function comingMeetings(queries: Queries, compoundId: string, personId: string) {
  const { rows } = await sql<MeetingRow>`
    select m.id, m.kind, m.title, m.state, m.starts_at, m.noticed_at, m.place, m.online,
      array(select coalesce(x.title, i.body, i.title) from meeting_items i left join matters x on x.compound_id = i.compound_id and x.id = i.matter_id
        where i.compound_id = m.compound_id and i.meeting_id = m.id and not coalesce(x.is_private, false) order by i.position) as item_titles,
      (select count(*)::int from meeting_people p where p.compound_id = m.compound_id and p.meeting_id = m.id
        and p.rsvp = 'yes') as going,
      (select p.rsvp from meeting_people p where p.compound_id = m.compound_id and p.meeting_id = m.id
        and p.person_id = ${personId}) as my_rsvp
    from meetings m where m.compound_id = ${compoundId} and m.state in ('noticed', 'open')
    order by m.starts_at limit ${MEETINGS}
  `.execute(queries)
  return rows.map((row) => ({ ...row, startsAt: iso(row.startsAt), noticedAt: iso(row.noticedAt) }))
}

/** The whole first screen in one answer. */
export async function viewHome(queries: Queries, reading: Reading, actor: Actor): Promise<HomeView> {
  const { compoundId, personId, now } = reading
  const open = await queries
    .selectFrom('matters')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('compoundId', '=', compoundId)
    .where('isOpen', '=', true)
    .where('isPrivate', '=', false)
    .executeTakeFirstOrThrow()
  return {
    unread: await countUnread(queries, compoundId, personId),
    waiting: await whatWaits(queries, { compoundId, actor, now }),
    nearby: await nearby(queries, reading),
    openCount: Number(open.n),
    meetings: await comingMeetings(queries, compoundId, personId),
  }
}
