import {
  checkPublish,
  draftMinutes as draft,
  type MinutesSection,
  OBJECTION_TIME,
} from '@yishiting/domain/deliberate/minutes'
import { speakTime } from '@yishiting/domain/matter/instant'
import { requireWords } from '@yishiting/domain/matter/words'
import { RESIDENT_ROLES } from '@yishiting/domain/people/roles'
import { moment, type Tx } from '../../platform/database/database'
import { notFound, ProblemError, RefusalError, unwrap } from '../../platform/http/problems'
import { newId } from '../../platform/ids'
import { notify, notifyRoles } from '../../platform/notices/notify'
import type { Platform } from '../../platform/platform'
import { journalMeeting, type MeetingCall } from '../change'
import { type LoadedMeeting, loadMeeting } from '../load'
import { voterAt } from '../polls/vote'
import { minutesFacts } from './facts'
import { type MinutesRow, minutesDigest, minutesOf, publishFacts, sectionsOf } from './view'

interface Locked {
  loaded: LoadedMeeting
  row: MinutesRow
}

const note = (tx: Tx, call: MeetingCall, what: string, after?: unknown) =>
  journalMeeting(tx, call, 'minutes', call.params.meetingId, {
    extra: { what },
    ...(after === undefined ? {} : { after }),
  })

/** @throws minutes_not_yet, minutes_published, stale_version */
async function lockMinutes(tx: Tx, call: MeetingCall): Promise<Locked> {
  const loaded = await loadMeeting(tx, call.compoundId, call.params.meetingId, 'update')
  const row = await minutesOf(tx, call.compoundId, call.params.meetingId)
  if (!row) throw new RefusalError({ code: 'minutes_not_yet', message: '还没有起草纪要。' })
  if (row.state === 'published')
    throw new RefusalError({ code: 'minutes_published', message: '纪要已经公布了，不能再改。' })
  if (call.ifMatch !== null && call.ifMatch !== row.version) {
    throw new ProblemError('stale_version', {
      detail: '您看的时候，纪要已经改过了。请先看最新的。',
      details: { version: row.version },
    })
  }
  return { loaded, row }
}

function setMinutes(tx: Tx, call: MeetingCall, change: Record<string, unknown>) {
  return tx
    .updateTable('meetingMinutes')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .execute()
}

/** From what happened; again as long as nobody has been shown it. Whoever drafts records. */
export async function draftMinutes(tx: Tx, platform: Platform, call: MeetingCall): Promise<void> {
  const { compoundId, caller, now } = call
  const { meetingId } = call.params
  const loaded = await loadMeeting(tx, compoundId, meetingId, 'update')
  if (loaded.row.state !== 'closed')
    throw new RefusalError({ code: 'minutes_not_yet', message: '散会以后才能起草纪要。' })
  const before = await minutesOf(tx, compoundId, meetingId)
  if (before && before.state !== 'draft')
    throw new RefusalError({
      code: 'minutes_published',
      message: '纪要已经给大家看了，请直接改，不能重新起草。',
    })
  const recorder = { id: caller.personId, label: caller.label }
  const sections = draft(await minutesFacts(tx, platform, loaded, recorder))
  const values = { recorderId: caller.personId, sections: JSON.stringify(sections), draftedAt: moment(now) }
  if (before) await setMinutes(tx, call, values)
  else
    await tx
      .insertInto('meetingMinutes')
      .values({ compoundId, meetingId, ...values })
      .execute()
  await note(tx, call, 'draft', sections)
}

/**
 * The recorder corrects; what was signed before was other words and has to be signed anew. Words changed after they were shown are
 * shown again: those who were there have the whole time to object to them.
 */
export async function editMinutes(tx: Tx, call: MeetingCall<{ sections: MinutesSection[] }>): Promise<void> {
  const { loaded, row } = await lockMinutes(tx, call)
  const { sections } = call.body
  const ids = sections.map(({ id }) => id)
  if (new Set(ids).size < ids.length || sections.every(({ text }) => text.trim() === ''))
    throw new RefusalError({ code: 'text_required', message: '纪要不能是空的。' })
  if (minutesDigest(sections) === minutesDigest(sectionsOf(row)))
    throw new RefusalError({ code: 'no_change', message: '没有改动。' })
  const { compoundId, now, caller } = call
  const until = now + OBJECTION_TIME
  const again = row.state === 'shown' ? { objectionsUntil: moment(until) } : {}
  await setMinutes(tx, call, { sections: JSON.stringify(sections), ...again })
  await note(tx, call, 'edit', sections)
  if (row.state !== 'shown') return
  const notice = {
    title: `纪要改过了：${loaded.row.title}`,
    body: `请再看看，有写得不对的，${speakTime(until, now)} 之前提出来。`,
    meetingId: loaded.row.id,
  }
  await notify(tx, compoundId, await presentIds(tx, call), notice, { now, except: caller.personId })
}

async function presentIds(tx: Tx, call: MeetingCall): Promise<string[]> {
  const rows = await tx
    .selectFrom('meetingPeople')
    .select('personId')
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('checkedInAt', 'is not', null)
    .execute()
  return rows.map(({ personId }) => personId)
}

