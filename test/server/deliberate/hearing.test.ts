import type { DemandView, HearingView, MeetingView, PartyView } from '@yishiting/domain/contract/deliberate'
import { DAY } from '@yishiting/domain/matter/instant'
import { addCompound } from '../../support/compound'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { isoAt } from '../support/matters'
import { photoOf } from '../support/pictures'
import { checkIn, convene, firstItem, noticesOf, opened, page, waiting } from './support/meeting'

let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 3 })
})
afterAll(() => hall.close())

const PARTIES = [
  { side: 'applicant' as const, label: '物业' },
  { side: 'burdened' as const, label: '5 号楼 102' },
]

/** A hearing about a lamp before the owner's window: he and 102 bear the burden, the property company asks for it. */
async function heard(more: Parameters<typeof convene>[2] = {}): Promise<MeetingView> {
  const { owner } = hall.people
  return convene(hall, [await waiting(hall)], {
    kind: 'hearing',
    startsAt: isoAt(hall.clock.now() + 11 * DAY),
    parties: [...PARTIES, { side: 'burdened', label: '5 号楼 101', residentId: owner.id }],
    ...more,
  })
}

const see = (who: TestPerson, meeting: MeetingView) =>
  hall.ok(who, 'deliberate.hearing', { params: { meetingId: meeting.id } })

function partyOf({ parties }: HearingView, label: string): PartyView {
  const party = parties.find((each) => each.label === label)
  if (!party) throw new Error(`no party ${label}`)
  return party
}

/** Where the party of this label is, for the path of an operation on it. */
async function at(meeting: MeetingView, label: string) {
  const { id } = partyOf(await see(hall.people.branch_secretary, meeting), label)
  return { meetingId: meeting.id, partyId: id }
}

async function invite(meeting: MeetingView, label: string, how: string, who?: TestPerson) {
  const params = await at(meeting, label)
  return hall.send(who ?? hall.people.branch_secretary, 'deliberate.inviteParty', { params, body: { how } })
}

/** Every burdened household invited, the day come, the hearing open. */
async function sitting(present = 0): Promise<MeetingView> {
  const meeting = await heard()
  await invite(meeting, '5 号楼 101', '上门')
  await invite(meeting, '5 号楼 102', '电话')
  return opened(hall, meeting, present)
}

async function demanded(meeting: MeetingView, text = '灯离窗户三米以上。'): Promise<DemandView> {
  const params = { meetingId: meeting.id }
  const { demands } = await hall.ok(hall.people.branch_secretary, 'deliberate.demand', {
    params,
    body: { text },
  })
  const demand = demands.at(-1)
  if (!demand) throw new Error('no demand')
  return demand
}

test('the parties stand as announced, the burdened first, and nobody counts as invited yet', async () => {
  const { owner, tenant } = hall.people
  const meeting = await heard()
  const seen = await see(owner, meeting)
  expect(seen.parties.map(({ side, label, isMe }) => ({ side, label, isMe }))).toEqual([
    { side: 'burdened', label: '5 号楼 101', isMe: true },
    { side: 'burdened', label: '5 号楼 102', isMe: false },
    { side: 'applicant', label: '物业', isMe: false },
  ])
  expect(seen).toMatchObject({ uninvited: 2, questions: [], demands: [], observers: 0 })
  expect(seen.can).toMatchObject({ keep: false, ask: false, demand: true, answerDemand: false })
  expect((await see(tenant, meeting)).can).toMatchObject({
    keep: false,
    ask: false,
    demand: false,
    answerDemand: false,
  })
})

test('parties belong to a hearing, and each says who it is', async () => {
  const { branch_secretary } = hall.people
  const items = [await waiting(hall)]
  const body = { kind: 'deliberation' as const, startsAt: isoAt(hall.clock.now() + 11 * DAY), place: '楼下' }
  const elsewhere = await hall.send(branch_secretary, 'deliberate.convene', {
    body: { ...body, items, parties: PARTIES },
  })
  expect(elsewhere.problem.code).toBe('target_invalid')
  const nobody = await hall.send(branch_secretary, 'deliberate.convene', {
    body: { ...body, kind: 'hearing', items, parties: [{ side: 'burdened', label: '  ' }] },
  })
  expect(nobody.problem.code).toBe('target_invalid')
  const plain = await convene(hall, items)
  const added = await hall.send(branch_secretary, 'deliberate.addParty', {
    params: { meetingId: plain.id },
    body: { side: 'burdened', label: '5 号楼 101' },
  })
  expect(added.problem).toMatchObject({ code: 'not_on_agenda', detail: '这不是听证会，没有各方。' })
})

