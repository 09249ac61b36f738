import { checkNotice } from '@yishiting/domain/deliberate/meeting'
import { DAY, type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { journalMeeting } from '../../deliberate/change'
import { invitedTo } from '../../deliberate/convene'
import { windClock } from '../../platform/clock/clocks'
import { moment } from '../../platform/database/database'
import { unwrap } from '../../platform/http/problems'
import { carryOut } from '../../platform/matters/carry-out'
import { notify } from '../../platform/notices/notify'
import { chance } from '../chance'
import { SEATED_MEMBERS } from '../compound'
import { COMPOUND_ID } from '../ids'
import type { MeetingPlan } from '../story/meeting-plan'
import { id, itemId, matterId, meetingId, routeId } from '../story/names'
import { callBy, type Stage } from './stage'

/** The four digits shown in the room. */
export const codeOf = (plan: MeetingPlan): string => String(chance(`code:${plan.key}`).whole(1000, 9999))

async function putOnAgenda({ tx, platform }: Stage, plan: MeetingPlan, at: Instant): Promise<void> {
  for (const [position, item] of plan.items.entries()) {
    await carryOut(tx, platform, callBy(plan.convener, at), matterId(item.matter), {
      type: 'schedule',
      routeId: routeId(item.matter, item.code),
      meetingId: meetingId(plan.key),
      meetingAt: plan.startsAt,
    })
    await tx
      .insertInto('meetingItems')
      .values({
        compoundId: COMPOUND_ID,
        id: itemId(plan.key, item.matter),
        meetingId: meetingId(plan.key),
        position,
        matterId: matterId(item.matter),
        routeId: routeId(item.matter, item.code),
        motion: item.motion,
        proposerId: item.proposer ? id(item.proposer) : null,
      })
      .execute()
  }
}

/** A meeting is announced: the same rows as by the form, with ids that stay the same. */
export async function convene(stage: Stage, plan: MeetingPlan, at: Instant): Promise<void> {
  const { tx, platform } = stage
  const call = callBy(plan.convener, at)
  const startsAt = unwrap(checkNotice(plan.kind, plan.startsAt, at, platform.rules))
  const meeting = meetingId(plan.key)
  await tx
    .insertInto('meetings')
    .values({
      compoundId: COMPOUND_ID,
      id: meeting,
      kind: plan.kind,
      title: plan.title,
      state: 'noticed',
      startsAt: moment(startsAt),
      noticedAt: moment(at),
      place: plan.place,
      online: plan.online,
      notice: plan.notice,
      seats: SEATED_MEMBERS.length,
      checkInCode: codeOf(plan),
      convenedById: call.caller.personId,
    })
    .execute()
  await putOnAgenda(stage, plan, at)
  await windClock(tx, 'meeting_soon', { compoundId: COMPOUND_ID, meetingId: meeting }, startsAt - DAY)
  await journalMeeting(tx, call, 'convene', meeting, {
    extra: { kind: plan.kind, startsAt, items: plan.items.length },
  })
  const notice = {
    title: `请来开会：${plan.title}`,
    body: `${speakTime(startsAt, at)}，${plan.place}`,
    meetingId: meeting,
  }
  const people = await invitedTo(tx, COMPOUND_ID, meeting)
  await notify(tx, COMPOUND_ID, people, notice, { now: at, except: call.caller.personId })
}
