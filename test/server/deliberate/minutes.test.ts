import type { MeetingView, MinutesView } from '@yishiting/domain/contract/deliberate'
import { DAY } from '@yishiting/domain/matter/instant'
import { addCompound } from '../../support/compound'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { openDocx } from '../owners/support/docx'
import { isoAt } from '../support/matters'
import {
  atItem,
  atPoll,
  checkIn,
  convene,
  firstItem,
  noticesOf,
  opened,
  page,
  vote,
  waiting,
} from './support/meeting'

// Two thirds of 6 seats is 4.
let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 6 })
})
afterAll(() => hall.close())

const at = (meeting: MeetingView) => ({ meetingId: meeting.id })
const see = (who: TestPerson, meeting: MeetingView) =>
  hall.ok(who, 'deliberate.minutes', { params: at(meeting) })

const textOf = ({ sections }: MinutesView, id: string): string =>
  sections.find((section) => section.id === id)?.text ?? ''

const seatOf = (index: number): TestPerson => {
  const seat = hall.compound.seated[index]
  if (!seat) throw new Error(`no seat ${index}`)
  return seat
}

const close = (meeting: MeetingView) =>
  hall.ok(hall.people.branch_secretary, 'deliberate.close', { params: at(meeting) })

/** A meeting that is over: the branch secretary in the chair, two seated members and the tenant were there. */
async function over(): Promise<MeetingView> {
  const meeting = await opened(hall, await convene(hall, [await waiting(hall)], { title: '灯的事' }), 2)
  await checkIn(hall, meeting, hall.people.tenant)
  await hall.ok(hall.people.branch_secretary, 'deliberate.decline', {
    params: atItem(meeting),
    body: { reason: '费用还没有算清。' },
  })
  return close(meeting)
}

const draft = (meeting: MeetingView, who: TestPerson = hall.people.residents_committee) =>
  hall.send(who, 'deliberate.draftMinutes', { params: at(meeting) })

const edit = (meeting: MeetingView, sections: MinutesView['sections'], ifMatch?: number) =>
  hall.send(hall.people.residents_committee, 'deliberate.editMinutes', {
    params: at(meeting),
    body: { sections },
    ...(ifMatch === undefined ? {} : { ifMatch }),
  })

/** The same sections with a word more in the second. */
const corrected = (minutes: MinutesView, word: string) =>
  minutes.sections.map((section, index) =>
    index === 1 ? { ...section, text: `${section.text}${word}` } : section,
  )

const show = (meeting: MeetingView) =>
  hall.send(hall.people.residents_committee, 'deliberate.showMinutes', { params: at(meeting) })

/** Drafted by the committee, which so keeps the record, and shown to those who were there. */
async function shown(): Promise<MeetingView> {
  const meeting = await over()
  await draft(meeting)
  expect((await show(meeting)).body.state).toBe('shown')
  return meeting
}

const object = (meeting: MeetingView, who: TestPerson, text: string) =>
  hall.send(who, 'deliberate.objectToMinutes', { params: at(meeting), body: { text } })

const reply = (meeting: MeetingView, objectionId: string, answer: string, isAccepted = true) =>
  hall.send(hall.people.residents_committee, 'deliberate.answerMinutesObjection', {
    params: { ...at(meeting), objectionId },
    body: { isAccepted, answer },
  })

const sign = (meeting: MeetingView, who: TestPerson) =>
  hall.send(who, 'deliberate.signMinutes', { params: at(meeting) })

const publish = (meeting: MeetingView, who: TestPerson = hall.people.branch_secretary) =>
  hall.send(who, 'deliberate.publishMinutes', { params: at(meeting) })

const file = (meeting: MeetingView, who: TestPerson) =>
  hall.send(who, 'deliberate.minutesFile', { params: at(meeting) })

async function published(): Promise<MeetingView> {
  const meeting = await shown()
  for (const who of [hall.people.branch_secretary, hall.people.residents_committee]) await sign(meeting, who)
  await hall.pass(3 * DAY)
  expect((await publish(meeting)).body.state).toBe('published')
  return meeting
}