test('a hearing does not open while a burdened household is uninvited, and says which', async () => {
  const { branch_secretary } = hall.people
  const meeting = await heard()
  await hall.pass(11 * DAY)
  const params = { meetingId: meeting.id }
  const open = () => hall.send(branch_secretary, 'deliberate.open', { params })
  const refused = (await open()).problem
  expect(refused).toMatchObject({ status: 409, code: 'parties_uninvited', details: { left: 2 } })
  expect(refused.detail).toMatch(/^还有 2 户没有请到：.*。先一户一户请到，再开听证会。$/)
  for (const label of ['5 号楼 101', '5 号楼 102']) expect(refused.detail).toContain(label)
  expect(refused.detail).not.toContain('物业')
  expect((await invite(meeting, '5 号楼 102', '电话')).body.uninvited).toBe(1)
  expect((await open()).problem.detail).toMatch('还有 1 户没有请到：5 号楼 101。')
  // Who asks for it need not be invited before; the burdened must.
  expect((await invite(meeting, '5 号楼 101', '上门')).body.uninvited).toBe(0)
  expect((await open()).body.state).toBe('open')
})

test('a household added after the notice has to be invited like the others', async () => {
  const { branch_secretary } = hall.people
  const meeting = await heard({ parties: [] })
  const params = { meetingId: meeting.id }
  const add = (label: string) =>
    hall.send(branch_secretary, 'deliberate.addParty', { params, body: { side: 'burdened', label } })
  expect((await add(' ')).problem.code).toBe('text_required')
  expect((await add('5 号楼 103')).body).toMatchObject({ uninvited: 1 })
  await hall.pass(11 * DAY)
  const early = await hall.send(branch_secretary, 'deliberate.open', { params })
  expect(early.problem.code).toBe('parties_uninvited')
  await invite(meeting, '5 号楼 103', '信')
  expect((await hall.ok(branch_secretary, 'deliberate.open', { params })).state).toBe('open')
})

test('how each was invited is on record for everybody, and who is in the app is told there', async () => {
  const { owner, tenant } = hall.people
  const meeting = await heard({ title: '灯的听证会' })
  const silent = await invite(meeting, '5 号楼 101', ' ')
  expect(silent.problem).toMatchObject({ code: 'text_required', detail: expect.stringMatching('上门、电话') })
  await invite(meeting, '5 号楼 101', '上门，当面请的')
  const seen = partyOf(await see(tenant, meeting), '5 号楼 101')
  expect(seen).toMatchObject({ invitedHow: '上门，当面请的', invitedAt: isoAt(hall.clock.now()) })
  expect(partyOf(await see(tenant, meeting), '5 号楼 102').invitedAt).toBeNull()
  expect(await noticesOf(hall, owner, meeting.id)).toContain('请您参加听证会：灯的听证会')
})

test('a party writes its own view, with evidence, and before the day too', async () => {
  const { owner, tenant } = hall.people
  const meeting = await heard()
  const params = await at(meeting, '5 号楼 101')
  const photoIds = [await photoOf(hall, owner)]
  const body = { view: '灯正对卧室，睡不着。', photoIds, isHere: true }
  const seen = partyOf(await hall.ok(owner, 'deliberate.recordView', { params, body }), '5 号楼 101')
  // That he is here is not for himself to write.
  expect(seen).toMatchObject({ view: '灯正对卧室，睡不着。', isHere: false, viewAt: isoAt(hall.clock.now()) })
  expect(seen.photos.map(({ id }) => id)).toEqual(photoIds)
  const empty = await hall.send(owner, 'deliberate.recordView', {
    params,
    body: { view: ' ', photoIds: [] },
  })
  expect(empty.problem.code).toBe('text_required')
  expect(partyOf(await see(tenant, meeting), '5 号楼 101').view).toBe('灯正对卧室，睡不着。')
})

