import type { Queries } from '../platform/database/database'
import { iso } from '../platform/matters/cards'
import { labelsOf } from '../platform/matters/people'
import { type StepKind, WORDS } from './words'

export interface MeetingEvent {
  seq: number
  at: string
  kind: string
  label: string
  words: string
}

const CAUGHT_UP_MAX = 200
/** Of a PostgreSQL int. */
const SEQ_MAX = 2_147_483_647

/**
 * What happened after event `after` up to `until`, in order; at most the last 200: whoever was away longer reads the page.
 * `until` is that of the picture it goes with: a later event goes with a later picture.
 */
export async function eventsAfter(
  queries: Queries,
  compoundId: string,
  meetingId: string,
  after: number,
  until = SEQ_MAX,
): Promise<MeetingEvent[]> {
  const rows = await queries
    .selectFrom('meetingEvents')
    .select(['seq', 'at', 'kind', 'byId', 'body'])
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('seq', '>', after)
    .where('seq', '<=', until)
    .orderBy('seq', 'desc')
    .limit(CAUGHT_UP_MAX)
    .execute()
  if (rows.length === 0) return []
  const labels = await labelsOf(
    queries,
    compoundId,
    rows.map(({ byId }) => byId),
  )
  return rows.reverse().map(({ seq, at, kind, byId, body }) => {
    const { words } = body as { words?: string }
    const what = WORDS[kind as StepKind] ?? '更新'
    return {
      seq,
      at: iso(at),
      kind,
      label: labels.get(byId ?? '') ?? '系统',
      words: words ? `${what}：${words}` : what,
    }
  })
}