test('minutes are drafted after the close, by those who moderate', async () => {
  const { owner, helper, supervisor } = hall.people
  const meeting = await opened(hall, await convene(hall, [await waiting(hall)]), 4)
  expect((await draft(meeting)).problem).toMatchObject({
    status: 409,
    code: 'minutes_not_yet',
    detail: '散会以后才能起草纪要。',
  })
  await hall.ok(hall.people.branch_secretary, 'deliberate.decline', {
    params: atItem(meeting),
    body: { reason: '费用还没有算清。' },
  })
  await close(meeting)
  for (const who of [owner, helper, supervisor, seatOf(0)]) {
    expect((await draft(meeting, who)).problem).toMatchObject({ status: 403, code: 'not_allowed' })
    expect((await see(who, meeting)).can.draft).toBe(false)
  }
  expect(await see(hall.people.branch_sorter, meeting)).toMatchObject({
    state: 'none',
    sections: [],
    can: { draft: true, edit: false, show: false },
  })
  const { body } = await draft(meeting)
  expect(body).toMatchObject({
    state: 'draft',
    recorderLabel: '居委会',
    draftedAt: isoAt(hall.clock.now()),
    objectionsUntil: null,
    publishedAt: null,
    can: { draft: true, edit: true, show: true, sign: false, publish: false },
  })
  expect((await page(hall, owner, meeting.id)).minutes).toBe('draft')
})

test('the draft is what happened: who was there, what was moved, said and voted, and who saw it otherwise', async () => {
  const { tenant, owner, family, helper, branch_secretary, residents_committee } = hall.people
  const meeting = await convene(hall, [await waiting(hall)], { title: '灯的事' })
  const params = at(meeting)
  const itemId = firstItem(meeting).id
  await hall.ok(family, 'deliberate.submit', { params, body: { text: '十点以后要关灯。', itemId } })
  await opened(hall, meeting, 5)
  await checkIn(hall, meeting, tenant)
  await checkIn(hall, meeting, owner)
  await hall.ok(helper, 'deliberate.addGuest', { params, body: { name: '路过的人', isResident: false } })
  const { motions } = firstItem(
    await hall.ok(tenant, 'deliberate.propose', {
      params: atItem(meeting),
      body: { kind: 'amendment', text: '改装五盏。' },
    }),
  )
  const motionId = motions[0]?.id ?? ''
  await hall.ok(owner, 'deliberate.second', { params: { ...params, motionId } })
  await hall.ok(branch_secretary, 'deliberate.settleMotion', {
    params: { ...params, motionId },
    body: { to: 'set_aside', reason: '五盏照不到头。' },
  })
  await hall.ok(seatOf(0), 'deliberate.askToSpeak', { params, body: { itemId } })
  const { speaking } = await hall.ok(branch_secretary, 'deliberate.callSpeaker', { params, body: {} })
  await hall.ok(branch_secretary, 'deliberate.endSpeech', {
    params: { ...params, speechId: speaking?.id ?? '' },
    body: { note: '晚上看不见路。' },
  })
  const polling = await hall.ok(branch_secretary, 'deliberate.openPoll', { params: atItem(meeting) })
  for (const [index, who] of [...hall.compound.seated.slice(0, 5), tenant].entries()) {
    expect((await vote(hall, polling, who, index < 4 ? 'agree' : 'against')).status).toBe(200)
  }
  await hall.ok(branch_secretary, 'deliberate.closePoll', { params: atPoll(polling) })
  await hall.ok(branch_secretary, 'deliberate.resolve', {
    params: atItem(meeting),
    body: { resolution: '装十盏灯，物业两周内装好。', minorityViews: '两位担心电费。' },
  })
  await hall.ok(tenant, 'deliberate.demand', { params, body: { text: '灯坏了三天内修。', itemId } })
  await hall.ok(residents_committee, 'deliberate.takeOver', { params })
  await hall.ok(residents_committee, 'deliberate.close', { params })
  const minutes = (await draft(meeting)).body
  expect(minutes.sections[0]).toMatchObject({ id: 'meeting', title: '议事会' })
  for (const words of ['灯的事', '党群服务站二楼', '主持：支部书记、居委会。记录：居委会。']) {
    expect(textOf(minutes, 'meeting')).toContain(words)
  }
  expect(textOf(minutes, 'attendance')).toBe(
    '到会 8 人，其中 1 位由主持人记在名单上。\n议事员 6 位，到会 5 位，缺席 1 位；表决要 4 位，人数够。',
  )
  const item = textOf(minutes, `item-${itemId}`).split('\n')
  expect(item).toEqual([
    '动议：车棚装十盏感应灯，物业两周内装好。',
    expect.stringMatching(/改装五盏。（5 号楼居民提，1 人附议，.*五盏照不到头。）$/),
    '发言 1 人次：',
    '· 5 号楼居民：晚上看不见路。',
    '· 书面意见（5 号楼居民）：十点以后要关灯。',
    expect.stringMatching(/^表决（不记名）：.*4 人同意，2 人不同意/),
    '决议：装十盏灯，物业两周内装好。',
    '少数意见：两位担心电费。',
  ])
  expect(textOf(minutes, 'demands')).toBe('· 5 号楼居民：灯坏了三天内修。——待书面答复')
  const words = JSON.stringify(minutes.sections)
  for (const { name } of [tenant, owner, family, seatOf(0), branch_secretary, residents_committee]) {
    expect(words).not.toContain(name)
  }
  expect(words).not.toContain('路过的人')
})