test('of one who did not come the view is written down by whoever keeps the record', async () => {
  const { residents_committee, tenant } = hall.people
  const meeting = await sitting()
  const params = await at(meeting, '5 号楼 102')
  const body = { view: '电话里说：担心晃眼，要装罩子。', isHere: false }
  const seen = await hall.ok(residents_committee, 'deliberate.recordView', { params, body })
  expect(partyOf(seen, '5 号楼 102')).toMatchObject({ isHere: false, view: body.view, invitedHow: '电话' })
  const entry = await hall.platform.db
    .selectFrom('journal')
    .select(['actorId', 'extra'])
    .where('meetingId', '=', meeting.id)
    .where('kind', '=', 'hearing')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(entry).toEqual({
    actorId: residents_committee.id,
    extra: { what: 'view', partyId: params.partyId, byOther: true },
  })
  expect(partyOf(await see(tenant, meeting), '5 号楼 102').view).toBe(body.view)
})

test('neighbours neither add nor invite a party, nor speak for it, nor sign for it', async () => {
  const { tenant, owner, helper, supervisor } = hall.people
  const meeting = await sitting()
  const params = await at(meeting, '5 号楼 102')
  const meetingId = meeting.id
  // The other burdened household has no more say over this one than any neighbour.
  for (const who of [tenant, owner, helper, supervisor]) {
    const tries = [
      await hall.send(who, 'deliberate.addParty', {
        params: { meetingId },
        body: { side: 'burdened', label: '5 号楼 104' },
      }),
      await hall.send(who, 'deliberate.inviteParty', { params, body: { how: '上门' } }),
      await hall.send(who, 'deliberate.recordView', { params, body: { view: '没有意见。' } }),
      await hall.send(who, 'deliberate.signRecord', { params, body: { how: '纸上签' } }),
      await hall.send(who, 'deliberate.demand', {
        params: { meetingId },
        body: { text: '不装了', partyId: params.partyId },
      }),
    ]
    for (const { problem } of tries) expect(problem).toMatchObject({ status: 403, code: 'not_allowed' })
  }
  expect(partyOf(await see(tenant, meeting), '5 号楼 102')).toMatchObject({ view: '', signedAt: null })
})

test('whoever is here asks, once it has begun; the party asked answers, once', async () => {
  const { tenant, owner, family } = hall.people
  const meeting = await heard()
  const params = { meetingId: meeting.id }
  await invite(meeting, '5 号楼 101', '上门')
  await invite(meeting, '5 号楼 102', '电话')
  const { partyId } = await at(meeting, '5 号楼 101')
  const ask = (who: TestPerson, text: string) =>
    hall.send(who, 'deliberate.askParty', { params, body: { text, toPartyId: partyId } })
  expect((await ask(tenant, '能不能装罩子？')).problem.code).toBe('meeting_not_open')
  await opened(hall, meeting)
  expect((await ask(tenant, '能不能装罩子？')).problem.code).toBe('not_checked_in')
  await checkIn(hall, meeting, tenant)
  expect((await ask(tenant, '  ')).problem.code).toBe('text_required')
  const asked = (await ask(tenant, '能不能装罩子？')).body
  expect(asked.questions).toHaveLength(1)
  expect(asked.questions[0]).toMatchObject({
    askedLabel: '5 号楼居民',
    toPartyId: partyId,
    answeredAt: null,
    canAnswer: false,
  })
  const questionId = asked.questions[0]?.id ?? ''
  const answer = (who: TestPerson, words: string) =>
    hall.send(who, 'deliberate.answerQuestion', {
      params: { ...params, questionId },
      body: { answer: words },
    })
  for (const who of [tenant, family]) expect((await answer(who, '能')).problem.code).toBe('not_allowed')
  expect((await see(owner, meeting)).questions[0]?.canAnswer).toBe(true)
  expect((await answer(owner, ' ')).problem.code).toBe('text_required')
  const answered = (await answer(owner, '装罩子就行。')).body.questions[0]
  expect(answered).toMatchObject({
    answer: '装罩子就行。',
    answeredLabel: '5 号楼 101',
    answeredAt: isoAt(hall.clock.now()),
    canAnswer: false,
  })
  expect((await answer(owner, '不行了')).problem).toMatchObject({ status: 409, code: 'question_answered' })
})