/** To those who were there, who may object for three days. */
export async function showMinutes(tx: Tx, call: MeetingCall): Promise<void> {
  const { compoundId, now, caller } = call
  const { loaded, row } = await lockMinutes(tx, call)
  if (row.state !== 'draft')
    throw new RefusalError({ code: 'minutes_published', message: '已经给到会的人看了。' })
  const until = now + OBJECTION_TIME
  await setMinutes(tx, call, { state: 'shown', shownAt: moment(now), objectionsUntil: moment(until) })
  await note(tx, call, 'show')
  const notice = {
    title: `请看纪要：${loaded.row.title}`,
    body: `有写得不对的，${speakTime(until, now)} 之前提出来。`,
    meetingId: loaded.row.id,
  }
  await notify(tx, compoundId, await presentIds(tx, call), notice, { now, except: caller.personId })
}

export async function objectToMinutes(tx: Tx, call: MeetingCall<{ text: string }>): Promise<void> {
  const { compoundId, caller, now } = call
  const { meetingId } = call.params
  const { row } = await lockMinutes(tx, call)
  const { checkedIn } = await voterAt(tx, compoundId, meetingId, caller.actor)
  if (!checkedIn) throw new RefusalError({ code: 'not_checked_in', message: '到会的人才能对纪要提意见。' })
  if (row.state !== 'shown' || row.objectionsUntil === null || now >= row.objectionsUntil)
    throw new RefusalError({ code: 'minutes_not_yet', message: '现在不在提意见的时间里。' })
  const text = unwrap(requireWords(call.body.text, 'text_required', '请写哪里不对、应该怎么写。'))
  await tx
    .insertInto('minutesObjections')
    .values({
      compoundId,
      meetingId,
      id: newId(),
      personId: caller.personId,
      label: caller.label,
      text,
      at: moment(now),
    })
    .execute()
  await note(tx, call, 'object')
}

type AnswerCall = MeetingCall<{ isAccepted: boolean; answer: string }> & {
  params: { meetingId: string; objectionId: string }
}

export async function answerObjection(tx: Tx, call: AnswerCall): Promise<void> {
  const { compoundId, caller, now, body } = call
  const { meetingId, objectionId } = call.params
  const { loaded } = await lockMinutes(tx, call)
  const objection = await tx
    .selectFrom('minutesObjections')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('id', '=', objectionId)
    .executeTakeFirst()
  if (!objection) throw notFound('没有找到这条意见。')
  if (objection.answeredAt !== null)
    throw new RefusalError({ code: 'demand_answered', message: '这条意见已经答复过了。' })
  const answer = unwrap(requireWords(body.answer, 'reason_required', '改了或不改，都要写明原因。'))
  await tx
    .updateTable('minutesObjections')
    .set({ answer, isAccepted: body.isAccepted, answeredAt: moment(now), answeredById: caller.personId })
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('id', '=', objectionId)
    .execute()
  await note(tx, call, 'answer')
  const notice = {
    title: `您对纪要的意见有答复了：${loaded.row.title}`,
    body: `${body.isAccepted ? '照您说的改。' : '没有改。'}${answer}`,
    meetingId,
  }
  await notify(tx, compoundId, [objection.personId], notice, { now })
}

/** Signs these very words: as chair, as recorder, or as one who was there. */
export async function signMinutes(tx: Tx, call: MeetingCall): Promise<void> {
  const { compoundId, caller, now } = call
  const { meetingId } = call.params
  const { loaded, row } = await lockMinutes(tx, call)
  if (row.state !== 'shown')
    throw new RefusalError({ code: 'minutes_not_yet', message: '先给到会的人看，再签字。' })
  const isChair = caller.personId === (loaded.row.chairId ?? loaded.row.convenedById)
  const { checkedIn } = await voterAt(tx, compoundId, meetingId, caller.actor)
  if (!isChair && caller.personId !== row.recorderId && !checkedIn)
    throw new RefusalError({ code: 'not_checked_in', message: '由主持人、记录人和到会的代表签字。' })
  const capacity = isChair ? '主持人' : caller.personId === row.recorderId ? '记录人' : '到会代表'
  await tx
    .insertInto('minutesSignatures')
    .values({
      compoundId,
      meetingId,
      personId: caller.personId,
      capacity,
      label: caller.label,
      digest: minutesDigest(sectionsOf(row)),
      at: moment(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await note(tx, call, 'sign')
}

/** 公布: signed, objected to and answered, every demand answered (RULES.md §2; 居委会组织法 34). */
export async function publishMinutes(tx: Tx, call: MeetingCall): Promise<void> {
  const { compoundId, now, caller } = call
  const { loaded, row } = await lockMinutes(tx, call)
  unwrap(checkPublish(await publishFacts(tx, loaded, row), now))
  const digest = minutesDigest(sectionsOf(row))
  await setMinutes(tx, call, { state: 'published', publishedAt: moment(now), digest })
  await note(tx, call, 'publish', sectionsOf(row))
  const notice = {
    title: `会议纪要公布了：${loaded.row.title}`,
    body: '谁都可以看，也可以打印。',
    meetingId: loaded.row.id,
  }
  await notifyRoles(tx, compoundId, RESIDENT_ROLES, notice, { now, except: caller.personId })
}