test('a meeting without its quorum says so', async () => {
  const meeting = await over()
  const minutes = (await draft(meeting)).body
  expect(textOf(minutes, 'attendance')).toBe(
    '到会 3 人。\n议事员 6 位，到会 2 位，缺席 4 位；表决要 4 位，人数不够，不能表决动议。',
  )
  expect(textOf(minutes, `item-${firstItem(meeting).id}`)).toContain('不采纳，原因：费用还没有算清。')
})

test('the minutes of a hearing have every side in them, the absent with how it was invited', async () => {
  const { tenant, branch_secretary } = hall.people
  const meeting = await convene(hall, [await waiting(hall)], {
    kind: 'hearing',
    startsAt: isoAt(hall.clock.now() + 10 * DAY),
    parties: [
      { side: 'burdened', label: '5 号楼 101', residentId: tenant.id },
      { side: 'burdened', label: '5 号楼 102' },
    ],
  })
  const params = at(meeting)
  const { parties } = await hall.ok(branch_secretary, 'deliberate.hearing', { params })
  const [first, second] = parties.map(({ id }) => ({ ...params, partyId: id }))
  if (!first || !second) throw new Error('no parties')
  for (const party of [first, second]) {
    await hall.ok(branch_secretary, 'deliberate.inviteParty', { params: party, body: { how: '上门' } })
  }
  await opened(hall, meeting)
  await hall.ok(branch_secretary, 'deliberate.recordView', {
    params: first,
    body: { view: '晃眼，要装罩子。', isHere: true },
  })
  const { questions } = await hall.ok(branch_secretary, 'deliberate.askParty', {
    params,
    body: { text: '几点最晃？', toPartyId: first.partyId },
  })
  await hall.ok(tenant, 'deliberate.answerQuestion', {
    params: { ...params, questionId: questions[0]?.id ?? '' },
    body: { answer: '十点。' },
  })
  const { demands } = await hall.ok(tenant, 'deliberate.demand', {
    params,
    body: { text: '装罩子。', partyId: first.partyId },
  })
  await hall.ok(branch_secretary, 'deliberate.answerDemand', {
    params: { ...params, demandId: demands[0]?.id ?? '' },
    body: { isAdopted: true, answer: '一周内装上。' },
  })
  await hall.ok(branch_secretary, 'deliberate.decline', {
    params: atItem(meeting),
    body: { reason: '先装罩子。' },
  })
  await close(meeting)
  const minutes = (await draft(meeting)).body
  expect(textOf(minutes, 'parties')).toBe(
    '· 5 号楼 101（到场）：晃眼，要装罩子。\n· 5 号楼 102（没有到场，已上门邀请）：没有留下意见',
  )
  expect(textOf(minutes, 'questions')).toBe('问（支部书记）：几点最晃？\n答（5 号楼 101）：十点。')
  expect(textOf(minutes, 'demands')).toBe('· 5 号楼 101：装罩子。——采纳。一周内装上。')
  // Whoever was there signs before the minutes are published; whoever was not need not.
  expect(minutes.missing.join('')).toMatch('还没有签字的一方：5 号楼 101。')
  expect(minutes.missing.join('')).not.toMatch('5 号楼 102')
  await hall.ok(tenant, 'deliberate.signRecord', { params: first, body: {} })
  expect((await see(branch_secretary, meeting)).missing.join('')).not.toMatch('还没有签字的一方')
})

