import type { MatterEvent } from '@yishiting/domain/matter/events'
import type { Matter } from '@yishiting/domain/matter/matter'
import { sql } from 'kysely'
import { windClocks } from '../clock/clocks'
import { moment, type Queries } from '../database/database'
import { counterOf, receiptSql } from './receipt'
import { branchClocks, journalAll, matterColumns, type SaveContext } from './save'
import { gramsOf, gramsSql } from './search'

/** What a new matter has beside the facts that the rules know. */
export interface NewMatterWords {
  title: string
  body: string
  buildingId: string | null
  placeDetail: string
  sealedReporterName: Buffer | null
  capacity: string
  channel: string
  splitFromId?: string | null
}

/**
 * Writes a matter just raised, with its first journal row and its clocks. @returns its receipt number, e.g. SX-2026-000123.
 * Numbers have no gaps and are not used twice, so whoever draws one keeps all others waiting until his commit: it is drawn
 * last, in the statement that writes the matter itself.
 */
export async function insertMatter(
  queries: Queries,
  matter: Matter,
  words: NewMatterWords,
  context: SaveContext,
): Promise<string> {
  const { compoundId, now, rules } = context
  const splitFromId = words.splitFromId ?? null
  const event: MatterEvent = {
    type: 'raise',
    at: now,
    routeId: null,
    routeCode: null,
    from: null,
    to: 'raised',
    reason: '',
    extra: { capacity: words.capacity, channel: words.channel, splitFromId },
  }
  await windClocks(queries, branchClocks(matter, rules), { compoundId, matterId: matter.id })
  await journalAll(queries, compoundId, context.actorId, matter.id, [event], { after: matter })
  const row = {
    ...matterColumns(matter, now, rules),
    ...words,
    compoundId,
    id: matter.id,
    splitFromId,
    reporterId: matter.reporterId,
    raisedById: matter.raisedById,
    raisedAt: moment(matter.raisedAt),
  }
  const grams = gramsOf([words.title, words.body])
  const { receipt } = await queries
    .with('number', (db) =>
      db
        .insertInto('counters')
        .values({ compoundId, name: counterOf(now), value: 1 })
        .onConflict((conflict) =>
          conflict.columns(['compoundId', 'name']).doUpdateSet({ value: sql<number>`counters.value + 1` }),
        )
        .returning(receiptSql(now).as('receipt')),
    )
    .with('matter', (db) =>
      db
        .insertInto('matters')
        .values({ ...row, receipt: sql<string>`(select receipt from number)` })
        .returning('receipt'),
    )
    .with('words', (db) =>
      db.insertInto('matterWords').values({
        compoundId,
        matterId: matter.id,
        grams: sql<string[]>`${grams}::text[] || ${gramsSql(sql`(select receipt from number)`)}`,
      }),
    )
    .selectFrom('matter')
    .select('receipt')
    .executeTakeFirstOrThrow()
  return receipt
}
