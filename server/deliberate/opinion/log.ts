import type { Queries } from '../../platform/database/database'
import { iso } from '../../platform/matters/cards'
import { labelsOf } from '../../platform/matters/people'
import type { Told } from '../change'
import { loadMeeting } from '../load'
import { privateItems } from '../private-items'

/** What moderators did to statements: merged, hidden, shown again, each with its reason; for everybody to read. @throws not_found */
export async function moderatorLog(queries: Queries, compoundId: string, meetingId: string) {
  await loadMeeting(queries, compoundId, meetingId)
  const unsaid = await privateItems(queries, compoundId, meetingId)
  const events = await queries
    .selectFrom('meetingEvents')
    .select(['at', 'byId', 'body'])
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('kind', '=', 'settle_statement')
    .orderBy('seq')
    .execute()
  const labels = await labelsOf(
    queries,
    compoundId,
    events.map(({ byId }) => byId),
  )
  return {
    acts: events.map(({ at, byId, body }) => {
      const { itemId, words = '', reason = '' } = body as Told
      const isUnsaid = typeof itemId === 'string' && unsaid.has(itemId)
      return {
        at: iso(at),
        label: labels.get(byId ?? '') ?? '系统',
        words: isUnsaid ? '处理了一条不公开的事的看法' : words,
        reason: isUnsaid ? '' : reason,
      }
    }),
  }
}
