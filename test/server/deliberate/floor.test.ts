import type { BodyOf } from '@yishiting/domain/contract'
import type { ItemView, MeetingView, MotionView } from '@yishiting/domain/contract/deliberate'
import { MINUTE } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { atItem, checkIn, convene, firstItem, lastPoll, opened, page, waiting } from './support/meeting'

type SpeechKind = BodyOf<'deliberate.askToSpeak'>['kind']
type Settle = BodyOf<'deliberate.settleMotion'>

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 3 })
})
afterAll(() => hall.close())

/** An open meeting of two items, with the members and three neighbours here. */
async function begun(more: Partial<BodyOf<'deliberate.convene'>> = {}): Promise<MeetingView> {
  const { owner, family, tenant } = hall.people
  const meeting = await opened(hall, await convene(hall, [await waiting(hall), await waiting(hall)], more), 3)
  for (const who of [owner, family, tenant]) await checkIn(hall, meeting, who)
  return page(hall, owner, meeting.id)
}

const secondItem = (meeting: MeetingView): ItemView => {
  const [, item] = meeting.items
  if (!item) throw new Error('one item only')
  return item
}

const ask = (
  meeting: MeetingView,
  who: TestPerson,
  kind?: SpeechKind,
  more: Partial<BodyOf<'deliberate.askToSpeak'>> = {},
) =>
  hall.send(who, 'deliberate.askToSpeak', {
    params: { meetingId: meeting.id },
    body: { itemId: firstItem(meeting).id, kind, ...more },
  })

/** A minute after whatever was before. Its id. */
async function asks(meeting: MeetingView, who: TestPerson, kind?: SpeechKind): Promise<string> {
  await hall.pass(MINUTE)
  const asked = await ask(meeting, who, kind)
  expect(asked.status).toBe(200)
  return asked.body.mySpeechId ?? ''
}

const call = (meeting: MeetingView, speechId?: string) =>
  hall.send(hall.people.branch_secretary, 'deliberate.callSpeaker', {
    params: { meetingId: meeting.id },
    body: speechId ? { speechId } : {},
  })

const end = (meeting: MeetingView, speechId: string, note?: string) =>
  hall.send(hall.people.branch_secretary, 'deliberate.endSpeech', {
    params: { meetingId: meeting.id, speechId },
    body: { note },
  })

const withdraw = (meeting: MeetingView, who: TestPerson, speechId: string) =>
  hall.send(who, 'deliberate.withdrawSpeech', { params: { meetingId: meeting.id, speechId } })

const queue = async (meeting: MeetingView): Promise<string[]> =>
  (await page(hall, hall.people.supervisor, meeting.id)).queue.map(({ id }) => id)

/** Has had the floor on this point. */
async function spoke(meeting: MeetingView, who: TestPerson, kind?: SpeechKind): Promise<void> {
  const id = await asks(meeting, who, kind)
  expect((await call(meeting, id)).status).toBe(200)
  expect((await end(meeting, id)).status).toBe(200)
}

