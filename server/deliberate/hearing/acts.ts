import type { deliberate } from '@yishiting/domain/contract/deliberate'
import { demandAnswerWithin } from '@yishiting/domain/deliberate/minutes'
import { requireWords } from '@yishiting/domain/matter/words'
import { may } from '@yishiting/domain/people/abilities'
import { TEXT_MAX, tidy } from '@yishiting/domain/speak/limits'
import type { z } from 'zod'
import { moment, type Tx } from '../../platform/database/database'
import { notFound, ProblemError, RefusalError, unwrap } from '../../platform/http/problems'
import { newId } from '../../platform/ids'
import { notify } from '../../platform/notices/notify'
import { keepEvidence } from '../../platform/photos/evidence'
import { journalMeeting, type MeetingCall } from '../change'
import { type LoadedMeeting, loadMeeting } from '../load'
import { minutesOf } from '../minutes/view'
import { voterAt } from '../polls/vote'
import type { PartyRow } from './load'
import { checkResidents } from './residents'

type PartyCall<Body> = MeetingCall<Body> & { params: { meetingId: string; partyId: string } }
type AddBody = z.output<(typeof deliberate.addParty)['body']>
type ViewBody = z.output<(typeof deliberate.recordView)['body']>
type AskBody = z.output<(typeof deliberate.askParty)['body']>
type DemandBody = z.output<(typeof deliberate.demand)['body']>

/** @throws not_on_agenda for a meeting that is no hearing; meeting_over when it was cancelled */
async function lockHearing(tx: Tx, call: MeetingCall): Promise<LoadedMeeting> {
  const loaded = await loadMeeting(tx, call.compoundId, call.params.meetingId, 'update')
  if (loaded.meeting.kind !== 'hearing')
    throw new RefusalError({ code: 'not_on_agenda', message: '这不是听证会，没有各方。' })
  if (loaded.meeting.state === 'cancelled')
    throw new RefusalError({ code: 'meeting_over', message: '这次听证会取消了。' })
  return loaded
}

async function findParty(tx: Tx, call: MeetingCall, id: string): Promise<PartyRow> {
  const party = await tx
    .selectFrom('hearingParties')
    .selectAll()
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!party) throw notFound('没有找到这一方。')
  return party
}

const setParty = (tx: Tx, call: MeetingCall, id: string) =>
  tx
    .updateTable('hearingParties')
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('id', '=', id)

const note = (tx: Tx, call: MeetingCall, what: string, extra: Record<string, string | boolean> = {}) =>
  journalMeeting(tx, call, 'hearing', call.params.meetingId, { extra: { what, ...extra } })

export async function addParty(tx: Tx, call: MeetingCall<AddBody>): Promise<void> {
  const { compoundId, body } = call
  await lockHearing(tx, call)
  const label = tidy(body.label)
  if (label === '') throw new RefusalError({ code: 'text_required', message: '请写这一方是谁。' })
  const id = newId()
  const { side, residentId } = body
  await checkResidents(tx, compoundId, [residentId])
  await tx
    .insertInto('hearingParties')
    .values({ compoundId, meetingId: call.params.meetingId, id, side, label, personId: residentId })
    .execute()
  await note(tx, call, 'add', { partyId: id })
}

/** Invited one by one: how is on record, and who is in the app is told there too. */
export async function inviteParty(tx: Tx, call: PartyCall<{ how: string }>): Promise<void> {
  const { compoundId, caller, now } = call
  const { row } = await lockHearing(tx, call)
  const party = await findParty(tx, call, call.params.partyId)
  const how = tidy(call.body.how)
  if (how === '')
    throw new RefusalError({ code: 'text_required', message: '请写怎么请的：上门、电话还是信。' })
  await setParty(tx, call, party.id)
    .set({ invitedAt: moment(now), invitedHow: how, invitedById: caller.personId })
    .execute()
  await note(tx, call, 'invite', { partyId: party.id })
  if (party.personId === null) return
  const notice = {
    title: `请您参加听证会：${row.title}`,
    body: '这件事关系到您，请来说说；来不了也可以先写意见。',
    meetingId: row.id,
  }
  await notify(tx, compoundId, [party.personId], notice, { now })
}

