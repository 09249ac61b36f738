import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import type { OperationId } from '@yishiting/domain/contract/paths'
import { DAY } from '@yishiting/domain/matter/instant'
import type { Tx } from '../../../server/platform/database/database'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { isoAt } from '../support/matters'
import { heldUp } from './support/held-up'
import {
  atItem,
  atPoll,
  checkIn,
  convene,
  firstItem,
  lastPoll,
  opened,
  page,
  waiting,
} from './support/meeting'

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 3 })
})
afterAll(() => hall.close())

/** Opened by the secretary, with everybody seated here and a neighbour waiting to speak. */
async function begun(items = 1): Promise<MeetingView> {
  const agenda = []
  for (let index = 0; index < items; index += 1) agenda.push(await waiting(hall))
  const meeting = await opened(hall, await convene(hall, agenda), 3)
  return raiseHand(meeting, hall.people.owner)
}

async function raiseHand(meeting: MeetingView, who: TestPerson, itemId = firstItem(meeting).id) {
  await checkIn(hall, meeting, who)
  return hall.ok(who, 'deliberate.askToSpeak', { params: { meetingId: meeting.id }, body: { itemId } })
}

const takeOver = (who: TestPerson, meeting: MeetingView) =>
  hall.send(who, 'deliberate.takeOver', { params: { meetingId: meeting.id } })

const goTo = (who: TestPerson, meeting: MeetingView, itemId: string | null, ifMatch?: number) =>
  hall.send(who, 'deliberate.goTo', {
    params: { meetingId: meeting.id },
    body: { itemId },
    ...(ifMatch === undefined ? {} : { ifMatch }),
  })

const lockMeeting = (id: string) => (tx: Tx) =>
  tx.selectFrom('meetings').select('id').where('id', '=', id).forUpdate().execute()

/** How often each kind of thing is told and in the journal; both have to agree. */
async function steps(meeting: MeetingView): Promise<Record<string, number>> {
  const { events } = await hall.ok(hall.people.owner, 'deliberate.events', {
    params: { meetingId: meeting.id },
  })
  const journal = await hall.platform.db
    .selectFrom('journal')
    .select('kind')
    .where('meetingId', '=', meeting.id)
    .execute()
  const told: Record<string, number> = {}
  for (const { kind } of events) told[kind] = (told[kind] ?? 0) + 1
  for (const [kind, times] of Object.entries(told))
    expect([kind, journal.filter((each) => each.kind === kind)]).toEqual([kind, Array(times).fill({ kind })])
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
  return told
}

const stepsFor = (meeting: MeetingView) => {
  const params = { meetingId: meeting.id }
  const item = atItem(meeting)
  const speechId = meeting.queue[0]?.id ?? ''
  const send =
    <Id extends OperationId>(id: Id, sent: Parameters<typeof hall.send<Id>>[2]) =>
    (who: TestPerson) =>
      hall.send(who, id, sent)
  return {
    goTo: send('deliberate.goTo', { params, body: { itemId: item.itemId } }),
    callSpeaker: send('deliberate.callSpeaker', { params, body: {} }),
    endSpeech: send('deliberate.endSpeech', { params: { ...params, speechId }, body: { note: '说完了' } }),
    setMotion: send('deliberate.setMotion', { params: item, body: { motion: '装二十盏灯。' } }),
    nameTellers: send('deliberate.nameTellers', {
      params,
      body: { personIds: hall.compound.seated.slice(0, 2).map(({ id }) => id) },
    }),
    openPoll: send('deliberate.openPoll', { params: item, body: {} }),
    resolve: send('deliberate.resolve', { params: item, body: { resolution: '装灯。' } }),
    decline: send('deliberate.decline', { params: item, body: { reason: '费用没有算清。' } }),
    refer: send('deliberate.refer', {
      params: item,
      body: { to: 'owners', whereTo: '业委会', reason: '由业主共同决定。' },
    }),
    close: send('deliberate.close', { params }),
  }
}

