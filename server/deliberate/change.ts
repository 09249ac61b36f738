import { moment, type Tx } from '../platform/database/database'
import type { Call } from '../platform/http/route'
import { appendJournal } from '../platform/journal/append'

export type MeetingCall<Body = unknown> = Pick<
  Call<{ meetingId: string }, unknown, Body>,
  'params' | 'body' | 'compoundId' | 'caller' | 'now' | 'ifMatch'
>
export type ItemCall<Body = unknown> = Pick<
  Call<{ meetingId: string; itemId: string }, unknown, Body>,
  'params' | 'body' | 'compoundId' | 'caller' | 'now' | 'ifMatch'
>

type Kind =
  | 'convene'
  | 'cancel'
  | 'check_in'
  | 'wrong_code'
  | 'open'
  | 'motion'
  | 'open_poll'
  | 'vote'
  | 'close_poll'
  | 'conclude'
  | 'close'

/** What happened in a meeting. `matter_id` stays empty: the steps of a matter are journalled by the matter itself. */
export async function journalMeeting(
  tx: Tx,
  call: Pick<MeetingCall, 'compoundId' | 'caller' | 'now'>,
  kind: Kind,
  meetingId: string,
  more: { reason?: string; extra?: Record<string, string | number | boolean | null>; after?: unknown } = {},
): Promise<void> {
  await appendJournal(tx, {
    compoundId: call.compoundId,
    at: call.now,
    kind,
    actorId: call.caller.personId || null,
    meetingId,
    ...more,
  })
}

interface MeetingChange {
  state?: string
  openedAt?: number
  closedAt?: number
  cancelReason?: string
}

/** A step of the moderator: the version moves, so that another moderator's older screen is told. */
export async function bumpMeeting(tx: Tx, call: MeetingCall, change: MeetingChange = {}): Promise<void> {
  const { openedAt, closedAt, ...rest } = change
  await tx
    .updateTable('meetings')
    .set((eb) => ({
      ...rest,
      ...(openedAt === undefined ? {} : { openedAt: moment(openedAt) }),
      ...(closedAt === undefined ? {} : { closedAt: moment(closedAt) }),
      version: eb('version', '+', 1),
    }))
    .where('compoundId', '=', call.compoundId)
    .where('id', '=', call.params.meetingId)
    .execute()
}