test('a draft is seen by those who keep it alone', async () => {
  const { owner, supervisor, branch_secretary } = hall.people
  const meeting = await over()
  await draft(meeting)
  for (const who of [owner, supervisor, seatOf(0)]) {
    expect(await see(who, meeting)).toMatchObject({ state: 'none', sections: [], digest: '', missing: [] })
    expect((await file(meeting, who)).problem).toMatchObject({ status: 409, code: 'minutes_not_yet' })
  }
  expect((await see(branch_secretary, meeting)).sections.length).toBeGreaterThan(2)
})

test('the record is corrected; drafting again takes the corrections away, as long as nobody was shown it', async () => {
  const { residents_committee, branch_secretary, tenant } = hall.people
  const meeting = await over()
  const first = (await draft(meeting)).body
  const changed = corrected(first, '另有两位旁听。')
  const after = (await edit(meeting, changed)).body
  expect(after.sections).toEqual(changed)
  expect(after.version).toBe(first.version + 1)
  expect(after.digest).not.toBe(first.digest)
  expect((await edit(meeting, changed)).problem.code).toBe('no_change')
  expect((await edit(meeting, [])).problem.code).toBe('text_required')
  expect((await edit(meeting, [...changed, ...changed])).problem.code).toBe('text_required')
  expect((await edit(meeting, first.sections, first.version)).status).toBe(412)
  const refused = await hall.send(tenant, 'deliberate.editMinutes', {
    params: at(meeting),
    body: { sections: changed },
  })
  expect(refused.status).toBe(403)
  const again = (await draft(meeting, branch_secretary)).body
  expect(textOf(again, 'attendance')).toBe(textOf(first, 'attendance'))
  expect(again.recorderLabel).toBe('支部书记')
  await show(meeting)
  expect((await draft(meeting)).problem).toMatchObject({ status: 409, code: 'minutes_published' })
  expect((await see(residents_committee, meeting)).can).toMatchObject({
    draft: false,
    edit: true,
    show: false,
  })
})

test('shown, everybody reads them, and those who were there are told until when they may object', async () => {
  const { tenant, owner, residents_committee } = hall.people
  const meeting = await over()
  expect((await show(meeting)).problem.code).toBe('minutes_not_yet')
  await draft(meeting)
  const { body } = await show(meeting)
  expect(body).toMatchObject({ state: 'shown', objectionsUntil: isoAt(hall.clock.now() + 3 * DAY) })
  expect((await show(meeting)).problem.code).toBe('minutes_published')
  for (const who of [tenant, seatOf(0), seatOf(1)]) {
    expect(await noticesOf(hall, who, meeting.id)).toContain('请看纪要：灯的事')
    expect((await see(who, meeting)).can).toMatchObject({ object: true, sign: true, edit: false })
  }
  for (const who of [owner, seatOf(2), residents_committee]) {
    expect(await noticesOf(hall, who, meeting.id)).not.toContain('请看纪要：灯的事')
  }
  const seen = await see(owner, meeting)
  expect(seen.sections).toEqual(body.sections)
  expect(seen.can).toMatchObject({ object: false, sign: false, answer: false, publish: false })
})

test('only those who were there object, in words, within three days', async () => {
  const { tenant, owner, supervisor, branch_secretary } = hall.people
  const meeting = await over()
  await draft(meeting)
  expect((await object(meeting, tenant, '少写了一句。')).problem.code).toBe('minutes_not_yet')
  await show(meeting)
  for (const who of [owner, supervisor, branch_secretary, seatOf(3)]) {
    expect((await object(meeting, who, '少写了一句。')).problem).toMatchObject({
      status: 409,
      code: 'not_checked_in',
    })
  }
  expect((await object(meeting, tenant, '  ')).problem.code).toBe('text_required')
  await hall.pass(3 * DAY - 1)
  const { body } = await object(meeting, tenant, '我说的是五盏，不是十盏。')
  expect(body.objections).toMatchObject([
    { label: '5 号楼居民', text: '我说的是五盏，不是十盏。', isMine: true, answer: '', isAccepted: null },
  ])
  expect((await see(owner, meeting)).objections).toMatchObject([{ isMine: false }])
  await hall.pass(1)
  expect((await see(seatOf(0), meeting)).can.object).toBe(false)
  expect((await object(meeting, seatOf(0), '晚了。')).problem.code).toBe('minutes_not_yet')
})

