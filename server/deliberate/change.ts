import { sql } from 'kysely'
import { moment, type Tx } from '../platform/database/database'
import type { Call } from '../platform/http/route'
import { appendJournal } from '../platform/journal/append'
import type { StepKind } from './words'

export type MeetingCall<Body = unknown> = Pick<
  Call<{ meetingId: string }, unknown, Body>,
  'params' | 'body' | 'compoundId' | 'caller' | 'now' | 'ifMatch'
>
export type ItemCall<Body = unknown> = Pick<
  Call<{ meetingId: string; itemId: string }, unknown, Body>,
  'params' | 'body' | 'compoundId' | 'caller' | 'now' | 'ifMatch'
>
export type PollCall<Body = unknown> = Pick<
  Call<{ meetingId: string; pollId: string }, unknown, Body>,
  'params' | 'body' | 'compoundId' | 'caller' | 'now' | 'ifMatch'
>

/** Kinds that are in the journal only: nobody's screen tells them one by one. */
type QuietKind =
  | 'check_in'
  | 'wrong_code'
  | 'vote'
  | 'tell'
  | 'add_guest'
  | 'submit'
  | 'state_opinion'
  | 'hearing'
  | 'demand'
  | 'minutes'
  | 'petition'

interface More {
  reason?: string
  extra?: Record<string, string | number | boolean | null>
  after?: unknown
}

/** What happened in a meeting. `matter_id` stays empty: the steps of a matter are journalled by the matter itself. */
export async function journalMeeting(
  tx: Tx,
  call: Pick<MeetingCall, 'compoundId' | 'caller' | 'now'>,
  kind: StepKind | QuietKind,
  meetingId: string,
  more: More = {},
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
  startsAt?: number
  cancelReason?: string
  chairId?: string
  currentItemId?: string | null
  tellerIds?: string[]
  place?: string
  mapNote?: string
  notice?: string
}

const momentOf = (at: number | undefined, name: 'openedAt' | 'closedAt' | 'startsAt') =>
  at === undefined ? {} : { [name]: moment(at) }

/** How an event is told to others: what, and about whom or what in a few words without names. */
export interface Told {
  words?: string
  /** Why, where everybody may read it. */
  reason?: string
  itemId?: string | null
}

async function takeSeq(tx: Tx, call: MeetingCall, change: MeetingChange, isStep: boolean): Promise<number> {
  const { openedAt, closedAt, startsAt, ...rest } = change
  const { eventSeq } = await tx
    .updateTable('meetings')
    .set((eb) => ({
      ...rest,
      ...momentOf(openedAt, 'openedAt'),
      ...momentOf(closedAt, 'closedAt'),
      ...momentOf(startsAt, 'startsAt'),
      eventSeq: eb('eventSeq', '+', 1),
      ...(isStep ? { version: eb('version', '+', 1) } : {}),
    }))
    .where('compoundId', '=', call.compoundId)
    .where('id', '=', call.params.meetingId)
    .returning('eventSeq')
    .executeTakeFirstOrThrow()
  return eventSeq
}

async function putEvent(tx: Tx, call: MeetingCall, kind: StepKind, seq: number, told: Told): Promise<void> {
  const { compoundId, caller, now } = call
  await sql`
    insert into meeting_events (compound_id, meeting_id, seq, at, kind, by_id, body)
    values (${compoundId}, ${call.params.meetingId}, ${seq}, ${moment(now)}, ${kind}, ${caller.personId || null},
      ${JSON.stringify(told)}::jsonb)
  `.execute(tx)
}

/**
 * A step of the moderator: the version moves, so that another moderator's older screen is told; an event goes out, and the
 * journal has its row. The meeting is locked by the caller.
 */
export async function takeStep(
  tx: Tx,
  call: MeetingCall,
  kind: StepKind,
  { change = {}, told = {}, ...more }: More & { change?: MeetingChange; told?: Told } = {},
): Promise<void> {
  await putEvent(tx, call, kind, await takeSeq(tx, call, change, true), told)
  await journalMeeting(tx, call, kind, call.params.meetingId, more)
}

/** What somebody in the room does: everybody sees it, no moderator's screen grows old by it. The meeting is locked by the caller. */
export async function takeFloor(
  tx: Tx,
  call: MeetingCall,
  kind: StepKind,
  { told = {}, ...more }: More & { told?: Told } = {},
): Promise<void> {
  await putEvent(tx, call, kind, await takeSeq(tx, call, {}, false), told)
  await journalMeeting(tx, call, kind, call.params.meetingId, more)
}
