import type { Selectable } from 'kysely'
import type { Queries } from '../../platform/database/database'
import type { HearingParties, HearingQuestions, MeetingDemands } from '../../platform/database/schema'

export type PartyRow = Selectable<HearingParties>
export type QuestionRow = Selectable<HearingQuestions>
export type DemandRow = Selectable<MeetingDemands>

const ORDER = ['burdened', 'applicant', 'authority', 'other']

/** The burdened first. */
export async function partiesOf(
  queries: Queries,
  compoundId: string,
  meetingId: string,
): Promise<PartyRow[]> {
  const rows = await queries
    .selectFrom('hearingParties')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .orderBy('label')
    .orderBy('id')
    .execute()
  return rows.sort((a, b) => ORDER.indexOf(a.side) - ORDER.indexOf(b.side))
}

export const questionsOf = (
  queries: Queries,
  compoundId: string,
  meetingId: string,
): Promise<QuestionRow[]> =>
  queries
    .selectFrom('hearingQuestions')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .orderBy('at')
    .orderBy('id')
    .execute()

export const demandsOf = (queries: Queries, compoundId: string, meetingId: string): Promise<DemandRow[]> =>
  queries
    .selectFrom('meetingDemands')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .orderBy('at')
    .orderBy('id')
    .execute()