test('an objection is answered once, with a reason, and whoever objected is told', async () => {
  const { tenant, owner } = hall.people
  const meeting = await shown()
  const { objections } = (await object(meeting, tenant, '我说的是五盏。')).body
  const id = objections[0]?.id ?? ''
  const byNeighbour = await hall.send(owner, 'deliberate.answerMinutesObjection', {
    params: { ...at(meeting), objectionId: id },
    body: { isAccepted: false, answer: '没有' },
  })
  expect(byNeighbour.problem).toMatchObject({ status: 403, code: 'not_allowed' })
  expect((await reply(meeting, meeting.id, '没有')).status).toBe(404)
  expect((await reply(meeting, id, ' ')).problem.code).toBe('reason_required')
  expect((await reply(meeting, id, '录音里是十盏。', false)).body.objections).toMatchObject([
    { answer: '录音里是十盏。', isAccepted: false },
  ])
  expect((await reply(meeting, id, '又对了')).problem).toMatchObject({ status: 409, code: 'demand_answered' })
  expect(await noticesOf(hall, tenant, meeting.id)).toContain('您对纪要的意见有答复了：灯的事')
})

test('chair, recorder and those who were there sign, each in his capacity, nobody else', async () => {
  const { branch_secretary, residents_committee, tenant, owner, branch_sorter } = hall.people
  const meeting = await over()
  await draft(meeting)
  expect((await sign(meeting, branch_secretary)).problem.code).toBe('minutes_not_yet')
  await show(meeting)
  for (const who of [branch_secretary, residents_committee, tenant]) {
    expect((await see(who, meeting)).can.sign).toBe(true)
    expect((await sign(meeting, who)).body.can.sign).toBe(false)
  }
  // Signing twice is signing once.
  await sign(meeting, tenant)
  for (const who of [owner, branch_sorter, seatOf(4)]) {
    expect((await sign(meeting, who)).problem).toMatchObject({ status: 409, code: 'not_checked_in' })
  }
  const now = isoAt(hall.clock.now())
  const { signatures } = await see(owner, meeting)
  expect(signatures).toHaveLength(3)
  expect(signatures).toEqual(
    expect.arrayContaining([
      { label: '支部书记', capacity: '主持人', at: now, isCurrent: true },
      { label: '居委会', capacity: '记录人', at: now, isCurrent: true },
      { label: '5 号楼居民', capacity: '到会代表', at: now, isCurrent: true },
    ]),
  )
})

test('words changed after signing need a new signature, and the old one stays as one for other words', async () => {
  const { branch_secretary, residents_committee } = hall.people
  const meeting = await shown()
  await sign(meeting, branch_secretary)
  await sign(meeting, residents_committee)
  const before = await see(branch_secretary, meeting)
  expect(before.missing.join('')).not.toMatch('签字')
  const changed = (await edit(meeting, corrected(before, '另有两位旁听。'))).body
  expect(changed.signatures.map(({ isCurrent }) => isCurrent)).toEqual([false, false])
  expect(changed.missing).toEqual(expect.arrayContaining(['主持人还没有签字。', '记录人还没有签字。']))
  await hall.pass(3 * DAY)
  expect((await publish(meeting)).problem).toMatchObject({ status: 409, code: 'signatures_missing' })
  expect((await see(branch_secretary, meeting)).can).toMatchObject({ sign: true, publish: false })
  await sign(meeting, branch_secretary)
  const signed = (await sign(meeting, residents_committee)).body
  expect(signed.signatures.filter(({ isCurrent }) => isCurrent)).toHaveLength(2)
  expect(signed.signatures).toHaveLength(4)
  expect((await publish(meeting)).body).toMatchObject({ state: 'published', digest: changed.digest })
})