test('for a party without a phone whoever keeps the record writes its answer; nobody asks a party that is none', async () => {
  const { branch_secretary } = hall.people
  const meeting = await sitting()
  const params = { meetingId: meeting.id }
  const { partyId } = await at(meeting, '5 号楼 102')
  const { questions } = await hall.ok(branch_secretary, 'deliberate.askParty', {
    params,
    body: { text: '晃眼吗？', toPartyId: partyId },
  })
  const answered = await hall.ok(branch_secretary, 'deliberate.answerQuestion', {
    params: { ...params, questionId: questions[0]?.id ?? '' },
    body: { answer: '晃眼。' },
  })
  expect(answered.questions[0]).toMatchObject({ answer: '晃眼。', answeredLabel: '5 号楼 102' })
  const astray = await hall.send(branch_secretary, 'deliberate.askParty', {
    params,
    body: { text: '晃眼吗？', toPartyId: meeting.id },
  })
  expect(astray.status).toBe(404)
})

test('a demand comes from a party, or from whoever is here; on a point of the agenda or on none', async () => {
  const { owner, tenant, branch_secretary } = hall.people
  const meeting = await sitting()
  const params = { meetingId: meeting.id }
  const { partyId } = await at(meeting, '5 号楼 101')
  const raise = (who: TestPerson, more: { partyId?: string; itemId?: string }, text = '装罩子。') =>
    hall.send(who, 'deliberate.demand', { params, body: { text, ...more } })
  expect((await raise(tenant, {})).problem.code).toBe('not_checked_in')
  expect((await raise(owner, { partyId, itemId: partyId })).problem.code).toBe('not_on_agenda')
  expect((await raise(owner, { partyId }, ' ')).problem.code).toBe('text_required')
  const own = await raise(owner, { partyId, itemId: firstItem(meeting).id })
  expect(own.body.demands[0]).toMatchObject({
    label: '5 号楼 101',
    partyId,
    itemId: firstItem(meeting).id,
    dueAt: isoAt(hall.clock.now() + 7 * DAY),
    isAdopted: null,
    answer: '',
    overdueText: '',
  })
  await checkIn(hall, meeting, tenant)
  expect((await raise(tenant, {})).body.demands.at(-1)).toMatchObject({ label: '5 号楼居民', partyId: null })
  const written = await raise(branch_secretary, { partyId: (await at(meeting, '5 号楼 102')).partyId })
  expect(written.body.demands.at(-1)?.label).toBe('5 号楼 102')
})

test('each demand is answered once, adopted or not, always with a reason that whoever demanded it is told', async () => {
  const { owner, tenant, branch_secretary } = hall.people
  const meeting = await sitting()
  const params = { meetingId: meeting.id }
  const { partyId } = await at(meeting, '5 号楼 101')
  for (const text of ['装罩子。', '十点以后关灯。']) {
    await hall.ok(owner, 'deliberate.demand', { params, body: { text, partyId } })
  }
  const [first, second] = (await see(owner, meeting)).demands
  if (!first || !second) throw new Error('no demands')
  const answer = (who: TestPerson, { id }: DemandView, isAdopted: boolean, words: string) =>
    hall.send(who, 'deliberate.answerDemand', {
      params: { ...params, demandId: id },
      body: { isAdopted, answer: words },
    })
  for (const who of [owner, tenant]) {
    expect((await answer(who, first, true, '好')).problem.code).toBe('not_allowed')
  }
  for (const isAdopted of [true, false]) {
    expect((await answer(branch_secretary, first, isAdopted, '  ')).problem).toMatchObject({
      status: 422,
      code: 'reason_required',
    })
  }
  await answer(branch_secretary, first, true, '物业一周内装上罩子。')
  const { demands } = (await answer(branch_secretary, second, false, '夜里回来的人要看路。')).body
  expect(demands).toMatchObject([
    { isAdopted: true, answer: '物业一周内装上罩子。', answeredAt: isoAt(hall.clock.now()) },
    { isAdopted: false, answer: '夜里回来的人要看路。' },
  ])
  expect((await answer(branch_secretary, first, false, '又不装了')).problem.code).toBe('demand_answered')
  const told = (await noticesOf(hall, owner, meeting.id)).filter((title) =>
    title.includes('您的诉求有答复了'),
  )
  expect(told).toHaveLength(2)
})