test('whoever opened it steers: every step of another moderator is refused, and nothing has moved', async () => {
  const { residents_committee, branch_sorter, branch_secretary } = hall.people
  const meeting = await begun()
  expect(meeting.chairLabel).toBe('支部书记')
  expect(await page(hall, branch_secretary, meeting.id)).toMatchObject({
    can: { moderate: true, takeOver: false },
  })
  for (const who of [residents_committee, branch_sorter]) {
    expect(await page(hall, who, meeting.id)).toMatchObject({
      can: { moderate: false, takeOver: true, close: false },
    })
    for (const [step, take] of Object.entries(stepsFor(meeting))) {
      const { status, problem } = await take(who)
      expect([step, status, problem.code]).toEqual([step, 409, 'not_in_the_chair'])
      expect(problem.detail).toBe('现在是别人在主持。要接着主持，请先点“接过主持”。')
    }
  }
  const after = await page(hall, branch_secretary, meeting.id)
  expect(after.version).toBe(meeting.version)
  expect(after.eventSeq).toBe(meeting.eventSeq)
  expect(firstItem(after)).toEqual(firstItem(meeting))
})

test('neighbours, helpers and the street do not steer at all, and cannot take it over', async () => {
  const { owner, helper, street, property_manager, supervisor } = hall.people
  const meeting = await begun()
  for (const who of [owner, helper, street, property_manager, supervisor]) {
    expect((await takeOver(who, meeting)).status).toBe(403)
    for (const take of Object.values(stepsFor(meeting)))
      expect((await take(who)).problem.code).toBe('not_allowed')
    expect((await page(hall, who, meeting.id)).can).toMatchObject({ moderate: false, takeOver: false })
  }
  expect((await page(hall, owner, meeting.id)).chairLabel).toBe('支部书记')
})

test('whoever takes it over goes on, everybody sees who, and the one before is refused from then on', async () => {
  const { residents_committee, branch_secretary, owner } = hall.people
  const meeting = await begun()
  const taken = await takeOver(residents_committee, meeting)
  expect(taken.body).toMatchObject({ chairLabel: '居委会', can: { moderate: true, takeOver: false } })
  expect(taken.body.version).toBe(meeting.version + 1)
  expect((await page(hall, owner, meeting.id)).chairLabel).toBe('居委会')
  for (const [step, take] of Object.entries(stepsFor(meeting)))
    expect([step, (await take(branch_secretary)).problem.code]).toEqual([step, 'not_in_the_chair'])
  const called = await stepsFor(meeting).callSpeaker(residents_committee)
  expect(called.status).toBe(200)
  // Already his: taking it again changes nothing.
  const again = await takeOver(residents_committee, meeting)
  expect(again.body.version).toBe(taken.body.version + 1)
  expect(await steps(meeting)).toMatchObject({ take_over: 1, call_speaker: 1 })
  // And back.
  expect((await takeOver(branch_secretary, meeting)).body.chairLabel).toBe('支部书记')
  expect((await stepsFor(meeting).goTo(residents_committee)).problem.code).toBe('not_in_the_chair')
  expect((await stepsFor(meeting).goTo(branch_secretary)).status).toBe(200)
})

test('a poll that one opened another can end only once the gavel is his', async () => {
  const { residents_committee, branch_secretary } = hall.people
  const meeting = await begun()
  const polled = await hall.ok(branch_secretary, 'deliberate.openPoll', { params: atItem(meeting), body: {} })
  const end = (who: TestPerson) => hall.send(who, 'deliberate.closePoll', { params: atPoll(polled) })
  expect((await end(residents_committee)).problem.code).toBe('not_in_the_chair')
  await takeOver(residents_committee, meeting)
  expect((await end(branch_secretary)).problem.code).toBe('not_in_the_chair')
  expect(lastPoll((await end(residents_committee)).body).state).toBe('closed')
})

