import type { Meeting } from '@yishiting/domain/deliberate/meeting'
import { checkReviewChair } from '@yishiting/domain/deliberate/review'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/database'
import { RefusalError, unwrap } from '../platform/http/problems'

/** 听证会: every household that bears the burden was invited, one by one (RULES.md §2). @throws parties_uninvited */
export async function checkParties(tx: Tx, compoundId: string, meeting: Meeting): Promise<void> {
  if (meeting.kind !== 'hearing') return
  const rows = await tx
    .selectFrom('hearingParties')
    .select('label')
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meeting.id)
    .where('side', '=', 'burdened')
    .where('invitedAt', 'is', null)
    .orderBy('label')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return
  throw new RefusalError({
    code: 'parties_uninvited',
    message: `还有 ${rows.length} 户没有请到：${rows.map(({ label }) => label).join('、')}。先一户一户请到，再开听证会。`,
    details: { left: rows.length },
  })
}

/** 评议会: whoever moderates did not do the work that is rated (RULES.md §2). @throws chair_did_the_work */
export async function checkChair(
  tx: Tx,
  compoundId: string,
  meeting: Meeting,
  chairId: string,
): Promise<void> {
  if (meeting.kind !== 'review') return
  const { rows } = await sql<{ personId: string }>`
    select distinct unnest(r.lead_id || r.helper_ids) as person_id
    from meeting_items i join matter_routes r on r.compound_id = i.compound_id and r.matter_id = i.matter_id
    where i.compound_id = ${compoundId} and i.meeting_id = ${meeting.id}
  `.execute(tx)
  unwrap(checkReviewChair({ chairId, doerIds: rows.map(({ personId }) => personId) }))
}
