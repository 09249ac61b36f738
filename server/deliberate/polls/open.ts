import type { deliberate } from '@yishiting/domain/contract/deliberate'
import { SECONDERS_NEEDED } from '@yishiting/domain/deliberate/floor'
import { checkOpenPoll } from '@yishiting/domain/deliberate/meeting'
import { checkQuestion } from '@yishiting/domain/deliberate/polls/question'
import { requireWords } from '@yishiting/domain/matter/words'
import type { z } from 'zod'
import { moment, type Tx } from '../../platform/database/database'
import { RefusalError, unwrap } from '../../platform/http/problems'
import { newId } from '../../platform/ids'
import type { Platform } from '../../platform/platform'
import { stillOnAgenda } from '../agenda'
import { type ItemCall, takeStep } from '../change'
import { type ItemRow, lockToModerate } from '../load'
import { presentMembers } from './present-members'

type Body = z.output<(typeof deliberate.openPoll)['body']>

interface Asked {
  motionId: string | null
  question: string
}

/** What is asked: the point's own motion as it stands, a proposal from the floor in its words, or a question of its own. */
async function askedBy(tx: Tx, call: ItemCall<Body>, item: ItemRow): Promise<Asked> {
  const { about, motionId, question } = call.body
  if (about === 'motion') return { motionId: null, question: item.motion ?? '' }
  if (about === 'other') {
    const text = unwrap(requireWords(question, 'text_required', '请写要问大家什么。', 500))
    return { motionId: null, question: text }
  }
  const motion = await tx
    .selectFrom('meetingMotions')
    .select(['id', 'text', 'state'])
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('itemId', '=', item.id)
    .where('id', '=', motionId ?? '00000000-0000-0000-0000-000000000000')
    .executeTakeFirst()
  if (motion?.state !== 'proposed')
    throw new RefusalError({ code: 'motion_settled', message: '这条提议已经处理过，或不在这一项里。' })
  const { n } = await tx
    .selectFrom('meetingSeconders')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('compoundId', '=', call.compoundId)
    .where('meetingId', '=', call.params.meetingId)
    .where('motionId', '=', motion.id)
    .executeTakeFirstOrThrow()
  if (Number(n) < SECONDERS_NEEDED)
    throw new RefusalError({ code: 'seconders_missing', message: '还没有人附议，有人附议才能表决。' })
  return { motionId: motion.id, question: motion.text }
}

/** A review that came in between has taken the matter off: nothing is decided about it now. */
async function checkStillHere(tx: Tx, loaded: Awaited<ReturnType<typeof lockToModerate>>, item: ItemRow) {
  if (item.matterId === null) return
  const place = (await stillOnAgenda(tx, loaded)).find((each) => each.itemId === item.id)
  if (place && !place.isUnderReview) return
  throw new RefusalError({
    code: 'not_on_agenda',
    message: '这件事正在复核，或已经重新分类，现在不能表决。',
  })
}

/** Puts one question to the meeting. @throws quorum_not_met, motion_required, not_on_agenda, poll_already_open, options_required … */
export async function openPoll(tx: Tx, platform: Platform, call: ItemCall<Body>): Promise<void> {
  const { compoundId, caller, now, body } = call
  const { meetingId, itemId } = call.params
  const loaded = await lockToModerate(tx, call)
  const present = await presentMembers(tx, compoundId, meetingId)
  const decides = body.about !== 'other'
  const rule = { decides, fromFloor: body.about !== 'motion', presentMembers: present }
  unwrap(
    checkOpenPoll(
      loaded.meeting,
      loaded.meeting.items.find(({ id }) => id === itemId),
      rule,
      platform.rules,
    ),
  )
  const item = loaded.items.find(({ id }) => id === itemId) as ItemRow
  const question = unwrap(checkQuestion({ ...body, method: decides ? 'yes_no' : body.method }))
  if (decides) await checkStillHere(tx, loaded, item)
  const asked = await askedBy(tx, call, item)
  const id = newId()
  await tx
    .insertInto('meetingPolls')
    .values({
      compoundId,
      meetingId,
      id,
      itemId,
      about: body.about,
      ...asked,
      position: loaded.polls.filter((poll) => poll.itemId === itemId).length,
      method: question.method,
      options: JSON.stringify(question.options),
      picksMax: question.picksMax,
      isSecret: body.isSecret,
      openedAt: moment(now),
      openedById: caller.personId,
    })
    .execute()
  await takeStep(tx, call, 'open_poll', {
    change: { currentItemId: itemId },
    told: { itemId },
    extra: {
      itemId,
      pollId: id,
      present,
      about: body.about,
      method: question.method,
      isSecret: body.isSecret,
    },
  })
}
