import type { Choice } from '@yishiting/domain/deliberate/meeting'
import { type Instant, MINUTE } from '@yishiting/domain/matter/instant'
import { checkIn, checkInOther } from '../../deliberate/attend/check-in'
import { roomCode } from '../../deliberate/attend/code'
import { rsvp } from '../../deliberate/attend/rsvp'
import { takeStep } from '../../deliberate/change'
import { refer, resolve } from '../../deliberate/conclude'
import { close, open } from '../../deliberate/hold'
import { loadMeeting } from '../../deliberate/load'
import { closePoll } from '../../deliberate/polls/close'
import { openPoll } from '../../deliberate/polls/open'
import { vote } from '../../deliberate/polls/vote'
import { carryOut } from '../../platform/matters/carry-out'
import { chance } from '../chance'
import { COMPOUND_ID } from '../ids'
import type { ItemPlan, MeetingPlan, OutcomePlan } from '../story/meeting-plan'
import { id, itemId, matterId, meetingId, routeId } from '../story/names'
import { codeOf, convene } from './convene'
import type { HallAct } from './hall-act'
import { minutesActs } from './minutes'
import { opinionActs } from './opinions'
import { partyActs } from './parties'
import { callBy, type Stage } from './stage'

/** The point's own motion, yes or no. */
const ASKED = {
  about: 'motion' as const,
  motionId: null,
  question: '',
  method: 'yes_no' as const,
  options: [],
  picksMax: 1,
  isSecret: true,
}

const actOf = (plan: MeetingPlan, at: Instant, name: string, run: HallAct['run']): HallAct => ({
  kind: 'hall',
  at,
  name: `meeting ${plan.key}: ${name}`,
  run,
})

/** An act of somebody in a meeting, as its page would send it. */
function inMeeting<Body>(plan: MeetingPlan, by: string, at: Instant, body: Body) {
  return { ...callBy(by, at), params: { meetingId: meetingId(plan.key) }, body }
}

function onItem<Body>(plan: MeetingPlan, item: ItemPlan, by: string, at: Instant, body: Body) {
  const params = { meetingId: meetingId(plan.key), itemId: itemId(plan.key, item.matter) }
  return { ...callBy(by, at), params, body }
}

function answers(plan: MeetingPlan): HallAct[] {
  const given = [
    ...plan.going.map((key) => ({ key, going: 'yes' as const })),
    ...plan.notGoing.map((key) => ({ key, going: 'no' as const })),
  ]
  return given.map(({ key, going }, index) =>
    actOf(plan, plan.noticedAt + (index + 1) * 7 * MINUTE, 'rsvp', ({ tx }, at) =>
      rsvp(tx, inMeeting(plan, key, at, { going })),
    ),
  )
}

/** Whoever was helped in votes on the helper's telephone. */
async function letIn({ tx, platform }: Stage, plan: MeetingPlan, key: string, at: Instant): Promise<void> {
  if (plan.helped.includes(key)) {
    return checkInOther(tx, inMeeting(plan, 'helper', at, { personId: id(key), byHand: false }))
  }
  const room = { id: meetingId(plan.key), checkInCode: codeOf(plan) }
  const { code } = roomCode(platform.secrets, room, at)
  const entered = await checkIn(tx, platform, inMeeting(plan, key, at, { code }))
  if (entered !== 'in') throw new Error(`${key} could not check in: ${entered}`)
}

function arrivals(plan: MeetingPlan): HallAct[] {
  return plan.present.map((key, index) =>
    actOf(plan, plan.startsAt - 15 * MINUTE + index * 30_000, `check-in of ${key}`, (stage, at) =>
      letIn(stage, plan, key, at),
    ),
  )
}

/** The one who moved it agrees; of the others nobody knows beforehand. */
function choicesOf(plan: MeetingPlan, item: ItemPlan): { key: string; choice: Choice }[] {
  const { poll, proposer } = item
  if (!poll) return []
  const others = plan.present.filter((key) => key !== proposer)
  const shuffled = chance(`votes:${plan.key}:${item.matter}`).shuffle(others)
  const voters = proposer && plan.present.includes(proposer) ? [proposer, ...shuffled] : shuffled
  return voters.slice(0, poll.agree + poll.against + poll.abstain).map((key, index) => {
    if (index < poll.agree) return { key, choice: 'agree' }
    return { key, choice: index < poll.agree + poll.against ? 'against' : 'abstain' }
  })
}

