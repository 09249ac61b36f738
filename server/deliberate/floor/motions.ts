import type { deliberate } from '@yishiting/domain/contract/deliberate'
import { MOTION_KINDS, type MotionKind, SECONDERS_NEEDED } from '@yishiting/domain/deliberate/floor'
import { requireWords } from '@yishiting/domain/matter/words'
import { may } from '@yishiting/domain/people/abilities'
import { TEXT_MAX } from '@yishiting/domain/speak/limits'
import type { z } from 'zod'
import { moment, type Tx } from '../../platform/database/database'
import { ProblemError, RefusalError, unwrap } from '../../platform/http/problems'
import { newId } from '../../platform/ids'
import { type ItemCall, type MeetingCall, takeFloor, takeStep } from '../change'
import { type LoadedMeeting, loadMeeting, lockMeeting, lockToModerate, motionPoll } from '../load'
import { voterAt } from '../polls/vote'

type MotionCall<Body = unknown> = MeetingCall<Body> & { params: { meetingId: string; motionId: string } }
type Settle = z.output<(typeof deliberate.settleMotion)['body']>

/** A point whose text may still change. @throws not_on_agenda, meeting_over, already_concluded, poll_still_open */
function openItem({ items, polls, meeting }: LoadedMeeting, itemId: string) {
  const item = items.find((each) => each.id === itemId)
  if (!item) throw new RefusalError({ code: 'not_on_agenda', message: '这件事不在公布的议程上。' })
  if (meeting.state === 'closed' || meeting.state === 'cancelled')
    throw new RefusalError({ code: 'meeting_over', message: '会议已经结束，不能再改动议。' })
  if (item.outcome) throw new RefusalError({ code: 'already_concluded', message: '这一项已经有结果了。' })
  if (motionPoll(item, polls))
    throw new RefusalError({ code: 'poll_already_open', message: '这一项已经开始表决，动议不能再改。' })
  return item
}

async function checkProposer(tx: Tx, compoundId: string, proposerId: string): Promise<void> {
  const member = await tx
    .selectFrom('members')
    .select('personId')
    .where('compoundId', '=', compoundId)
    .where('personId', '=', proposerId)
    .executeTakeFirst()
  if (member) return
  throw new RefusalError({ code: 'target_invalid', message: '提议的人不在这个小区，请重新选一位。' })
}

interface Wording {
  motion: string
  proposerId?: string | null
}

async function word(
  tx: Tx,
  call: MeetingCall,
  itemId: string,
  { motion, proposerId }: Wording,
): Promise<void> {
  await tx
    .updateTable('meetingItems')
    .set({ motion, ...(proposerId === undefined ? {} : { proposerId }) })
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('id', '=', itemId)
    .execute()
}

const CONCRETE = '动议要写具体：做什么、谁来做、什么时候。'

/** One concrete motion in writing, with its proposer; fixed once it is voted on. */
export async function setMotion(tx: Tx, call: ItemCall<Wording>): Promise<void> {
  const loaded = await lockToModerate(tx, call)
  const item = openItem(loaded, call.params.itemId)
  const motion = unwrap(requireWords(call.body.motion, 'motion_required', CONCRETE, TEXT_MAX))
  const { proposerId } = call.body
  if (proposerId) await checkProposer(tx, call.compoundId, proposerId)
  await word(tx, call, item.id, { motion, ...(proposerId === undefined ? {} : { proposerId }) })
  await takeStep(tx, call, 'motion', {
    told: { itemId: item.id },
    reason: motion,
    extra: { itemId: item.id },
  })
}

async function needHere(tx: Tx, call: MeetingCall): Promise<void> {
  const { checkedIn } = await voterAt(tx, call.compoundId, call.params.meetingId, call.caller.actor)
  if (!checkedIn) throw new RefusalError({ code: 'not_checked_in', message: '先签到，再提议。' })
}

/** Whoever is here may propose: another motion, a change to it, or how to go on. */
export async function propose(tx: Tx, call: ItemCall<{ kind: MotionKind; text: string }>): Promise<void> {
  const { compoundId, caller, now, body } = call
  const { meetingId, itemId } = call.params
  const loaded = await loadMeeting(tx, compoundId, meetingId, 'update')
  if (loaded.meeting.state !== 'open')
    throw new RefusalError({ code: 'meeting_not_open', message: '会议还没有开始，开会后再提。' })
  openItem(loaded, itemId)
  await needHere(tx, call)
  const text = unwrap(requireWords(body.text, 'motion_required', CONCRETE, TEXT_MAX))
  await tx
    .insertInto('meetingMotions')
    .values({
      compoundId,
      meetingId,
      id: newId(),
      itemId,
      kind: body.kind,
      text,
      proposerId: caller.personId,
      at: moment(now),
    })
    .execute()
  await takeFloor(tx, call, 'propose', { told: { itemId, words: MOTION_KINDS[body.kind] }, reason: text })
}