test('a demand that nobody answered shows by how many days it is late, until it is answered', async () => {
  const { tenant, branch_secretary } = hall.people
  const meeting = await sitting()
  const demand = await demanded(meeting)
  const shown = async () => (await see(tenant, meeting)).demands.map(({ overdueText }) => overdueText)
  await hall.pass(7 * DAY)
  expect(await shown()).toEqual([''])
  await hall.pass(DAY)
  expect(await shown()).toEqual(['逾期 1 天'])
  await hall.pass(2 * DAY)
  expect(await shown()).toEqual(['逾期 3 天'])
  const params = { meetingId: meeting.id, demandId: demand.id }
  await hall.ok(branch_secretary, 'deliberate.answerDemand', {
    params,
    body: { isAdopted: true, answer: '装' },
  })
  expect(await shown()).toEqual([''])
})

test('a party signs the record itself; what was signed on paper is written down with how; both once', async () => {
  const { owner, tenant, branch_secretary } = hall.people
  const meeting = await heard()
  const mine = await at(meeting, '5 号楼 101')
  const others = await at(meeting, '5 号楼 102')
  const sign = (who: TestPerson, params: typeof mine, how = '') =>
    hall.send(who, 'deliberate.signRecord', { params, body: { how } })
  expect((await sign(owner, mine)).problem.code).toBe('meeting_not_open')
  await invite(meeting, '5 号楼 101', '上门')
  await invite(meeting, '5 号楼 102', '电话')
  await opened(hall, meeting)
  expect(partyOf((await sign(owner, mine)).body, '5 号楼 101')).toMatchObject({
    signedAt: isoAt(hall.clock.now()),
    signedHow: '本人在手机上签',
  })
  expect((await sign(branch_secretary, others)).problem.code).toBe('text_required')
  expect(partyOf((await sign(branch_secretary, others, '拒绝签字')).body, '5 号楼 102').signedHow).toBe(
    '拒绝签字',
  )
  for (const [who, where] of [
    [owner, mine],
    [branch_secretary, others],
  ] as const) {
    expect((await sign(who, where, '纸上签')).problem).toMatchObject({ status: 409, code: 'party_signed' })
  }
  expect(partyOf(await see(tenant, meeting), '5 号楼 101').signedHow).toBe('本人在手机上签')
})

test('what a party has signed stays as it is, for itself and for whoever keeps the record', async () => {
  const { owner, branch_secretary } = hall.people
  const meeting = await sitting()
  const params = await at(meeting, '5 号楼 101')
  const write = (who: TestPerson, view: string) =>
    hall.send(who, 'deliberate.recordView', { params, body: { view } })
  expect((await write(branch_secretary, '要装罩子。')).status).toBe(200)
  await hall.ok(owner, 'deliberate.signRecord', { params, body: {} })
  for (const who of [owner, branch_secretary]) {
    expect((await write(who, '没有意见。')).problem.code).toBe('party_signed')
  }
  expect(partyOf(await see(owner, meeting), '5 号楼 101').view).toBe('要装罩子。')
})

test('whoever only listens is counted as such', async () => {
  const { helper, tenant } = hall.people
  const meeting = await sitting()
  const guest = (name: string, isResident: boolean) =>
    hall.ok(helper, 'deliberate.addGuest', {
      params: { meetingId: meeting.id },
      body: { name, isResident },
    })
  await guest('路人', false)
  await guest('张阿姨', true)
  expect((await see(tenant, meeting)).observers).toBe(1)
})

test('in a hearing that was called off nothing more is written', async () => {
  const { branch_secretary, owner } = hall.people
  const meeting = await heard()
  const params = { meetingId: meeting.id }
  const party = await at(meeting, '5 号楼 101')
  await hall.ok(branch_secretary, 'deliberate.cancel', { params, body: { reason: '物业不装了' } })
  const tries = [
    await invite(meeting, '5 号楼 101', '上门'),
    await hall.send(owner, 'deliberate.recordView', { params: party, body: { view: '晃眼' } }),
    await hall.send(owner, 'deliberate.demand', {
      params,
      body: { text: '装罩子', partyId: party.partyId },
    }),
  ]
  for (const { problem } of tries) expect(problem.code).toBe('meeting_over')
  expect((await see(branch_secretary, meeting)).can).toMatchObject({ keep: false, ask: false, demand: false })
})