test('the gavel is there only while the meeting is open', async () => {
  const { residents_committee, branch_secretary } = hall.people
  const meeting = await convene(hall, [await waiting(hall)])
  expect((await takeOver(residents_committee, meeting)).problem.code).toBe('meeting_not_open')
  expect((await goTo(branch_secretary, meeting, firstItem(meeting).id)).problem.code).toBe('meeting_not_open')
  await opened(hall, meeting)
  await hall.ok(branch_secretary, 'deliberate.decline', {
    params: atItem(meeting),
    body: { reason: '费用没有算清。' },
  })
  await hall.ok(branch_secretary, 'deliberate.close', { params: { meetingId: meeting.id } })
  expect((await takeOver(residents_committee, meeting)).problem.code).toBe('meeting_not_open')
  expect((await goTo(branch_secretary, meeting, null)).problem.code).toBe('meeting_not_open')
  expect((await page(hall, residents_committee, meeting.id)).can).toMatchObject({
    moderate: false,
    takeOver: false,
  })
})

test('whoever was named beforehand is not waited for: whoever opens it has the gavel', async () => {
  const { residents_committee, branch_secretary, branch_sorter } = hall.people
  const meeting = await convene(hall, [await waiting(hall)], {
    chairId: residents_committee.id,
    deputyId: branch_sorter.id,
    startsAt: isoAt(hall.clock.now() + 5 * DAY),
  })
  expect(meeting.chairLabel).toBe('居委会')
  expect((await opened(hall, meeting)).chairLabel).toBe('支部书记')
  expect((await goTo(residents_committee, meeting, null)).problem.code).toBe('not_in_the_chair')
  expect((await goTo(branch_secretary, meeting, null)).status).toBe(200)
})

