import type { Answer } from '@yishiting/domain/deliberate/opinion/votes'
import { type Instant, MINUTE } from '@yishiting/domain/matter/instant'
import { stateOpinion } from '../../deliberate/opinion/statements'
import { moment } from '../../platform/database/database'
import { chance } from '../chance'
import { NEIGHBOURS } from '../compound'
import { ANSWERING, STATEMENTS, type StatementPlan } from '../histories/statements'
import { COMPOUND_ID } from '../ids'
import type { MeetingPlan } from '../story/meeting-plan'
import { id, meetingId } from '../story/names'
import type { HallAct } from './hall-act'
import { callBy } from './stage'

const EVERY = 20 * MINUTE

/** What somebody of a camp answers: mostly as it leans, now and then not, and not to everything. */
function answerOf(lean: Answer, by: { next(): number }): Answer | null {
  const roll = by.next()
  if (roll < 0.12) return null
  if (lean === 0) return roll < 0.4 ? 1 : roll < 0.7 ? -1 : 0
  if (roll < 0.2) return 0
  return roll < 0.28 ? (-lean as Answer) : lean
}

interface Row {
  statementId: string
  personId: string
  value: Answer
}

function answersTo(ids: ReadonlyMap<string, string>): Row[] {
  const by = chance('opinions')
  const writers = new Set(STATEMENTS.map((plan) => plan.by))
  const others = by.shuffle(NEIGHBOURS.map(({ key }) => key).filter((key) => !writers.has(key)))
  const camps = { riders: others.slice(0, ANSWERING.riders), quiet: others.slice(-ANSWERING.quiet) }
  return (['riders', 'quiet'] as const).flatMap((camp) =>
    camps[camp].flatMap((key) =>
      STATEMENTS.flatMap((plan: StatementPlan): Row[] => {
        const value = answerOf(plan[camp], by)
        const statementId = ids.get(plan.text)
        return value === null || !statementId ? [] : [{ statementId, personId: id(key), value }]
      }),
    ),
  )
}

/** Neighbours write what they think before the meeting, and answer each other. */
export function opinionActs(plan: MeetingPlan): HallAct[] {
  const meeting = meetingId(plan.key)
  const written = STATEMENTS.map(
    (statement, index): HallAct => ({
      kind: 'hall',
      at: plan.noticedAt + (index + 1) * EVERY,
      name: `statement ${index + 1}`,
      run: ({ tx }, at) =>
        stateOpinion(tx, {
          ...callBy(statement.by, at),
          params: { meetingId: meeting },
          body: { text: statement.text, itemId: null, isDifferent: true, forId: null },
        }),
    }),
  )
  const answered: HallAct = {
    kind: 'hall',
    at: plan.noticedAt + (STATEMENTS.length + 1) * EVERY,
    name: 'answers to the statements',
    run: async ({ tx }, at: Instant) => {
      const rows = await tx
        .selectFrom('meetingStatements')
        .select(['id', 'text'])
        .where('compoundId', '=', COMPOUND_ID)
        .where('meetingId', '=', meeting)
        .execute()
      const answers = answersTo(new Map(rows.map((row) => [row.text, row.id])))
      const common = { compoundId: COMPOUND_ID, meetingId: meeting, at: moment(at) }
      await tx
        .insertInto('statementAnswers')
        .values(answers.map((answer) => ({ ...common, ...answer })))
        .execute()
    },
  }
  return [...written, answered]
}