const speechRow = (id: string) =>
  hall.platform.db.selectFrom('meetingSpeeches').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('the queue', () => {
  test('whoever has not spoken on this point goes before whoever has, and of the others who asked earlier', async () => {
    const { owner, family, tenant } = hall.people
    const meeting = await begun()
    await spoke(meeting, owner)
    const again = await asks(meeting, owner)
    const second = await asks(meeting, family)
    const third = await asks(meeting, tenant)
    expect(await queue(meeting)).toEqual([second, third, again])
    const seen = await page(hall, tenant, meeting.id)
    expect(seen.queue.map(({ spokenBefore }) => spokenBefore)).toEqual([0, 0, 1])
    expect(seen.mySpeechId).toBe(third)
    // On the next point everybody begins anew.
    await hall.ok(hall.people.branch_secretary, 'deliberate.goTo', {
      params: { meetingId: meeting.id },
      body: { itemId: secondItem(meeting).id },
    })
    const onNext = await ask(meeting, owner, 'speech', { itemId: secondItem(meeting).id })
    expect(onNext.body.queue).toEqual([expect.objectContaining({ spokenBefore: 0 })])
  })

  test('twice comes after once, once after never', async () => {
    const { owner, family, tenant } = hall.people
    const meeting = await begun()
    for (const who of [owner, owner, family]) await spoke(meeting, who)
    const twice = await asks(meeting, owner)
    const once = await asks(meeting, family)
    const never = await asks(meeting, tenant)
    expect(await queue(meeting)).toEqual([never, once, twice])
  })

  test('points of order go first, then replies, then speeches; neither of them counts as having spoken', async () => {
    const { owner, family, tenant } = hall.people
    const meeting = await begun()
    await spoke(meeting, owner, 'order')
    await spoke(meeting, owner, 'reply')
    const speech = await asks(meeting, owner)
    const reply = await asks(meeting, family, 'reply')
    const order = await asks(meeting, tenant, 'order')
    const later = await asks(meeting, hall.compound.seated[0] as TestPerson)
    expect(await queue(meeting)).toEqual([order, reply, speech, later])
  })

  test('whoever asks twice stands in it once, however quickly he presses', async () => {
    const { owner } = hall.people
    const meeting = await begun()
    const pressed = await Promise.all([0, 1, 2, 3].map(() => ask(meeting, owner)))
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    const refused = await ask(meeting, owner, 'order')
    expect(refused.problem).toMatchObject({
      status: 409,
      code: 'already_queued',
      detail: '已经在排队发言了，轮到会叫。',
    })
    expect(await queue(meeting)).toHaveLength(1)
  })

  test('only whoever is here asks, on a point of this agenda that is still open, in an open meeting', async () => {
    const { owner, supervisor, branch_secretary } = hall.people
    const meeting = await begun()
    expect((await ask(meeting, supervisor)).problem).toMatchObject({ status: 409, code: 'not_checked_in' })
    const other = await convene(hall, [await waiting(hall)])
    const elsewhere = await ask(meeting, owner, 'speech', { itemId: firstItem(other).id })
    expect(elsewhere.problem.code).toBe('not_on_agenda')
    expect((await ask(other, owner)).problem.code).toBe('meeting_not_open')
    await hall.ok(branch_secretary, 'deliberate.decline', {
      params: atItem(meeting),
      body: { reason: '费用没有算清。' },
    })
    expect((await ask(meeting, owner)).problem.code).toBe('already_concluded')
    expect((await page(hall, supervisor, meeting.id)).can.speak).toBe(false)
    expect((await page(hall, owner, meeting.id)).can.speak).toBe(true)
  })

  test('whoever changes his mind is out of it; a neighbour does not take him out, who keeps the list may', async () => {
    const { owner, tenant, helper, family } = hall.people
    const meeting = await begun()
    const [mine, other] = [await asks(meeting, owner), await asks(meeting, tenant)]
    expect((await withdraw(meeting, family, mine)).status).toBe(403)
    expect((await withdraw(meeting, owner, mine)).body.mySpeechId).toBeNull()
    expect((await withdraw(meeting, owner, mine)).problem.code).toBe('speech_over')
    expect((await withdraw(meeting, helper, other)).status).toBe(200)
    expect(await queue(meeting)).toEqual([])
    // He may stand in it again, at its end.
    const again = await asks(meeting, owner)
    await call(meeting)
    expect((await withdraw(meeting, owner, again)).problem.code).toBe('speech_over')
  })
})

