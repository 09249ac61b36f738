import type { MatterEvent } from '@yishiting/domain/matter/events'
import type { Matter } from '@yishiting/domain/matter/matter'
import { tell } from '@yishiting/domain/matter/telling'
import { BRANCH_ROLES } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Queries } from '../database/database'
import { notify } from '../notices/notify'
import type { MatterRow } from './rows'

async function followersOf(queries: Queries, compoundId: string, matterId: string): Promise<string[]> {
  const rows = await queries
    .selectFrom('follows')
    .select('personId')
    .where('compoundId', '=', compoundId)
    .where('matterId', '=', matterId)
    .execute()
  return rows.map((row) => row.personId)
}

export async function branchOf(queries: Queries, compoundId: string): Promise<string[]> {
  const rows = await queries
    .selectFrom('members')
    .select('personId')
    .where('compoundId', '=', compoundId)
    .where(sql<boolean>`roles && ${[...BRANCH_ROLES]}::text[]`)
    .execute()
  return rows.map((row) => row.personId)
}

const QUIET: ReadonlySet<MatterEvent['type']> = new Set(['edit', 'rate', 'start', 'raise', 'deliberate'])
const FOR_BRANCH: ReadonlySet<MatterEvent['type']> = new Set([
  'resubmit',
  'object',
  'reopen',
  'claimDone',
  'escalate',
])

/** Tells the people whose matter moves: reporter, followers, whoever typed it, the lead, and the branch where it must act. */
export async function tellPeople(
  queries: Queries,
  compoundId: string,
  row: Pick<MatterRow, 'id' | 'title' | 'receipt'>,
  matter: Matter,
  events: readonly MatterEvent[],
  context: { now: number; actorId: string | null; who: string },
): Promise<void> {
  for (const event of events) {
    const told = tell(event, context.who)
    const route = matter.routes.find((each) => each.id === event.routeId)
    const people = new Set<string | null>()
    if (!QUIET.has(event.type)) {
      for (const id of [matter.reporterId, matter.raisedById]) people.add(id)
      // Whoever followed before it was made private may no longer see it.
      if (!matter.isPrivate) for (const id of await followersOf(queries, compoundId, row.id)) people.add(id)
      for (const each of route ? [route] : matter.routes)
        for (const id of [each.leadId, each.checkerId, ...each.helperIds]) people.add(id)
    }
    if (FOR_BRANCH.has(event.type)) for (const id of await branchOf(queries, compoundId)) people.add(id)
    await notify(
      queries,
      compoundId,
      people,
      { title: `“${row.title}” ${told.title}`, body: told.text || `编号 ${row.receipt}`, matterId: row.id },
      { now: context.now, except: context.actorId },
    )
  }
}