async function findMotion(tx: Tx, call: MotionCall) {
  const motion = await tx
    .selectFrom('meetingMotions')
    .selectAll()
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('id', '=', call.params.motionId)
    .executeTakeFirst()
  if (!motion) throw new RefusalError({ code: 'target_invalid', message: '没有找到这条提议。' })
  if (motion.state !== 'proposed')
    throw new RefusalError({ code: 'motion_settled', message: '这条提议已经处理过了。' })
  return motion
}

/** 附议. Nobody seconds his own, nobody twice. */
export async function second(tx: Tx, call: MotionCall): Promise<void> {
  const { compoundId, caller, now } = call
  const { meetingId, motionId } = call.params
  openItem(await loadMeeting(tx, compoundId, meetingId, 'update'), (await findMotion(tx, call)).itemId)
  await needHere(tx, call)
  const motion = await findMotion(tx, call)
  if (motion.proposerId === caller.personId)
    throw new RefusalError({ code: 'already_seconded', message: '这是您自己提的，要别人附议。' })
  const added = await tx
    .insertInto('meetingSeconders')
    .values({ compoundId, meetingId, motionId, personId: caller.personId, at: moment(now) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('motionId')
    .executeTakeFirst()
  if (!added) throw new RefusalError({ code: 'already_seconded', message: '您已经附议过了。' })
  await takeFloor(tx, call, 'second', { told: { itemId: motion.itemId } })
}

async function secondersOf(tx: Tx, call: MotionCall): Promise<number> {
  const { n } = await tx
    .selectFrom('meetingSeconders')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('motionId', '=', call.params.motionId)
    .executeTakeFirstOrThrow()
  return Number(n)
}

function setState(tx: Tx, call: MotionCall, state: string, reason = '') {
  return tx
    .updateTable('meetingMotions')
    .set({ state, reason })
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('id', '=', call.params.motionId)
    .execute()
}

/** What is proposed is settled while the meeting sits, and not while it is being voted on. */
function checkFloor({ meeting, polls }: LoadedMeeting, motionId: string): void {
  if (meeting.state !== 'open')
    throw new RefusalError({ code: 'meeting_not_open', message: '会议没有在开。' })
  if (polls.some((poll) => poll.closedAt === null && poll.motionId === motionId))
    throw new RefusalError({ code: 'poll_still_open', message: '这条正在表决，请先结束表决。' })
}

/** Withdrawn by whoever proposed it; taken up or set aside, with the reason, by whoever moderates. */
export async function settleMotion(tx: Tx, call: MotionCall<Settle>): Promise<void> {
  const { to } = call.body
  if (to === 'withdrawn') {
    const loaded = await lockMeeting(tx, call.compoundId, call.params.meetingId, null)
    checkFloor(loaded, call.params.motionId)
    const motion = await findMotion(tx, call)
    if (motion.proposerId !== call.caller.personId) throw new ProblemError('not_allowed')
    await setState(tx, call, to)
    return takeFloor(tx, call, 'settle_motion', { told: { itemId: motion.itemId, words: '撤回' } })
  }
  if (!may(call.caller.actor, 'moderate')) throw new ProblemError('not_allowed')
  const loaded = await lockToModerate(tx, call)
  checkFloor(loaded, call.params.motionId)
  const motion = await findMotion(tx, call)
  if (to === 'set_aside') {
    const reason = unwrap(requireWords(call.body.reason, 'reason_required', '搁置要写明原因，提的人会看到。'))
    await setState(tx, call, to, reason)
    return takeStep(tx, call, 'settle_motion', { told: { itemId: motion.itemId, words: '搁置' }, reason })
  }
  const item = openItem(loaded, motion.itemId)
  if ((await secondersOf(tx, call)) < SECONDERS_NEEDED)
    throw new RefusalError({ code: 'seconders_missing', message: '还没有人附议，有人附议才能采用。' })
  const given = call.body.motion === '' ? motion.text : call.body.motion
  const text = unwrap(requireWords(given, 'motion_required', CONCRETE, TEXT_MAX))
  await word(tx, call, item.id, {
    motion: text,
    ...(motion.kind === 'motion' ? { proposerId: motion.proposerId } : {}),
  })
  await setState(tx, call, to)
  await takeStep(tx, call, 'settle_motion', { told: { itemId: item.id, words: '采用' }, reason: text })
}
