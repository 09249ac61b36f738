import { DAY } from '@yishiting/domain/matter/instant'
import { sql } from 'kysely'
import { instantSql, type Queries } from '../platform/database/database'
import type { Platform } from '../platform/platform'
import { historiesOf } from './histories'
import { COMPOUND_ID } from './ids'
import { ownersActs } from './owners/acts'
import { insertPhotos, storePhotos } from './pictures/photos'
import { insertCompound } from './rows'
import { timesFrom } from './story/times'
import { walk } from './walk/walk'

async function isFilled(queries: Queries): Promise<boolean> {
  const row = await queries
    .selectFrom('compounds')
    .select('compoundId')
    .where('compoundId', '=', COMPOUND_ID)
    .executeTakeFirst()
  return row !== undefined
}

/** Whoever has a duty reads every day, a neighbour now and then: inboxes show what is new, and not everything is. */
async function readOldNotices(queries: Queries, now: number): Promise<void> {
  await sql`
    update notices n set read_at = n.at + interval '3 hours'
    from members m
    where n.compound_id = ${COMPOUND_ID} and m.compound_id = n.compound_id and m.person_id = n.person_id
      and n.at < case when m.duty_title is null then ${instantSql(now - 4 * DAY)} else ${instantSql(now - DAY)} end
  `.execute(queries)
}

/**
 * Fills the demo compound 幸福里 once, in one transaction, with histories that end at the clock's now. Does nothing when it is
 * there; of two processes starting at once the second waits for the first.
 */
export async function fillDemo(platform: Platform): Promise<void> {
  if (await isFilled(platform.db)) return
  const base = platform.clock.now()
  const times = timesFrom(base)
  const { acts, meetings } = historiesOf(times)
  await platform.db.transaction().execute(async (tx) => {
    // Longer than anybody in a request would wait: the other process may be filling.
    await sql`set local lock_timeout = '120s'`.execute(tx)
    await sql`set local statement_timeout = '120s'`.execute(tx)
    await sql`set local idle_in_transaction_session_timeout = '120s'`.execute(tx)
    await sql`select pg_advisory_xact_lock(hashtext('fill the demo'))`.execute(tx)
    if (await isFilled(tx)) return
    await insertCompound(tx, platform.secrets, base - 400 * DAY)
    await insertPhotos(tx, await storePhotos(platform.photos, acts))
    await walk({ tx, platform }, acts, meetings, ownersActs(times))
    await readOldNotices(tx, base)
  })
}
