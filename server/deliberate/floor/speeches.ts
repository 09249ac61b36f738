import type { deliberate } from '@yishiting/domain/contract/deliberate'
import { queueOf, SPEECH_KINDS, type Speech, type SpeechKind } from '@yishiting/domain/deliberate/floor'
import { may } from '@yishiting/domain/people/abilities'
import { tidy } from '@yishiting/domain/speak/limits'
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import { moment, type Queries, type Tx } from '../../platform/database/database'
import type { MeetingSpeeches } from '../../platform/database/schema'
import { ProblemError, RefusalError } from '../../platform/http/problems'
import { newId } from '../../platform/ids'
import { type MeetingCall, takeFloor, takeStep } from '../change'
import { type LoadedMeeting, loadMeeting, lockToModerate } from '../load'

export type SpeechRow = Selectable<MeetingSpeeches>
type Ask = z.output<(typeof deliberate.askToSpeak)['body']>
type SpeechCall<Body = unknown> = MeetingCall<Body> & { params: { meetingId: string; speechId: string } }

export const speechesOf = (queries: Queries, compoundId: string, meetingId: string): Promise<SpeechRow[]> =>
  queries
    .selectFrom('meetingSpeeches')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .orderBy('askedAt')
    .orderBy('id')
    .execute()

/** As the rules see it: a guest without an account is counted by his place on the list. */
export const speechOf = (row: SpeechRow): Speech => ({
  id: row.id,
  itemId: row.itemId,
  speakerId: row.personId ?? row.guestId ?? row.id,
  kind: row.kind as SpeechKind,
  askedAt: row.askedAt,
  calledAt: row.calledAt,
  endedAt: row.endedAt,
  withdrawnAt: row.withdrawnAt,
})

function checkItemOpen({ meeting }: LoadedMeeting, itemId: string): void {
  if (meeting.state !== 'open')
    throw new RefusalError({ code: 'meeting_not_open', message: '会议还没有开始，开会后再举手。' })
  const item = meeting.items.find(({ id }) => id === itemId)
  if (!item) throw new RefusalError({ code: 'not_on_agenda', message: '这件事不在公布的议程上。' })
  if (item.outcome) throw new RefusalError({ code: 'already_concluded', message: '这一项已经有结果了。' })
}

interface Speaker {
  personId: string | null
  guestId: string | null
  label: string
}

async function personHere(tx: Tx, call: MeetingCall, personId: string): Promise<Speaker> {
  const row = await tx
    .selectFrom('meetingPeople as p')
    .innerJoin('members as m', (join) =>
      join.onRef('m.compoundId', '=', 'p.compoundId').onRef('m.personId', '=', 'p.personId'),
    )
    .select('m.label')
    .where('p.compoundId', '=', call.compoundId)
    .where('p.meetingId', '=', call.params.meetingId)
    .where('p.personId', '=', personId)
    .where('p.checkedInAt', 'is not', null)
    .executeTakeFirst()
  if (!row) throw new RefusalError({ code: 'not_checked_in', message: '先签到，再举手发言。' })
  return { personId, guestId: null, label: row.label }
}

async function guestHere(tx: Tx, call: MeetingCall, guestId: string): Promise<Speaker> {
  const row = await tx
    .selectFrom('meetingGuests')
    .select('label')
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('id', '=', guestId)
    .executeTakeFirst()
  if (!row) throw new RefusalError({ code: 'target_invalid', message: '到会名单上没有这个人。' })
  return { personId: null, guestId, label: row.label }
}

async function speakerOf(tx: Tx, call: MeetingCall<Ask>): Promise<Speaker> {
  const { forId, guestId } = call.body
  const isForOther = guestId !== null || (forId !== null && forId !== call.caller.personId)
  if (isForOther && !may(call.caller.actor, 'checkInOther')) throw new ProblemError('not_allowed')
  if (guestId !== null) return guestHere(tx, call, guestId)
  return personHere(tx, call, forId ?? call.caller.personId)
}