test('publishing is refused with all that is missing, until nothing is', async () => {
  const { branch_secretary, residents_committee, tenant } = hall.people
  const meeting = await over()
  expect((await publish(meeting)).problem.code).toBe('minutes_not_yet')
  const { demands } = await hall.ok(tenant, 'deliberate.demand', {
    params: at(meeting),
    body: { text: '灯坏了三天内修。' },
  })
  await draft(meeting)
  expect((await publish(meeting)).problem.detail).toMatch('先给到会的人看。')
  await show(meeting)
  const { objections } = (await object(meeting, tenant, '我说的是五盏。')).body
  const refused = async () => {
    const { problem } = await publish(meeting)
    expect(problem.status).toBe(409)
    const { missing, can } = await see(branch_secretary, meeting)
    expect(can.publish).toBe(false)
    expect(problem.detail).toBe(missing.join(''))
    return { code: problem.code, missing }
  }
  expect(await refused()).toEqual({
    code: 'demands_open',
    missing: [
      expect.stringMatching(/^到会的人可以提意见到 /),
      '还有 1 条意见没有答复。',
      '还有 1 条诉求没有书面答复。',
      '主持人还没有签字。',
      '记录人还没有签字。',
    ],
  })
  await hall.ok(branch_secretary, 'deliberate.answerDemand', {
    params: { ...at(meeting), demandId: demands[0]?.id ?? '' },
    body: { isAdopted: true, answer: '写进物业合同。' },
  })
  expect((await refused()).code).toBe('minutes_objections_open')
  await hall.pass(3 * DAY)
  expect(await refused()).toMatchObject({
    code: 'minutes_objections_open',
    missing: ['还有 1 条意见没有答复。', '主持人还没有签字。', '记录人还没有签字。'],
  })
  await reply(meeting, objections[0]?.id ?? '', '录音里是十盏。', false)
  expect(await refused()).toEqual({
    code: 'signatures_missing',
    missing: ['主持人还没有签字。', '记录人还没有签字。'],
  })
  await sign(meeting, branch_secretary)
  expect((await refused()).missing).toEqual(['记录人还没有签字。'])
  await sign(meeting, residents_committee)
  for (const who of [tenant, hall.people.supervisor]) expect((await publish(meeting, who)).status).toBe(403)
  expect((await see(branch_secretary, meeting)).can.publish).toBe(true)
  expect((await publish(meeting)).status).toBe(200)
})

test('published they stay as they are, and every resident is told', async () => {
  const { branch_secretary, tenant, owner, family } = hall.people
  const meeting = await published()
  const minutes = await see(owner, meeting)
  expect(minutes).toMatchObject({
    state: 'published',
    publishedAt: isoAt(hall.clock.now()),
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    missing: [],
    can: {
      draft: false,
      edit: false,
      show: false,
      object: false,
      answer: false,
      sign: false,
      publish: false,
    },
  })
  expect((await see(branch_secretary, meeting)).can).toEqual(minutes.can)
  for (const who of [owner, family, tenant, seatOf(5)]) {
    expect(await noticesOf(hall, who, meeting.id)).toContain('会议纪要公布了：灯的事')
  }
  const tries = [
    await draft(meeting),
    await edit(meeting, corrected(minutes, '改')),
    await show(meeting),
    await object(meeting, tenant, '不对'),
    await sign(meeting, tenant),
    await publish(meeting),
  ]
  for (const { problem } of tries) expect(problem).toMatchObject({ status: 409, code: 'minutes_published' })
  expect((await page(hall, tenant, meeting.id)).minutes).toBe('published')
})