test('for people of another compound there is no such hearing', async () => {
  const elsewhere = await addCompound(hall.platform, { name: '隔壁里' })
  const meeting = await sitting()
  const { partyId } = await at(meeting, '5 号楼 101')
  const stranger = elsewhere.people.branch_secretary
  for (const compoundId of [hall.compound.id, elsewhere.id]) {
    const params = { meetingId: meeting.id, compoundId }
    const answers = [
      await hall.send(stranger, 'deliberate.hearing', { params }),
      await hall.send(stranger, 'deliberate.addParty', { params, body: { side: 'other', label: '隔壁' } }),
      await hall.send(stranger, 'deliberate.inviteParty', {
        params: { ...params, partyId },
        body: { how: '信' },
      }),
      await hall.send(stranger, 'deliberate.recordView', {
        params: { ...params, partyId },
        body: { view: '装' },
      }),
      await hall.send(stranger, 'deliberate.askParty', { params, body: { text: '晃眼吗？' } }),
      await hall.send(stranger, 'deliberate.demand', { params, body: { text: '装' } }),
      await hall.send(stranger, 'deliberate.signRecord', {
        params: { ...params, partyId },
        body: { how: '纸上签' },
      }),
    ]
    for (const { problem } of answers) expect(problem).toMatchObject({ status: 404, code: 'not_found' })
  }
  const signedOut = await hall.send(null, 'deliberate.hearing', { params: { meetingId: meeting.id } })
  expect(signedOut.status).toBe(401)
  expect(await page(hall, hall.people.tenant, meeting.id)).toMatchObject({ state: 'open' })
})

test('a party named by id lives here; nobody else can be asked, and nothing is half written', async () => {
  const elsewhere = await addCompound(hall.platform, { name: '隔壁里二期' })
  const meeting = await heard()
  const before = (await see(hall.people.branch_secretary, meeting)).parties.length
  for (const residentId of [elsewhere.people.owner.id, meeting.id]) {
    const refused = await hall.send(hall.people.branch_secretary, 'deliberate.addParty', {
      params: { meetingId: meeting.id },
      body: { side: 'burdened', label: '外面的人', residentId },
    })
    expect(refused.problem.code).toBe('target_invalid')
  }
  expect((await see(hall.people.branch_secretary, meeting)).parties).toHaveLength(before)
  await expect(
    heard({ parties: [{ side: 'burdened', label: '外面的人', residentId: elsewhere.people.owner.id }] }),
  ).rejects.toThrow('target_invalid')
})

test('whoever was asked hears of a change and of a cancellation', async () => {
  const { owner, branch_secretary } = hall.people
  const meeting = await heard({
    items: [await waiting(hall, hall.people.tenant)].map((item) => ({ ...item, motion: null })),
  })
  await invite(meeting, '5 号楼 101', '上门')
  const params = { meetingId: meeting.id }
  await hall.ok(branch_secretary, 'deliberate.change', { params, body: { place: '三楼', reason: '换大的' } })
  await hall.ok(branch_secretary, 'deliberate.cancel', { params, body: { reason: '改天' } })
  const titles = await noticesOf(hall, owner, meeting.id)
  expect(titles.filter((title) => /通知改了|会议取消/.test(title))).toHaveLength(2)
})

test('after the minutes are published no demand is taken that could not stand in them', async () => {
  const meeting = await sitting()
  const { branch_secretary } = hall.people
  const params = { meetingId: meeting.id }
  await hall.ok(branch_secretary, 'deliberate.decline', {
    params: { ...params, itemId: firstItem(meeting).id },
    body: { reason: '先不装' },
  })
  await hall.ok(branch_secretary, 'deliberate.close', { params })
  await hall.ok(branch_secretary, 'deliberate.draftMinutes', { params })
  await hall.ok(branch_secretary, 'deliberate.showMinutes', { params })
  await hall.pass(3 * DAY)
  await hall.ok(branch_secretary, 'deliberate.signMinutes', { params })
  await hall.ok(branch_secretary, 'deliberate.publishMinutes', { params })
  const late = await hall.send(branch_secretary, 'deliberate.demand', {
    params,
    body: { text: '再装一盏灯' },
  })
  expect(late.problem).toMatchObject({ status: 409, code: 'minutes_published' })
})