describe('the floor', () => {
  test('the next by the order is called, or one whom the chair names; whoever spoke has ended by that', async () => {
    const { owner, family, tenant } = hall.people
    const meeting = await begun()
    expect((await call(meeting)).problem).toMatchObject({ status: 409, code: 'nobody_waits' })
    const [first, second, third] = [
      await asks(meeting, owner),
      await asks(meeting, family),
      await asks(meeting, tenant),
    ]
    const called = await call(meeting)
    expect(called.body).toMatchObject({
      speaking: { id: first, label: '5 号楼居民', calledAt: called.body.serverNow },
      queue: [{ id: second }, { id: third }],
    })
    expect((await page(hall, owner, meeting.id)).mySpeechId).toBe(first)
    await hall.pass(MINUTE)
    expect((await call(meeting, third)).body).toMatchObject({
      speaking: { id: third },
      queue: [{ id: second }],
    })
    expect((await speechRow(first)).endedAt).toBe(hall.clock.now())
    // Whoever has been called is not called a second time.
    expect((await call(meeting, first)).problem.code).toBe('nobody_waits')
    expect((await call(meeting)).body.speaking?.id).toBe(second)
    expect((await call(meeting)).problem.code).toBe('nobody_waits')
    // Nobody waits, but whoever speaks still speaks.
    expect((await page(hall, owner, meeting.id)).speaking?.id).toBe(second)
  })

  test('a speech ends with a line of what was said, and can be noted later; its time stays', async () => {
    const { owner, tenant } = hall.people
    const meeting = await begun()
    const [id, waitingId] = [await asks(meeting, owner), await asks(meeting, tenant)]
    expect((await end(meeting, waitingId)).problem).toMatchObject({ status: 409, code: 'speech_over' })
    expect((await end(meeting, meeting.id)).problem.code).toBe('target_invalid')
    await call(meeting, id)
    await hall.pass(MINUTE)
    const endedAt = hall.clock.now()
    const ended = await end(meeting, id, ' 东侧\u200b先装。 ')
    expect(ended.body).toMatchObject({ speaking: null, queue: [{ id: waitingId }] })
    expect(await speechRow(id)).toMatchObject({ endedAt, note: '东侧先装。' })
    await hall.pass(MINUTE)
    await end(meeting, id)
    expect(await speechRow(id)).toMatchObject({ endedAt, note: '东侧先装。' })
    await end(meeting, id, '东侧先装，西侧明年。')
    expect(await speechRow(id)).toMatchObject({ endedAt, note: '东侧先装，西侧明年。' })
    const { events } = await hall.ok(tenant, 'deliberate.events', { params: { meetingId: meeting.id } })
    expect(events.filter(({ kind }) => kind === 'call_speaker')).toEqual([
      expect.objectContaining({ label: '支部书记', words: '请人发言：5 号楼居民' }),
    ])
  })

  test('the timer runs for as long as was announced: a speech for its time, a reply and a point of order for theirs', async () => {
    const { owner, family, tenant } = hall.people
    const meeting = await begun({ speechSeconds: 120, replySeconds: 45 })
    await asks(meeting, owner)
    await asks(meeting, family, 'reply')
    await asks(meeting, tenant, 'order')
    const seen = await page(hall, owner, meeting.id)
    expect(seen.queue.map(({ kind, seconds }) => [kind, seconds])).toEqual([
      ['order', 45],
      ['reply', 45],
      ['speech', 120],
    ])
    await call(meeting)
    await hall.pass(MINUTE)
    const { speaking, serverNow } = await page(hall, owner, meeting.id)
    expect(speaking?.seconds).toBe(45)
    expect(Date.parse(serverNow) - Date.parse(speaking?.calledAt ?? '')).toBe(MINUTE)
    const usual = await begun()
    const kinds: [TestPerson, SpeechKind][] = [
      [owner, 'speech'],
      [family, 'reply'],
    ]
    for (const [who, kind] of kinds) await asks(usual, who, kind)
    expect((await page(hall, owner, usual.id)).queue.map(({ seconds }) => seconds)).toEqual([60, 180])
  })

  test('a helper or whoever moderates asks for somebody without a phone, and for a guest on the list', async () => {
    const { helper, branch_secretary, owner, tenant, supervisor, property_manager } = hall.people
    const meeting = await begun()
    const params = { meetingId: meeting.id }
    await hall.ok(helper, 'deliberate.checkInOther', { params, body: { personId: property_manager.id } })
    const listed = await hall.ok(helper, 'deliberate.addGuest', {
      params,
      body: { name: '张桂芳', unit: '3-201', isResident: true },
    })
    const guestId = listed.guests[0]?.id ?? ''

    for (const more of [{ forId: property_manager.id }, { guestId }])
      expect((await ask(meeting, owner, 'speech', more)).problem).toMatchObject({
        status: 403,
        code: 'not_allowed',
      })
    expect(await queue(meeting)).toEqual([])

    expect((await ask(meeting, branch_secretary, 'speech', { forId: property_manager.id })).status).toBe(200)
    await hall.pass(MINUTE)
    expect((await ask(meeting, helper, 'speech', { guestId })).body.mySpeechId).toBeNull()
    const seen = await page(hall, tenant, meeting.id)
    expect(seen.queue.map(({ label }) => label)).toEqual(['物业', '到会住户（3 号楼） 1'])
    expect(JSON.stringify(seen)).not.toContain('张桂芳')
    for (const more of [{ forId: property_manager.id }, { guestId }])
      expect((await ask(meeting, helper, 'reply', more)).problem.code).toBe('already_queued')
    expect((await page(hall, property_manager, meeting.id)).mySpeechId).toBe(seen.queue[0]?.id)

    expect((await ask(meeting, helper, 'speech', { forId: supervisor.id })).problem.code).toBe(
      'not_checked_in',
    )
    expect((await ask(meeting, helper, 'speech', { guestId: meeting.id })).problem.code).toBe(
      'target_invalid',
    )

    // A guest who has spoken waits behind who has not, as anybody.
    const spokenId = seen.queue[1]?.id ?? ''
    await call(meeting, spokenId)
    await end(meeting, spokenId, '灯先装东侧。')
    await ask(meeting, helper, 'speech', { guestId })
    await asks(meeting, tenant)
    expect((await page(hall, tenant, meeting.id)).queue.map(({ label }) => label)).toEqual([
      '物业',
      '5 号楼居民',
      '到会住户（3 号楼） 1',
    ])
  })

  test('nobody speaks two at a time, however they are called', async () => {
    const { owner, tenant } = hall.people
    const meeting = await begun()
    const ids = [await asks(meeting, owner), await asks(meeting, tenant)]
    const called = await Promise.all(ids.map((id) => call(meeting, id)))
    expect(called.map(({ status }) => status)).toEqual([200, 200])
    const open = (await Promise.all(ids.map(speechRow))).filter(({ endedAt }) => endedAt === null)
    expect(open).toHaveLength(1)
    expect((await page(hall, owner, meeting.id)).speaking?.id).toBe(open[0]?.id)
  })
})

