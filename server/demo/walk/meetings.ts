import {
  type AgendaItem,
  checkNotice,
  checkOpen,
  checkOpenPoll,
  type Meeting,
} from '@yishiting/domain/deliberate/meeting'
import { HOUR, type Instant, MINUTE, speakTime } from '@yishiting/domain/matter/instant'
import { windClock } from '../../platform/clock/clocks'
import { moment } from '../../platform/database/database'
import { unwrap } from '../../platform/http/problems'
import { appendJournal } from '../../platform/journal/append'
import { notify } from '../../platform/notices/notify'
import { chance } from '../chance'
import { personOf, SEATED_MEMBERS } from '../compound'
import { COMPOUND_ID } from '../ids'
import type { ItemPlan, MeetingPlan } from '../story/meeting-plan'
import { id, itemId, matterId, meetingId, routeId } from '../story/names'
import type { Stage } from './stage'

interface Step {
  kind: 'meeting'
  at: Instant
  plan: MeetingPlan
}
export type MeetingAct = Step &
  ({ what: 'convene' | 'open' | 'close' } | { what: 'openPoll' | 'closePoll' | 'conclude'; item: ItemPlan })

/** A meeting as it went, step by step; one still to come is only convened. */
export function meetingActsOf(plan: MeetingPlan): MeetingAct[] {
  const step = (at: Instant): Step => ({ kind: 'meeting', at, plan })
  const convened: MeetingAct[] = [{ ...step(plan.noticedAt), what: 'convene' }]
  if (plan.closedAt === null) return convened
  const items = plan.items.flatMap((item): MeetingAct[] => {
    const { poll } = item
    if (!poll) return [{ ...step(plan.startsAt + 80 * MINUTE), what: 'conclude', item }]
    return [
      { ...step(plan.startsAt + poll.opened * MINUTE), what: 'openPoll', item },
      { ...step(plan.startsAt + poll.closed * MINUTE), what: 'closePoll', item },
      { ...step(plan.startsAt + (poll.closed + 1) * MINUTE), what: 'conclude', item },
    ]
  })
  return [
    ...convened,
    { ...step(plan.startsAt), what: 'open' },
    ...items,
    { ...step(plan.closedAt), what: 'close' },
  ]
}

function asItem(plan: MeetingPlan, item: ItemPlan): AgendaItem {
  return {
    id: itemId(plan.key, item.matter),
    matterId: matterId(item.matter),
    routeId: routeId(item.matter, item.code),
    motion: item.motion,
    proposerId: item.proposer ? id(item.proposer) : null,
    poll: 'none',
    outcome: null,
  }
}

/** The meeting as the rules see it at this point. */
function asMeeting(plan: MeetingPlan, state: Meeting['state']): Meeting {
  return {
    id: meetingId(plan.key),
    kind: plan.kind,
    state,
    noticedAt: plan.noticedAt,
    startsAt: plan.startsAt,
    seats: SEATED_MEMBERS.length,
    items: plan.items.map((item) => asItem(plan, item)),
  }
}

async function convene({ tx, platform }: Stage, plan: MeetingPlan): Promise<void> {
  unwrap(checkNotice(plan.kind, plan.startsAt, plan.noticedAt, platform.rules))
  const meeting = asMeeting(plan, 'noticed')
  await tx
    .insertInto('meetings')
    .values({
      compoundId: COMPOUND_ID,
      id: meeting.id,
      kind: plan.kind,
      title: plan.title,
      state: 'noticed',
      startsAt: moment(plan.startsAt),
      noticedAt: moment(plan.noticedAt),
      place: plan.place,
      online: plan.online,
      notice: plan.notice,
      seats: meeting.seats,
      checkInCode: String(chance(`code:${plan.key}`).whole(1000, 9999)),
      convenedById: id(plan.convener),
    })
    .execute()
  const items = meeting.items.map(({ outcome: _, poll: __, ...item }, position) => ({
    ...item,
    compoundId: COMPOUND_ID,
    meetingId: meeting.id,
    position,
  }))
  await tx.insertInto('meetingItems').values(items).execute()
  await answerInvitations({ tx, platform }, plan)
  await windClock(
    tx,
    'meeting_soon',
    { compoundId: COMPOUND_ID, meetingId: meeting.id },
    plan.startsAt - 24 * HOUR,
  )
  const notice = {
    title: `请来开会：${plan.title}`,
    body: `${speakTime(plan.startsAt, plan.noticedAt)}，${plan.place}`,
    meetingId: meeting.id,
  }
  const members = SEATED_MEMBERS.map((person) => person.id)
  await notify(tx, COMPOUND_ID, members, notice, { now: plan.noticedAt, except: id(plan.convener) })
}

async function answerInvitations({ tx }: Stage, plan: MeetingPlan): Promise<void> {
  const answers = [
    ...plan.going.map((key) => ({ key, rsvp: 'yes' })),
    ...plan.notGoing.map((key) => ({ key, rsvp: 'no' })),
  ]
  const rows = answers.map(({ key, rsvp }) => ({
    compoundId: COMPOUND_ID,
    meetingId: meetingId(plan.key),
    personId: id(key),
    rsvp,
  }))
  await tx.insertInto('meetingPeople').values(rows).execute()
}

