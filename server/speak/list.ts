import type { speak } from '@yishiting/domain/contract/speak'
import { may } from '@yishiting/domain/people/abilities'
import type { Actor } from '@yishiting/domain/people/roles'
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Queries } from '../platform/database/database'
import { cutPage, fromCursor } from '../platform/http/cursor'
import { cardOf, type Reading, runCards, selectCards } from '../platform/matters/cards'
import type { MatterRow } from '../platform/matters/rows'
import { wordsMatch } from '../platform/matters/search'

type Filters = z.output<(typeof speak.list)['query']>
type Answer = z.input<(typeof speak.list)['response']>

/** What a private matter shows to a list: only to its parties, whoever acts on it, and those with a duty. */
function visibleTo(actor: Actor): RawBuilder<unknown> {
  if (may(actor, 'readPrivate')) return sql`true`
  // A scalar look-up, row by row where a row is private: of an `exists` PostgreSQL would make a hash of all routes.
  return sql`(not m.is_private or m.reporter_id = ${actor.id} or m.raised_by_id = ${actor.id} or (
    select true from matter_routes r where r.compound_id = m.compound_id and r.matter_id = m.id
      and (r.lead_id = ${actor.id} or r.checker_id = ${actor.id} or ${actor.id} = any (r.helper_ids)) limit 1))`
}

function conditions(filters: Filters, reading: Reading, actor: Actor): RawBuilder<unknown>[] {
  const after = fromCursor(filters.cursor)
  const all: (RawBuilder<unknown> | '' | false | null | undefined)[] = [
    sql`m.compound_id = ${reading.compoundId}`,
    visibleTo(actor),
    after && sql`(m.last_activity_at, m.id) < (${new Date(after.at)}, ${after.id})`,
    filters.stage && sql`m.stage = ${filters.stage}`,
    filters.topic && sql`m.topic = ${filters.topic}`,
    filters.route &&
      sql`m.id in (select r.matter_id from matter_routes r where r.compound_id = ${reading.compoundId} and r.code = ${filters.route})`,
    filters.buildingId && sql`m.building_id = ${filters.buildingId}`,
    filters.open && sql`m.is_open = ${filters.open === 'true'}`,
    filters.overdue && sql`m.late_at < ${new Date(reading.now)}`,
    filters.followed &&
      sql`m.id in (select matter_id from follows f where f.compound_id = ${reading.compoundId} and f.person_id = ${actor.id})`,
  ]
  const q = filters.q?.trim()
  if (q) {
    all.push(wordsMatch(reading.compoundId, q))
  }
  return all.filter((each): each is RawBuilder<unknown> => Boolean(each))
}

/** What I said and what I wrote down for others: each from its own index, in order, then together. */
function mineOf(me: string, ordered: (more: RawBuilder<unknown>[]) => RawBuilder<MatterRow>, limit: number) {
  const said = ordered([sql`m.reporter_id = ${me}`])
  const written = ordered([sql`m.raised_by_id = ${me}`, sql`m.reporter_id is distinct from ${me}`])
  return sql<MatterRow>`select * from ((${said}) union all (${written})) m
    order by m.last_activity_at desc, m.id desc limit ${limit + 1}`
}

/** A page of matters, latest activity first, by keyset on (last_activity_at, id). */
export async function listMatters(
  queries: Queries,
  filters: Filters,
  reading: Reading,
  actor: Actor,
): Promise<Answer> {
  const all = conditions(filters, reading, actor)
  const ordered = (more: RawBuilder<unknown>[]) => sql<MatterRow>`
    select m.* from matters m where ${sql.join([...all, ...more], sql` and `)}
    order by m.last_activity_at desc, m.id desc limit ${sql.raw(String(filters.limit + 1))}`
  const page = filters.mine ? mineOf(actor.id, ordered, filters.limit) : ordered([])
  // The plain list, as nearly everybody opens it; with a filter the best way depends on what is filtered by.
  const isPlain = Object.keys(filters).every((name) => name === 'limit')
  const rows = await runCards(queries, selectCards(page, reading, { isKept: isPlain }))
  const sorted = rows.sort((a, b) => b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? 1 : -1))
  const cut = cutPage(sorted, filters.limit, (row) => ({ at: row.lastActivityAt, id: row.id }))
  return { matters: cut.page.map((row) => cardOf(row, reading)), next: cut.next }
}