/** 举手: into the queue of a point; nobody stands in it twice. */
export async function askToSpeak(tx: Tx, call: MeetingCall<Ask>): Promise<void> {
  const { compoundId, now, body } = call
  const { meetingId } = call.params
  const loaded = await loadMeeting(tx, compoundId, meetingId, 'update')
  checkItemOpen(loaded, body.itemId)
  const speaker = await speakerOf(tx, call)
  const speeches = await speechesOf(tx, compoundId, meetingId)
  const who = speaker.personId ?? speaker.guestId
  if (queueOf(speeches.map(speechOf), body.itemId).some((each) => each.speakerId === who))
    throw new RefusalError({ code: 'already_queued', message: '已经在排队发言了，轮到会叫。' })
  const { speechSeconds, replySeconds } = loaded.row
  await tx
    .insertInto('meetingSpeeches')
    .values({
      compoundId,
      meetingId,
      id: newId(),
      itemId: body.itemId,
      ...speaker,
      kind: body.kind,
      askedAt: moment(now),
      seconds: body.kind === 'speech' ? speechSeconds : replySeconds,
    })
    .execute()
  const words = `${speaker.label}：${SPEECH_KINDS[body.kind]}`
  await takeFloor(tx, call, 'ask_to_speak', { told: { itemId: body.itemId, words } })
}

function setSpeech(tx: Tx, call: MeetingCall, id: string) {
  return tx
    .updateTable('meetingSpeeches')
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('id', '=', id)
}

async function findSpeech(tx: Tx, call: MeetingCall, id: string): Promise<SpeechRow> {
  const all = await speechesOf(tx, call.compoundId, call.params.meetingId)
  const speech = all.find((each) => each.id === id)
  if (!speech) throw new RefusalError({ code: 'target_invalid', message: '没有找到这次发言。' })
  return speech
}

/** Not speaking after all: his own, or taken out by whoever moderates or helps. */
export async function withdrawSpeech(tx: Tx, call: SpeechCall): Promise<void> {
  const { meeting } = await loadMeeting(tx, call.compoundId, call.params.meetingId, 'update')
  if (meeting.state !== 'open')
    throw new RefusalError({ code: 'meeting_not_open', message: '会议没有在开。' })
  const speech = await findSpeech(tx, call, call.params.speechId)
  const isOwn = speech.personId === call.caller.personId
  if (!isOwn && !may(call.caller.actor, 'checkInOther')) throw new ProblemError('not_allowed')
  if (speech.calledAt !== null || speech.withdrawnAt !== null)
    throw new RefusalError({ code: 'speech_over', message: '已经轮到过，或已经退出排队了。' })
  await setSpeech(tx, call, speech.id)
    .set({ withdrawnAt: moment(call.now) })
    .execute()
  await takeFloor(tx, call, 'withdraw_speech', { told: { itemId: speech.itemId, words: speech.label } })
}

/** Gives the floor to the next by the fair order, or to one whom the chair names; whoever spoke has ended by that. */
export async function callSpeaker(tx: Tx, call: MeetingCall<{ speechId: string | null }>): Promise<void> {
  const { compoundId, now } = call
  const { row, meeting } = await lockToModerate(tx, call)
  if (meeting.state !== 'open')
    throw new RefusalError({ code: 'meeting_not_open', message: '会议没有在开。' })
  const rows = await speechesOf(tx, compoundId, call.params.meetingId)
  const wanted = call.body.speechId
  const waiting = queueOf(
    rows.map(speechOf),
    rows.find(({ id }) => id === wanted)?.itemId ?? row.currentItemId ?? '',
  )
  const next = wanted === null ? waiting[0] : waiting.find(({ id }) => id === wanted)
  if (!next) throw new RefusalError({ code: 'nobody_waits', message: '没有人在排队发言。' })
  const speaking = rows.find((each) => each.calledAt !== null && each.endedAt === null)
  if (speaking) {
    await setSpeech(tx, call, speaking.id)
      .set({ endedAt: moment(now) })
      .execute()
  }
  await setSpeech(tx, call, next.id)
    .set({ calledAt: moment(now) })
    .execute()
  const label = rows.find(({ id }) => id === next.id)?.label ?? ''
  await takeStep(tx, call, 'call_speaker', { told: { itemId: next.itemId, words: label } })
}

/** The time is up or he has finished; what he said in a line, for the minutes. */
export async function endSpeech(tx: Tx, call: SpeechCall<{ note: string }>): Promise<void> {
  const { meeting } = await lockToModerate(tx, call)
  if (meeting.state !== 'open')
    throw new RefusalError({ code: 'meeting_not_open', message: '会议没有在开，要点请改在纪要里。' })
  const speech = await findSpeech(tx, call, call.params.speechId)
  if (speech.calledAt === null)
    throw new RefusalError({ code: 'speech_over', message: '这位还没有轮到发言。' })
  const note = tidy(call.body.note)
  await setSpeech(tx, call, speech.id)
    .set({ endedAt: moment(speech.endedAt ?? call.now), ...(note === '' ? {} : { note }) })
    .execute()
  await takeStep(tx, call, 'end_speech', { told: { itemId: speech.itemId, words: speech.label } })
}