test('as a file they are a DOCX with the same words, the signatures of these very words, and their digest', async () => {
  const { branch_secretary, residents_committee, tenant } = hall.people
  const meeting = await over()
  expect((await file(meeting, branch_secretary)).problem.code).toBe('minutes_not_yet')
  await draft(meeting)
  const early = await file(meeting, branch_secretary)
  expect((await openDocx(early.body as Buffer)).lines).toEqual(
    expect.arrayContaining(['（还没有签字）', '还没有公布的草稿。']),
  )
  await show(meeting)
  await sign(meeting, seatOf(0))
  await edit(meeting, corrected(await see(tenant, meeting), '另有两位旁听。'))
  for (const who of [branch_secretary, residents_committee]) await sign(meeting, who)
  await hall.pass(3 * DAY)
  await publish(meeting)
  const { status, headers, body } = await file(meeting, tenant)
  expect(status).toBe(200)
  expect(headers['content-type']).toBe(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  )
  expect(decodeURIComponent(String(headers['content-disposition']))).toContain('纪要-灯的事.docx')
  const bytes = body as Buffer
  expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  const { lines } = await openDocx(bytes)
  const minutes = await see(tenant, meeting)
  for (const { title, text } of minutes.sections) {
    expect(lines).toContain(title)
    expect(lines).toEqual(expect.arrayContaining(text.split('\n')))
  }
  expect(lines).toContain(`文字摘要（SHA-256）：${minutes.digest}`)
  const signed = lines.filter((line) => /^(主持人|记录人|到会代表)：/.test(line))
  expect(signed).toEqual([
    expect.stringMatching(/^主持人：支部书记（/),
    expect.stringMatching(/^记录人：居委会（/),
  ])
})

test('for people of another compound there are no such minutes', async () => {
  const elsewhere = await addCompound(hall.platform, { name: '隔壁里' })
  const meeting = await shown()
  const stranger = elsewhere.people.branch_secretary
  for (const compoundId of [hall.compound.id, elsewhere.id]) {
    const params = { ...at(meeting), compoundId }
    const answers = [
      await hall.send(stranger, 'deliberate.minutes', { params }),
      await hall.send(stranger, 'deliberate.minutesFile', { params }),
      await hall.send(stranger, 'deliberate.draftMinutes', { params }),
      await hall.send(stranger, 'deliberate.objectToMinutes', { params, body: { text: '不对' } }),
      await hall.send(stranger, 'deliberate.signMinutes', { params }),
      await hall.send(stranger, 'deliberate.publishMinutes', { params }),
    ]
    for (const { problem } of answers) expect(problem).toMatchObject({ status: 404, code: 'not_found' })
  }
  expect((await hall.send(null, 'deliberate.minutesFile', { params: at(meeting) })).status).toBe(401)
})

test('words changed after they were shown are shown again: three more days, and those who were there are told', async () => {
  const meeting = await shown()
  await hall.pass(3 * DAY)
  const before = await see(hall.people.residents_committee, meeting)
  await edit(meeting, corrected(before, '全部推倒重写。'))
  const params = at(meeting)
  for (const who of [hall.people.branch_secretary, hall.people.residents_committee])
    await hall.ok(who, 'deliberate.signMinutes', { params })
  const early = await hall.send(hall.people.residents_committee, 'deliberate.publishMinutes', { params })
  expect(early.problem.code).toBe('minutes_objections_open')
  expect((await see(hall.people.tenant, meeting)).objectionsUntil).toBe(isoAt(hall.clock.now() + 3 * DAY))
  expect(await noticesOf(hall, hall.people.tenant, meeting.id)).toContain('纪要改过了：灯的事')
  expect((await object(meeting, hall.people.tenant, '不能这样写')).status).toBe(200)
})

test('a matter that turns private during the meeting takes its words out of the minutes and the written statements', async () => {
  const { owner, tenant, branch_secretary, branch_sorter, residents_committee } = hall.people
  const item = await waiting(hall)
  const meeting = await opened(hall, await convene(hall, [item]), 4)
  await hall.ok(tenant, 'deliberate.submit', {
    params: at(meeting),
    body: { text: '我家也听得见吵架', itemId: firstItem(meeting).id },
  })
  await hall.platform.db
    .updateTable('matters')
    .set({ isPrivate: true })
    .where('id', '=', item.matterId)
    .execute()
  await hall.ok(branch_secretary, 'deliberate.decline', {
    params: atItem(meeting),
    body: { reason: '转调解，吵架的事不在会上议' },
  })
  await close(meeting)
  await draft(meeting)
  await show(meeting)
  for (const who of [owner, tenant, branch_sorter, residents_committee]) {
    const text = JSON.stringify((await see(who, meeting)).sections)
    expect(text).toContain('这件事后来不公开了')
    for (const words of ['感应灯', '我家也听得见吵架', '吵架的事不在会上议'])
      expect(text).not.toContain(words)
  }
  const { submissions } = await hall.ok(owner, 'deliberate.submissions', { params: at(meeting) })
  expect(submissions).toEqual([])
})