test('two open the meeting at the same moment: one has opened it, the other is told', async () => {
  const { residents_committee, branch_secretary } = hall.people
  const meeting = await convene(hall, [await waiting(hall)])
  await hall.pass(Date.parse(meeting.startsAt) - hall.clock.now())
  const answers = await heldUp(
    hall,
    lockMeeting(meeting.id),
    [residents_committee, branch_secretary].map(
      (who) => () => hall.send(who, 'deliberate.open', { params: { meetingId: meeting.id } }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 409])
  expect(answers[1]?.problem.code).toBe('meeting_over')
  expect(await page(hall, branch_secretary, meeting.id)).toMatchObject({
    state: 'open',
    chairLabel: '居委会',
    version: meeting.version + 1,
  })
  expect(await steps(meeting)).toEqual({ open: 1 })
})

test('two press the same step at the same moment: the one with the gavel takes it, once', async () => {
  const { residents_committee, branch_secretary } = hall.people
  const meeting = await begun()
  const polls = await heldUp(
    hall,
    lockMeeting(meeting.id),
    [residents_committee, branch_secretary].map(
      (who) => () => hall.send(who, 'deliberate.openPoll', { params: atItem(meeting), body: {} }),
    ),
  )
  expect(polls.map(({ status }) => status)).toEqual([409, 200])
  expect(polls[0]?.problem.code).toBe('not_in_the_chair')
  const seen = await page(hall, branch_secretary, meeting.id)
  expect(firstItem(seen).polls).toHaveLength(1)
  expect(seen.version).toBe(meeting.version + 1)
  expect(await steps(meeting)).toMatchObject({ open_poll: 1 })
})

test('two phones of whoever holds it press the same step at the same moment: one wins, the other is told what was done', async () => {
  const { branch_secretary } = hall.people
  const meeting = await begun()
  await raiseHand(meeting, hall.people.tenant)
  const answers = await heldUp(
    hall,
    lockMeeting(meeting.id),
    [0, 1].map(
      () => () =>
        hall.send(branch_secretary, 'deliberate.callSpeaker', {
          params: { meetingId: meeting.id },
          body: {},
          ifMatch: meeting.version,
        }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 412])
  expect(answers[1]?.problem).toMatchObject({
    code: 'stale_version',
    detail: '您看的时候，支部书记已经“请人发言”了。请先看最新的。',
  })
  const seen = await page(hall, branch_secretary, meeting.id)
  expect(seen.speaking).not.toBeNull()
  expect(seen.queue).toHaveLength(1)
  expect(await steps(meeting)).toMatchObject({ call_speaker: 1 })
})

test('one press that is sent twice at the same moment is one step', async () => {
  const { branch_secretary } = hall.people
  const meeting = await begun(2)
  const [, next] = meeting.items
  const press = {
    params: { meetingId: meeting.id },
    body: { itemId: next?.id ?? null },
    key: 'one-press-0001',
    ifMatch: meeting.version,
  }
  const answers = await Promise.all([0, 1].map(() => hall.send(branch_secretary, 'deliberate.goTo', press)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect((await page(hall, branch_secretary, meeting.id)).version).toBe(meeting.version + 1)
  expect(await steps(meeting)).toMatchObject({ go_to: 1 })
})

test('a step that comes while the gavel is being taken over is too late', async () => {
  const { residents_committee, branch_secretary } = hall.people
  const meeting = await begun(2)
  const [, next] = meeting.items
  const answers = await heldUp<{ status: number; code: string | undefined }>(
    hall,
    lockMeeting(meeting.id),
    [
      () => takeOver(residents_committee, meeting),
      () => goTo(branch_secretary, meeting, next?.id ?? null),
    ].map((press) => async () => {
      const { status, problem } = await press()
      return { status, code: problem.code }
    }),
  )
  expect(answers).toEqual([
    { status: 200, code: undefined },
    { status: 409, code: 'not_in_the_chair' },
  ])
  expect((await page(hall, branch_secretary, meeting.id)).currentItemId).toBe(firstItem(meeting).id)
})

test('going to another point takes everybody along: their page, their queue, the event', async () => {
  const { branch_secretary, owner, tenant, supervisor } = hall.people
  const meeting = await begun(2)
  const [first, second] = meeting.items
  if (!first || !second) throw new Error('no items')
  await raiseHand(meeting, tenant, second.id)
  const everybody = [owner, tenant, supervisor, hall.people.residents_committee]
  const where = async () =>
    (await Promise.all(everybody.map((who) => page(hall, who, meeting.id)))).map(
      ({ currentItemId, queue }) => [currentItemId, queue.map(({ itemId }) => itemId)],
    )
  expect(await where()).toEqual(Array(4).fill([first.id, [first.id]]))
  const gone = await goTo(branch_secretary, meeting, second.id, meeting.version)
  expect(gone.body).toMatchObject({ currentItemId: second.id, version: meeting.version + 1 })
  expect(await where()).toEqual(Array(4).fill([second.id, [second.id]]))
  const { events } = await hall.ok(owner, 'deliberate.events', {
    params: { meetingId: meeting.id },
    query: { after: gone.body.eventSeq - 1 },
  })
  expect(events).toEqual([expect.objectContaining({ kind: 'go_to', label: '支部书记', words: '换了一项' })])
  // A break: no point at all.
  await goTo(branch_secretary, meeting, null)
  expect(await where()).toEqual(Array(4).fill([null, []]))
  // From a page that has not seen this.
  expect((await goTo(branch_secretary, meeting, first.id, meeting.version)).status).toBe(412)
})

test('nobody is taken to a point of another meeting, nor away from an open question', async () => {
  const { branch_secretary, owner } = hall.people
  const meeting = await begun(2)
  const other = await convene(hall, [await waiting(hall)])
  const elsewhere = await goTo(branch_secretary, meeting, firstItem(other).id)
  expect(elsewhere.problem).toMatchObject({ status: 409, code: 'not_on_agenda' })
  const [first, second] = meeting.items
  if (!first || !second) throw new Error('no items')
  // A question takes everybody to its point.
  const params = { meetingId: meeting.id, itemId: second.id }
  await hall.ok(branch_secretary, 'deliberate.openPoll', { params, body: {} })
  expect((await page(hall, owner, meeting.id)).currentItemId).toBe(second.id)
  const away = await goTo(branch_secretary, meeting, first.id)
  expect(away.problem).toMatchObject({ status: 409, code: 'poll_still_open' })
  expect((await page(hall, owner, meeting.id)).currentItemId).toBe(second.id)
})
