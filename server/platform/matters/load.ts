import { INTENTS, type IntentType } from '@yishiting/domain/matter/intents'
import type { Matter } from '@yishiting/domain/matter/matter'
import { subjectFacts } from '@yishiting/domain/matter/subject'
import { may } from '@yishiting/domain/people/abilities'
import type { Actor } from '@yishiting/domain/people/roles'
import type { Queries } from '../database/database'
import { notFound, ProblemError } from '../http/problems'
import { type MatterRow, matterOf } from './rows'

export interface LoadedMatter {
  row: MatterRow
  matter: Matter
}

async function select(
  queries: Queries,
  compoundId: string,
  id: string,
  lock: boolean,
): Promise<LoadedMatter | null> {
  const query = queries
    .selectFrom('matters')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return null
  const routes = await queries
    .selectFrom('matterRoutes')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('matterId', '=', id)
    .orderBy('position')
    .execute()
  return { row, matter: matterOf(row, routes) }
}

/** A private matter stays between its parties, whoever has to act on it, and those with a duty. */
export function maySee(matter: Matter, actor: Actor): boolean {
  if (!matter.isPrivate) return true
  if (may(actor, 'readPrivate', subjectFacts(matter))) return true
  return matter.routes.some(
    (route) => may(actor, 'readPrivate', subjectFacts(matter, route)) || route.checkerId === actor.id,
  )
}

/**
 * The matter itself, for a voice or a comment: its routes are loaded only where they decide who may see it.
 * @throws not_found as {@link readMatter}
 */
export async function glanceAtMatter(
  queries: Queries,
  compoundId: string,
  id: string,
  actor: Actor,
): Promise<MatterRow> {
  const row = await queries
    .selectFrom('matters')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row && !row.isPrivate) return row
  return (await readMatter(queries, compoundId, id, actor)).row
}

/** @throws not_found when it is not there or not for this caller to see: the two look alike on purpose. */
export async function readMatter(
  queries: Queries,
  compoundId: string,
  id: string,
  actor: Actor,
): Promise<LoadedMatter> {
  const loaded = await select(queries, compoundId, id, false)
  if (!loaded || !maySee(loaded.matter, actor)) throw notFound('没有找到这件事，可能不公开，或不在这个小区。')
  return loaded
}

/**
 * The same, locked until the transaction ends, for a change. With `expected`, refuses when somebody was faster and tells
 * what he did.
 */
export async function lockMatter(
  queries: Queries,
  compoundId: string,
  id: string,
  actor: Actor,
  expected: number | null = null,
): Promise<LoadedMatter> {
  const loaded = await select(queries, compoundId, id, true)
  if (!loaded || !(actor.isSystem || maySee(loaded.matter, actor))) {
    throw notFound('没有找到这件事，可能不公开，或不在这个小区。')
  }
  if (expected !== null && expected !== loaded.row.version) throw await staleProblem(queries, loaded.row)
  return loaded
}

async function staleProblem(queries: Queries, row: MatterRow): Promise<ProblemError> {
  const last = await queries
    .selectFrom('journal')
    .leftJoin('members', (join) =>
      join
        .onRef('members.compoundId', '=', 'journal.compoundId')
        .onRef('members.personId', '=', 'journal.actorId'),
    )
    .select(['journal.kind', 'journal.at', 'members.label'])
    .where('journal.compoundId', '=', row.compoundId)
    .where('journal.matterId', '=', row.id)
    .orderBy('journal.id', 'desc')
    .executeTakeFirst()
  const what = last ? (INTENTS[last.kind as IntentType]?.name ?? '更新') : '更新'
  const by = last?.label ?? '系统'
  return new ProblemError('stale_version', {
    detail: `您看的时候，${by}已经“${what}”了。请先看最新的。`,
    details: { what, by, at: last ? new Date(last.at).toISOString() : null, version: row.version },
  })
}