async function open({ tx }: Stage, plan: MeetingPlan): Promise<void> {
  unwrap(checkOpen(asMeeting(plan, 'noticed'), plan.startsAt))
  await tx
    .updateTable('meetings')
    .set({ state: 'open', openedAt: moment(plan.startsAt) })
    .where('compoundId', '=', COMPOUND_ID)
    .where('id', '=', meetingId(plan.key))
    .execute()
  const rows = plan.present.map((key, index) => ({
    compoundId: COMPOUND_ID,
    meetingId: meetingId(plan.key),
    personId: id(key),
    checkedInAt: moment(plan.startsAt - 15 * MINUTE + index * 30_000),
    checkedInById: plan.helped.includes(key) ? id('helper') : id(key),
  }))
  await tx
    .insertInto('meetingPeople')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['compoundId', 'meetingId', 'personId']).doUpdateSet((eb) => ({
        checkedInAt: eb.ref('excluded.checkedInAt'),
        checkedInById: eb.ref('excluded.checkedInById'),
      })),
    )
    .execute()
}

async function openPoll({ tx, platform }: Stage, plan: MeetingPlan, item: ItemPlan, at: Instant) {
  const members = plan.present.filter((key) => personOf(key).isSeated).length
  unwrap(checkOpenPoll(asMeeting(plan, 'open'), asItem(plan, item), members, platform.rules))
  await tx
    .updateTable('meetingItems')
    .set({ poll: 'open', pollOpenedAt: moment(at) })
    .where('compoundId', '=', COMPOUND_ID)
    .where('id', '=', itemId(plan.key, item.matter))
    .execute()
}

/** The one who moved it agrees; of the others nobody knows beforehand. */
function choicesOf(plan: MeetingPlan, item: ItemPlan): { key: string; choice: string }[] {
  const { poll, proposer } = item
  if (!poll) return []
  const others = chance(`votes:${plan.key}:${item.matter}`).shuffle(
    plan.present.filter((key) => key !== proposer),
  )
  const voters = proposer && plan.present.includes(proposer) ? [proposer, ...others] : others
  return voters.slice(0, poll.agree + poll.against + poll.abstain).map((key, index) => {
    if (index < poll.agree) return { key, choice: 'agree' }
    return { key, choice: index < poll.agree + poll.against ? 'against' : 'abstain' }
  })
}

async function closePoll({ tx }: Stage, plan: MeetingPlan, item: ItemPlan, at: Instant): Promise<void> {
  const votes = choicesOf(plan, item).map(({ key, choice }, index) => ({
    compoundId: COMPOUND_ID,
    itemId: itemId(plan.key, item.matter),
    personId: id(key),
    choice,
    at: moment(at - 5 * MINUTE + index * 10_000),
  }))
  await tx.insertInto('votes').values(votes).execute()
  await tx
    .updateTable('meetingItems')
    .set({ poll: 'closed', pollClosedAt: moment(at) })
    .where('compoundId', '=', COMPOUND_ID)
    .where('id', '=', itemId(plan.key, item.matter))
    .execute()
}

async function conclude({ tx }: Stage, plan: MeetingPlan, { matter, outcome }: ItemPlan): Promise<void> {
  if (!outcome) return
  await tx
    .updateTable('meetingItems')
    .set({ outcome: outcome.kind, outcomeText: outcome.text, minorityViews: outcome.minorityViews })
    .where('compoundId', '=', COMPOUND_ID)
    .where('id', '=', itemId(plan.key, matter))
    .execute()
}

async function close({ tx }: Stage, plan: MeetingPlan, at: Instant): Promise<void> {
  await tx
    .updateTable('meetings')
    .set({ state: 'closed', closedAt: moment(at) })
    .where('compoundId', '=', COMPOUND_ID)
    .where('id', '=', meetingId(plan.key))
    .execute()
}

async function carry(stage: Stage, act: MeetingAct): Promise<void> {
  switch (act.what) {
    case 'convene':
      return convene(stage, act.plan)
    case 'open':
      return open(stage, act.plan)
    case 'openPoll':
      return openPoll(stage, act.plan, act.item, act.at)
    case 'closePoll':
      return closePoll(stage, act.plan, act.item, act.at)
    case 'conclude':
      return conclude(stage, act.plan, act.item)
    case 'close':
      return close(stage, act.plan, act.at)
  }
}

/** One step of a meeting, checked by the rules of meetings, with its row in the journal. */
export async function walkMeeting(stage: Stage, act: MeetingAct): Promise<void> {
  await carry(stage, act)
  if (act.what === 'conclude') return
  await appendJournal(stage.tx, {
    compoundId: COMPOUND_ID,
    at: act.at,
    kind: act.what,
    actorId: id(act.plan.convener),
    meetingId: meetingId(act.plan.key),
    matterId: 'item' in act ? matterId(act.item.matter) : null,
  })
}