async function onPoll<Body>({ tx }: Stage, plan: MeetingPlan, by: string, at: Instant, body: Body) {
  const { meeting } = await loadMeeting(tx, COMPOUND_ID, meetingId(plan.key))
  const params = { meetingId: meetingId(plan.key), pollId: meeting.openPollId ?? '' }
  return { ...callBy(by, at), params, body }
}

function voting(plan: MeetingPlan, item: ItemPlan): HallAct[] {
  const { poll } = item
  if (!poll) return []
  const opened = plan.startsAt + poll.opened * MINUTE
  const closed = plan.startsAt + poll.closed * MINUTE
  const votes = choicesOf(plan, item).map(({ key, choice }, index) =>
    actOf(plan, opened + (index + 1) * 10_000, `vote of ${key}`, async (stage, at) =>
      vote(stage.tx, await onPoll(stage, plan, key, at, { marks: { choice } })),
    ),
  )
  return [
    actOf(plan, opened, `poll on ${item.matter}`, ({ tx, platform }, at) =>
      openPoll(tx, platform, onItem(plan, item, plan.convener, at, ASKED)),
    ),
    ...votes,
    actOf(plan, closed, `end of poll on ${item.matter}`, async (stage, at) =>
      closePoll(stage.tx, await onPoll(stage, plan, plan.convener, at, {})),
    ),
  ]
}

async function conclude(
  { tx, platform }: Stage,
  plan: MeetingPlan,
  item: ItemPlan,
  outcome: OutcomePlan,
  at: Instant,
): Promise<void> {
  const { minorityViews } = outcome
  if (outcome.kind === 'referred') {
    const { to, whereTo, reason } = outcome
    const body = { to, whereTo, ground: null, reason, minorityViews }
    return refer(tx, platform, onItem(plan, item, plan.convener, at, body))
  }
  const assign = outcome.assign && {
    leadId: id(outcome.assign.lead),
    helperIds: outcome.assign.helpers.map(id),
    dueAt: new Date(outcome.assign.dueAt).toISOString(),
  }
  const { resolution } = outcome
  return resolve(tx, platform, onItem(plan, item, plan.convener, at, { resolution, minorityViews, assign }))
}

/** A 恳谈会 hears and explains: what was talked through leaves it without a decision. */
async function talkedThrough(
  { tx, platform }: Stage,
  plan: MeetingPlan,
  item: ItemPlan,
  at: Instant,
): Promise<void> {
  await carryOut(tx, platform, callBy(plan.convener, at), matterId(item.matter), {
    type: 'deliberate',
    routeId: routeId(item.matter, item.code),
    meetingId: meetingId(plan.key),
  })
}

function results(plan: MeetingPlan): HallAct[] {
  return plan.items.map((item) =>
    actOf(plan, plan.startsAt + item.concluded * MINUTE, `result of ${item.matter}`, (stage, at) =>
      item.outcome ? conclude(stage, plan, item, item.outcome, at) : talkedThrough(stage, plan, item, at),
    ),
  )
}

async function end({ tx }: Stage, plan: MeetingPlan, at: Instant): Promise<void> {
  const call = inMeeting(plan, plan.convener, at, {})
  if (plan.items.every((item) => item.outcome !== null)) return close(tx, call)
  await takeStep(tx, call, 'close', { change: { state: 'closed', closedAt: at, currentItemId: null } })
}

/** A meeting as it went, step by step, through the room's own functions; one still to come is convened and answered. */
export function meetingActsOf(plan: MeetingPlan): HallAct[] {
  const announced = [
    actOf(plan, plan.noticedAt, 'notice', (stage, at) => convene(stage, plan, at)),
    ...answers(plan),
  ]
  if (plan.closedAt === null) {
    const before = plan.kind === 'hearing' ? partyActs(plan) : opinionActs(plan)
    return [...announced, ...before]
  }
  return [
    ...announced,
    ...arrivals(plan),
    actOf(plan, plan.startsAt, 'opening', ({ tx }, at) => open(tx, inMeeting(plan, plan.convener, at, {}))),
    ...plan.items.flatMap((item) => voting(plan, item)),
    ...results(plan),
    actOf(plan, plan.closedAt, 'end', (stage, at) => end(stage, plan, at)),
    ...minutesActs(plan),
  ]
}