describe('a motion from the floor', () => {
  const propose = (
    meeting: MeetingView,
    who: TestPerson,
    text = '西侧也装五盏灯。',
    kind: MotionView['kind'] = 'motion',
  ) => hall.send(who, 'deliberate.propose', { params: atItem(meeting), body: { kind, text } })

  async function proposed(
    meeting: MeetingView,
    who: TestPerson,
    text?: string,
    kind?: MotionView['kind'],
  ): Promise<string> {
    const { status, body } = await propose(meeting, who, text, kind)
    expect(status).toBe(200)
    return firstItem(body).motions.at(-1)?.id ?? ''
  }

  const second = (meeting: MeetingView, who: TestPerson, motionId: string) =>
    hall.send(who, 'deliberate.second', { params: { meetingId: meeting.id, motionId } })

  const settle = (
    meeting: MeetingView,
    motionId: string,
    body: Settle,
    who: TestPerson = hall.people.branch_secretary,
  ) => hall.send(who, 'deliberate.settleMotion', { params: { meetingId: meeting.id, motionId }, body })

  const motionOf = async (meeting: MeetingView, motionId: string): Promise<MotionView> => {
    const { motions } = firstItem(await page(hall, hall.people.supervisor, meeting.id))
    const motion = motions.find(({ id }) => id === motionId)
    if (!motion) throw new Error('no such motion')
    return motion
  }

  test('is seconded by another than who proposed it, by each once, and by nobody who is not here', async () => {
    const { owner, tenant, supervisor } = hall.people
    const meeting = await begun()
    expect((await propose(meeting, supervisor)).problem.code).toBe('not_checked_in')
    expect((await propose(meeting, owner, ' ')).problem).toMatchObject({
      status: 422,
      code: 'motion_required',
    })
    const id = await proposed(meeting, owner)
    const own = await second(meeting, owner, id)
    expect(own.problem).toMatchObject({
      status: 409,
      code: 'already_seconded',
      detail: '这是您自己提的，要别人附议。',
    })
    expect((await second(meeting, supervisor, id)).problem.code).toBe('not_checked_in')
    expect((await second(meeting, tenant, meeting.id)).problem.code).toBe('target_invalid')
    const pressed = await Promise.all([0, 1, 2].map(() => second(meeting, tenant, id)))
    expect(pressed.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await second(meeting, tenant, id)).problem.detail).toBe('您已经附议过了。')
    expect(await motionOf(meeting, id)).toEqual({
      id,
      kind: 'motion',
      text: '西侧也装五盏灯。',
      proposerLabel: '5 号楼居民',
      seconders: 1,
      state: 'proposed',
      reason: '',
    })
    for (const who of [owner, tenant]) expect((await page(hall, who, meeting.id)).mySeconded).toEqual([id])
    expect((await page(hall, hall.people.family, meeting.id)).mySeconded).toEqual([])
  })

  test('is taken up only when somebody has seconded it; then it is the point’s motion, with its proposer', async () => {
    const { owner, tenant, residents_committee } = hall.people
    const meeting = await begun()
    const id = await proposed(meeting, owner)
    expect((await settle(meeting, id, { to: 'taken_up' }, tenant)).status).toBe(403)
    const other = await settle(meeting, id, { to: 'taken_up' }, residents_committee)
    expect(other.problem.code).toBe('not_in_the_chair')
    const alone = await settle(meeting, id, { to: 'taken_up' })
    expect(alone.problem).toMatchObject({
      status: 409,
      code: 'seconders_missing',
      detail: '还没有人附议，有人附议才能采用。',
    })
    expect(firstItem(await page(hall, owner, meeting.id)).motion).toBe(firstItem(meeting).motion)
    await second(meeting, tenant, id)
    const taken = await settle(meeting, id, { to: 'taken_up' })
    expect(firstItem(taken.body)).toMatchObject({
      motion: '西侧也装五盏灯。',
      proposerLabel: '5 号楼居民',
      motions: [{ id, state: 'taken_up', seconders: 1 }],
    })
    expect((await second(meeting, hall.people.family, id)).problem.code).toBe('motion_settled')
    expect((await settle(meeting, id, { to: 'set_aside', reason: '又不要了' })).problem.code).toBe(
      'motion_settled',
    )
  })

  test('an amendment that is taken up changes the words, and whose motion it is stays', async () => {
    const { owner, tenant, branch_secretary, property_manager } = hall.people
    const meeting = await begun()
    await hall.ok(branch_secretary, 'deliberate.setMotion', {
      params: atItem(meeting),
      body: { motion: '车棚装十盏灯。', proposerId: property_manager.id },
    })
    const id = await proposed(meeting, owner, '把“十盏”改成“十五盏”。', 'amendment')
    await second(meeting, tenant, id)
    const taken = await settle(meeting, id, { to: 'taken_up', motion: '车棚装十五盏灯。' })
    expect(firstItem(taken.body)).toMatchObject({
      motion: '车棚装十五盏灯。',
      proposerLabel: '物业',
      motions: [{ kind: 'amendment', text: '把“十盏”改成“十五盏”。', state: 'taken_up' }],
    })
  })

  test('is set aside with a reason that everybody reads, seconded or not', async () => {
    const { owner, tenant } = hall.people
    const meeting = await begun()
    const id = await proposed(meeting, owner)
    await second(meeting, tenant, id)
    const without = await settle(meeting, id, { to: 'set_aside', reason: ' ' })
    expect(without.problem).toMatchObject({ status: 422, code: 'reason_required' })
    expect((await motionOf(meeting, id)).state).toBe('proposed')
    await settle(meeting, id, { to: 'set_aside', reason: '要另外立项，下次再议。' })
    expect(await motionOf(meeting, id)).toMatchObject({
      state: 'set_aside',
      reason: '要另外立项，下次再议。',
    })
    expect(firstItem(await page(hall, owner, meeting.id)).motion).toBe(firstItem(meeting).motion)
    expect((await second(meeting, hall.people.family, id)).problem.code).toBe('motion_settled')
  })

  test('is withdrawn by whoever proposed it and by nobody else, without making a moderator’s page old', async () => {
    const { owner, tenant, branch_secretary } = hall.people
    const meeting = await begun()
    const id = await proposed(meeting, owner)
    for (const who of [tenant, branch_secretary])
      expect((await settle(meeting, id, { to: 'withdrawn' }, who)).problem.code).toBe('not_allowed')
    const { version } = await page(hall, branch_secretary, meeting.id)
    const gone = await settle(meeting, id, { to: 'withdrawn' }, owner)
    expect(firstItem(gone.body).motions).toEqual([expect.objectContaining({ id, state: 'withdrawn' })])
    expect(gone.body.version).toBe(version)
    expect((await second(meeting, tenant, id)).problem.code).toBe('motion_settled')
    expect((await settle(meeting, id, { to: 'taken_up' })).problem.code).toBe('motion_settled')
    expect((await settle(meeting, id, { to: 'withdrawn' }, owner)).problem.code).toBe('motion_settled')
  })

  test('can be voted on by itself in its own words; once it is settled, not any more', async () => {
    const { owner, tenant, branch_secretary } = hall.people
    const meeting = await begun()
    const id = await proposed(meeting, owner, '把“十盏”改成“十五盏”。', 'amendment')
    await second(meeting, tenant, id)
    const open = (motionId: string, params = atItem(meeting)) =>
      hall.send(branch_secretary, 'deliberate.openPoll', {
        params,
        body: { about: 'amendment', motionId, question: '别的话', method: 'scoring' },
      })
    const elsewhere = { meetingId: meeting.id, itemId: secondItem(meeting).id }
    expect((await open(id, elsewhere)).problem.code).toBe('motion_settled')
    const { body } = await open(id)
    expect(lastPoll(body)).toMatchObject({
      about: 'amendment',
      motionId: id,
      question: '把“十盏”改成“十五盏”。',
      method: 'yes_no',
    })
    await hall.ok(branch_secretary, 'deliberate.closePoll', {
      params: { meetingId: meeting.id, pollId: lastPoll(body).id },
    })
    // The point's own motion is as it was, and not yet asked.
    expect(firstItem(await page(hall, owner, meeting.id))).toMatchObject({
      motion: firstItem(meeting).motion,
      adopted: null,
    })
    await settle(meeting, id, { to: 'set_aside', reason: '没有过半数。' })
    expect((await open(id)).problem.code).toBe('motion_settled')
  })

  test('comes too late once the point is being voted on, or has its result', async () => {
    const { owner, tenant, branch_secretary } = hall.people
    const meeting = await begun()
    const id = await proposed(meeting, owner)
    await second(meeting, tenant, id)
    const params = atItem(meeting)
    const { items } = await hall.ok(branch_secretary, 'deliberate.openPoll', { params, body: {} })
    expect((await settle(meeting, id, { to: 'taken_up' })).problem.code).toBe('poll_already_open')
    expect((await propose(meeting, tenant)).problem.code).toBe('poll_already_open')
    expect((await second(meeting, hall.people.family, id)).problem.code).toBe('poll_already_open')
    const pollId = items[0]?.polls[0]?.id ?? ''
    await hall.ok(branch_secretary, 'deliberate.closePoll', { params: { meetingId: meeting.id, pollId } })
    await hall.ok(branch_secretary, 'deliberate.decline', { params, body: { reason: '费用没有算清。' } })
    expect((await propose(meeting, tenant)).problem.code).toBe('already_concluded')
    expect((await settle(meeting, id, { to: 'taken_up' })).problem.code).toBe('already_concluded')
  })
})