/** The party itself, or whoever keeps the record for it; also of one who did not come. Not after it has signed. */
export async function recordView(tx: Tx, call: PartyCall<ViewBody>): Promise<void> {
  const { compoundId, caller, now, body } = call
  const { meetingId } = call.params
  await lockHearing(tx, call)
  const party = await findParty(tx, call, call.params.partyId)
  const keeps = may(caller.actor, 'moderate')
  if (!keeps && party.personId !== caller.personId) throw new ProblemError('not_allowed')
  if (party.signedAt !== null)
    throw new RefusalError({ code: 'party_signed', message: '这一方已经在记录上签字，不能再改。' })
  const view = unwrap(
    requireWords(body.view, 'text_required', '请写意见；没有意见也请写“没有意见”。', TEXT_MAX),
  )
  const photoIds = await keepEvidence(tx, { compoundId, personId: caller.personId }, body.photoIds, {
    meetingId,
  })
  await setParty(tx, call, party.id)
    .set({
      view,
      viewAt: moment(now),
      viewById: caller.personId,
      photoIds: [...party.photoIds, ...photoIds],
      ...(keeps && body.isHere !== undefined ? { isHere: body.isHere } : {}),
    })
    .execute()
  await note(tx, call, 'view', { partyId: party.id, byOther: party.personId !== caller.personId })
}

export async function askParty(tx: Tx, call: MeetingCall<AskBody>): Promise<void> {
  const { compoundId, caller, now, body } = call
  const { meetingId } = call.params
  const { meeting } = await lockHearing(tx, call)
  if (meeting.state !== 'open')
    throw new RefusalError({ code: 'meeting_not_open', message: '听证会没有在开，现在不能提问。' })
  const { checkedIn } = await voterAt(tx, compoundId, meetingId, caller.actor)
  if (!checkedIn && !may(caller.actor, 'moderate'))
    throw new RefusalError({ code: 'not_checked_in', message: '先签到，再提问。' })
  if (body.toPartyId !== null) await findParty(tx, call, body.toPartyId)
  const text = unwrap(requireWords(body.text, 'text_required', '请写要问什么。'))
  await tx
    .insertInto('hearingQuestions')
    .values({
      compoundId,
      meetingId,
      id: newId(),
      askedById: caller.personId,
      askedLabel: caller.label,
      toPartyId: body.toPartyId,
      text,
      at: moment(now),
    })
    .execute()
  await note(tx, call, 'ask')
}

export async function answerQuestion(
  tx: Tx,
  call: MeetingCall<{ answer: string }> & { params: { meetingId: string; questionId: string } },
): Promise<void> {
  const { compoundId, caller, now } = call
  const { meetingId, questionId } = call.params
  await lockHearing(tx, call)
  const question = await tx
    .selectFrom('hearingQuestions')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('id', '=', questionId)
    .executeTakeFirst()
  if (!question) throw notFound('没有找到这个问题。')
  if (question.answeredAt !== null)
    throw new RefusalError({ code: 'question_answered', message: '这个问题已经回答过了。' })
  const party = question.toPartyId === null ? null : await findParty(tx, call, question.toPartyId)
  const isOwn = party?.personId === caller.personId
  if (!isOwn && !may(caller.actor, 'moderate')) throw new ProblemError('not_allowed')
  const answer = unwrap(requireWords(call.body.answer, 'text_required', '请写回答。', TEXT_MAX))
  await tx
    .updateTable('hearingQuestions')
    .set({ answer, answeredLabel: party?.label ?? caller.label, answeredAt: moment(now) })
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('id', '=', questionId)
    .execute()
  await note(tx, call, 'answer')
}

