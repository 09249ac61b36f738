import type { act, TaskView } from '@yishiting/domain/contract/act'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Queries } from '../platform/database/database'
import { cutPage, fromCursor } from '../platform/http/cursor'
import { placeLabel } from '../platform/matters/cards'
import { readMatter } from '../platform/matters/load'
import { personAs } from '../platform/matters/people'
import { type Reader, routeViews, viewerOf } from '../platform/matters/view'
import type { Platform } from '../platform/platform'

type Query = z.output<(typeof act.tasks)['query']>
interface Row {
  id: string
  matterId: string
  due: number
  buildingName: string | null
}

// Work without a date comes last.
const NO_DATE = Date.parse('9999-01-01T00:00:00Z')

async function page(
  queries: Queries,
  reader: Reader,
  query: Query,
): Promise<{ page: Row[]; next: string | null }> {
  const after = fromCursor(query.cursor)
  const me = reader.actor.id
  const mine = sql`(r.lead_id = ${me} or ${me} = any (r.helper_ids) or (r.checker_id = ${me} and r.state = 'done_claimed'))`
  const due = sql`coalesce(r.due_at, ${new Date(NO_DATE)})`
  const { rows } = await sql<Row>`
    select r.id, r.matter_id, ${due} as due, b.name as building_name
    from matter_routes r
    join matters m on m.compound_id = r.compound_id and m.id = r.matter_id
    left join buildings b on b.compound_id = m.compound_id and b.id = m.building_id
    where r.compound_id = ${reader.compoundId} and m.state = 'sorted'
      and r.state in ('assigned', 'in_progress', 'extended', 'done_claimed', 'redo', 'escalated', 'resolved', 'referred')
      and ${query.scope === 'mine' ? mine : sql`not m.is_private`}
      ${after ? sql`and (${due}, r.id) > (${new Date(after.at)}, ${after.id})` : sql``}
    order by ${due}, r.id limit ${query.limit + 1}
  `.execute(queries)
  return cutPage(rows, query.limit, (row) => ({ at: row.due, id: row.id }))
}

async function taskOf(
  queries: Queries,
  platform: Platform,
  reader: Reader,
  row: Row,
): Promise<TaskView | null> {
  const loaded = await readMatter(queries, reader.compoundId, row.matterId, reader.actor)
  const { matter } = loaded
  const views = await routeViews(queries, platform, reader, matter)
  const route = views.find((view) => view.id === row.id)
  if (!route) return null
  const nobody = { label: '小区居民', name: null, phone: null, room: null }
  return {
    matterId: matter.id,
    receipt: loaded.row.receipt,
    title: loaded.row.title,
    placeLabel: placeLabel(row.buildingName, loaded.row.placeDetail),
    route,
    reporter: matter.reporterId
      ? await personAs(
          queries,
          platform.secrets,
          reader.compoundId,
          matter.reporterId,
          viewerOf(matter, reader.actor),
        )
      : nobody,
  }
}

/** What is to be done, the most pressing first. */
export async function readTasks(
  queries: Queries,
  platform: Platform,
  reader: Reader,
  query: Query,
): Promise<{ tasks: TaskView[]; next: string | null }> {
  const cut = await page(queries, reader, query)
  const tasks: TaskView[] = []
  for (const row of cut.page) {
    const task = await taskOf(queries, platform, reader, row)
    if (task) tasks.push(task)
  }
  return { tasks, next: cut.next }
}