/** A concrete demand: of whoever is here, of a party, or written down for one. It is owed a written answer by its day. */
export async function demand(tx: Tx, call: MeetingCall<DemandBody>): Promise<void> {
  const { compoundId, caller, now, body } = call
  const { meetingId } = call.params
  const { meeting } = await loadMeeting(tx, compoundId, meetingId, 'share')
  if (meeting.state === 'cancelled')
    throw new RefusalError({ code: 'meeting_over', message: '这次会议取消了。' })
  if ((await minutesOf(tx, compoundId, meetingId))?.state === 'published')
    throw new RefusalError({
      code: 'minutes_published',
      message: '纪要已经公布，这里不再收诉求；可以另说一件事。',
    })
  const keeps = may(caller.actor, 'moderate')
  const party = body.partyId === null ? null : await findParty(tx, call, body.partyId)
  if (party && !keeps && party.personId !== caller.personId) throw new ProblemError('not_allowed')
  const { checkedIn } = await voterAt(tx, compoundId, meetingId, caller.actor)
  if (!party && !checkedIn && !keeps)
    throw new RefusalError({ code: 'not_checked_in', message: '先签到，再提诉求。' })
  if (body.itemId !== null && !meeting.items.some(({ id }) => id === body.itemId))
    throw new RefusalError({ code: 'not_on_agenda', message: '这件事不在公布的议程上。' })
  const text = unwrap(requireWords(body.text, 'text_required', '请写具体要什么：谁、做什么、什么时候。'))
  await tx
    .insertInto('meetingDemands')
    .values({
      compoundId,
      meetingId,
      id: newId(),
      itemId: body.itemId,
      partyId: body.partyId,
      personId: party ? party.personId : caller.personId,
      label: party?.label ?? caller.label,
      text,
      at: moment(now),
      dueAt: moment(now + demandAnswerWithin(meeting.kind)),
    })
    .execute()
  await journalMeeting(tx, call, 'demand', meetingId, { extra: { what: 'raise' } })
}

/** 书面答复: adopted or not, always with a reason; whoever demanded it is told. Given once. */
export async function answerDemand(
  tx: Tx,
  call: MeetingCall<{ isAdopted: boolean; answer: string }> & {
    params: { meetingId: string; demandId: string }
  },
): Promise<void> {
  const { compoundId, caller, now, body } = call
  const { meetingId, demandId } = call.params
  const { row } = await loadMeeting(tx, compoundId, meetingId, 'update')
  const owed = await tx
    .selectFrom('meetingDemands')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('id', '=', demandId)
    .executeTakeFirst()
  if (!owed) throw notFound('没有找到这条诉求。')
  if (owed.answeredAt !== null)
    throw new RefusalError({ code: 'demand_answered', message: '这条诉求已经答复过了。' })
  const answer = unwrap(requireWords(body.answer, 'reason_required', '采不采纳都要写明原因。'))
  await tx
    .updateTable('meetingDemands')
    .set({ isAdopted: body.isAdopted, answer, answeredAt: moment(now), answeredById: caller.personId })
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .where('id', '=', demandId)
    .execute()
  await journalMeeting(tx, call, 'demand', meetingId, {
    extra: { what: 'answer', demandId, isAdopted: body.isAdopted },
    reason: answer,
  })
  const notice = {
    title: `您的诉求有答复了：${row.title}`,
    body: `${body.isAdopted ? '采纳' : '不采纳'}。${answer}`,
    meetingId,
  }
  await notify(tx, compoundId, [owed.personId], notice, { now })
}

/** The party signs the record itself; what was signed on paper, or refused, is put down by whoever keeps it, with how. */
export async function signRecord(tx: Tx, call: PartyCall<{ how: string }>): Promise<void> {
  const { caller, now } = call
  const { meeting } = await lockHearing(tx, call)
  if (meeting.state === 'noticed')
    throw new RefusalError({ code: 'meeting_not_open', message: '听证会还没有开，没有记录可签。' })
  const party = await findParty(tx, call, call.params.partyId)
  const isOwn = party.personId === caller.personId
  if (!isOwn && !may(caller.actor, 'moderate')) throw new ProblemError('not_allowed')
  if (party.signedAt !== null) throw new RefusalError({ code: 'party_signed', message: '这一方已经签过了。' })
  const how = tidy(call.body.how)
  if (!isOwn && how === '')
    throw new RefusalError({
      code: 'text_required',
      message: '替人记下的，请写怎么签的：纸上签字、拒绝签字…',
    })
  await setParty(tx, call, party.id)
    .set({ signedAt: moment(now), signedHow: isOwn ? '本人在手机上签' : how })
    .execute()
  await note(tx, call, 'sign', { partyId: party.id, byOther: !isOwn })
}
