import type { BodyOf } from '@yishiting/domain/contract'
import type { MeetingView, StatementView } from '@yishiting/domain/contract/deliberate'
import { DAY } from '@yishiting/domain/matter/instant'
import { type Hall, openHall } from '../../support/hall'
import { addPerson, type TestPerson } from '../../support/people'
import { isoAt } from '../support/matters'
import { atItem, convene, firstItem, opened, page, waiting } from './support/meeting'

type Value = BodyOf<'deliberate.answer'>['value']
type Settle = BodyOf<'deliberate.settleStatement'>

let hall: Hall
let neighbours: TestPerson[]
beforeAll(async () => {
  hall = await openHall({ seats: 3 })
  neighbours = []
  for (let index = 0; index < 13; index += 1)
    neighbours.push(
      await addPerson(hall.platform, hall.compound.id, { name: `邻居${index}`, roles: ['tenant'] }),
    )
})
afterAll(() => hall.close())

/** Announced, not yet open: opinions are gathered from then on. */
const talk = async (): Promise<MeetingView> => convene(hall, [await waiting(hall)], { kind: 'talk' })

const state = (
  meeting: MeetingView,
  who: TestPerson,
  text: string,
  more: Partial<BodyOf<'deliberate.state'>> = {},
) => hall.send(who, 'deliberate.state', { params: { meetingId: meeting.id }, body: { text, ...more } })

const list = async (meeting: MeetingView, who: TestPerson): Promise<StatementView[]> =>
  (await hall.ok(who, 'deliberate.statements', { params: { meetingId: meeting.id } })).statements

/** Its id. */
async function stated(meeting: MeetingView, who: TestPerson, text: string): Promise<string> {
  const { status, body } = await state(meeting, who, text, { isDifferent: true })
  expect(status).toBe(201)
  const own = body.statements.find((each) => each.text === text)
  if (!own) throw new Error(`not there: ${text}`)
  return own.id
}

const answer = (meeting: MeetingView, who: TestPerson, statementId: string, value: Value) =>
  hall.send(who, 'deliberate.answer', { params: { meetingId: meeting.id, statementId }, body: { value } })

const settle = (
  meeting: MeetingView,
  statementId: string,
  body: Settle,
  who: TestPerson = hall.people.branch_secretary,
) => hall.send(who, 'deliberate.settleStatement', { params: { meetingId: meeting.id, statementId }, body })

const log = async (meeting: MeetingView, who: TestPerson) =>
  (await hall.ok(who, 'deliberate.moderatorLog', { params: { meetingId: meeting.id } })).acts

const map = (meeting: MeetingView, who: TestPerson) =>
  hall.ok(who, 'deliberate.opinionMap', { params: { meetingId: meeting.id } })

const one = async (meeting: MeetingView, who: TestPerson, id: string): Promise<StatementView> => {
  const found = (await list(meeting, who)).find((each) => each.id === id)
  if (!found) throw new Error('not listed')
  return found
}

describe('a statement', () => {
  test('says one thing in 140 characters, with the duty of whoever says it and never his name', async () => {
    const { owner, tenant, property_manager, supervisor } = hall.people
    const meeting = await talk()
    // Characters, not the units a computer stores them in.
    expect((await state(meeting, owner, '𠮷'.repeat(140))).status).toBe(201)
    const long = await state(meeting, tenant, '灯'.repeat(141))
    expect(long.problem).toMatchObject({
      status: 422,
      code: 'text_too_long',
      details: { length: 141, max: 140 },
    })
    await stated(meeting, tenant, '电费从公共收益里出')
    await stated(meeting, property_manager, '备件要等两个星期')
    const seen = await list(meeting, supervisor)
    expect(seen.map(({ label }) => label).sort()).toEqual(['业主', '物业', '租户'])
    expect(JSON.stringify(seen)).not.toMatch(new RegExp([owner, tenant].map(({ id }) => id).join('|')))
    expect(JSON.stringify(seen)).not.toMatch(/甲/)
    // Whoever says it agrees with it.
    expect(await one(meeting, tenant, seen.find(({ label }) => label === '租户')?.id ?? '')).toMatchObject({
      isMine: true,
      mine: 1,
      answers: 1,
    })
    expect(await page(hall, supervisor, meeting.id)).toMatchObject({ statements: 3, can: { state: true } })
  })

  test.each([
    ['nothing', '', 'text_required'],
    ['blanks', ' \n\u3000', 'text_required'],
    ['signs only', '？？！！……', 'text_required'],
    ['an insult', '反对的都是白痴', 'statement_abusive'],
    ['an insult split up', '楼上的真是脑 . 残', 'statement_abusive'],
    ['an insult in Latin letters', '楼上那家就是 SB', 'statement_abusive'],
    ['a mobile number', '有意见打 13812345678', 'statement_personal'],
    ['a mobile number split up', '有意见打 138-1234 5678', 'statement_personal'],
    ['a mobile number in wide figures', '有意见打１３８１２３４５６７８', 'statement_personal'],
    ['an identity number', '他的证件是 11010519491231002X', 'statement_personal'],
  ])('is refused when it holds %s', async (_, text, code) => {
    const meeting = await talk()
    const refused = await state(meeting, hall.people.owner, text, { isDifferent: true })
    expect(refused.problem).toMatchObject({ status: 422, code })
    expect(await list(meeting, hall.people.branch_secretary)).toEqual([])
  })

  test('that somebody has said already is refused, whatever the signs between its words: it is to be agreed with', async () => {
    const { owner, tenant } = hall.people
    const meeting = await talk()
    await stated(meeting, owner, '车棚要装感应灯，越快越好')
    for (const isDifferent of [false, true]) {
      const same = await state(meeting, tenant, '车棚要装感应灯  越快越好！', { isDifferent })
      expect(same.problem).toMatchObject({
        status: 409,
        code: 'statement_same',
        detail: '已经有人写过一样的，请直接在那条上点同意。',
      })
    }
    expect(await list(meeting, tenant)).toHaveLength(1)
    // In another meeting it has not been said.
    expect((await state(await talk(), tenant, '车棚要装感应灯，越快越好')).status).toBe(201)
  })

  test('much like another is shown that one first, and is written down when its author means something else', async () => {
    const { owner, tenant } = hall.people
    const meeting = await talk()
    const id = await stated(meeting, owner, '车棚要装十盏感应灯')
    await stated(meeting, owner, '电费从公共收益里出')
    const text = '车棚要装二十盏感应灯'
    const told = await state(meeting, tenant, text)
    expect(told.body.similar).toEqual([expect.objectContaining({ id, text: '车棚要装十盏感应灯' })])
    expect(told.body.statements).toHaveLength(2)
    expect(await list(meeting, owner)).toHaveLength(2)
    const written = await state(meeting, tenant, text, { isDifferent: true })
    expect(written.body.similar).toEqual([])
    expect(written.body.statements.map((each) => each.text)).toContain(text)
    expect(await list(meeting, owner)).toHaveLength(3)
  })

  test('that ten write at the same moment stands there once', async () => {
    const meeting = await talk()
    const written = await Promise.all(
      neighbours.slice(0, 10).map((who) => state(meeting, who, '雨天地滑，要铺防滑垫')),
    )
    expect(written.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
    expect(await list(meeting, hall.people.owner)).toHaveLength(1)
  })

  test('is written down for a neighbour by a helper, and is then the neighbour’s', async () => {
    const { helper, owner, tenant } = hall.people
    const meeting = await talk()
    const text = '晚上看不见台阶'
    expect((await state(meeting, tenant, text, { forId: owner.id })).status).toBe(403)
    expect((await state(meeting, helper, text, { forId: meeting.id })).problem.code).toBe('target_invalid')
    expect((await state(meeting, helper, text, { forId: owner.id })).status).toBe(201)
    expect(await list(meeting, owner)).toEqual([
      expect.objectContaining({ text, label: '业主', isMine: true, mine: 1, answers: 1 }),
    ])
    expect(await list(meeting, helper)).toEqual([expect.objectContaining({ isMine: false, mine: null })])
  })

  test('is about a point of this meeting or about none, in a meeting that gathers opinions and is not over', async () => {
    const { owner, branch_secretary } = hall.people
    const meeting = await talk()
    const other = await talk()
    const elsewhere = await state(meeting, owner, '先修门禁', { itemId: firstItem(other).id })
    expect(elsewhere.problem.code).toBe('not_on_agenda')
    const { itemId } = atItem(meeting)
    const about = await state(meeting, owner, '先修门禁', { itemId })
    expect(about.body.statements).toEqual([expect.objectContaining({ itemId })])
    const hearing = await convene(hall, [await waiting(hall)], {
      kind: 'hearing',
      startsAt: isoAt(hall.clock.now() + 11 * DAY),
    })
    expect((await state(hearing, owner, '先修门禁')).problem).toMatchObject({
      status: 409,
      code: 'no_opinion_map',
    })
    await opened(hall, meeting)
    await hall.ok(branch_secretary, 'deliberate.close', { params: { meetingId: meeting.id } })
    expect((await state(meeting, owner, '再修路灯')).problem.code).toBe('meeting_over')
    const late = await answer(meeting, owner, about.body.statements[0]?.id ?? '', -1)
    expect(late.problem.code).toBe('meeting_over')
    expect((await page(hall, owner, meeting.id)).can.state).toBe(false)
  })
})

describe('an answer', () => {
  test('can be changed; the last one counts, once', async () => {
    const { owner, tenant, supervisor } = hall.people
    const meeting = await talk()
    const id = await stated(meeting, owner, '电费从公共收益里出')
    expect(await one(meeting, tenant, id)).toMatchObject({ mine: null, answers: 1, isMine: false })
    for (const value of [1, -1, 0, -1] as const) {
      expect((await answer(meeting, tenant, id, value)).body).toEqual({ ok: true })
      expect(await one(meeting, tenant, id)).toMatchObject({ mine: value, answers: 2 })
    }
    // Even whoever said it may have been convinced.
    await answer(meeting, owner, id, -1)
    expect(await one(meeting, owner, id)).toMatchObject({ mine: -1, answers: 2, isMine: true })
    expect(await one(meeting, supervisor, id)).toMatchObject({ mine: null })
    expect(await map(meeting, supervisor)).toMatchObject({ people: 2, statements: 1, answers: 2 })
    expect((await answer(meeting, tenant, meeting.id, 1)).problem.code).toBe('target_invalid')
    expect((await answer(meeting, tenant, id, 2 as Value)).status).toBe(400)
  })

  test('pressed five times at once is one answer', async () => {
    const { owner, tenant } = hall.people
    const meeting = await talk()
    const id = await stated(meeting, owner, '电费从公共收益里出')
    const pressed = await Promise.all([1, 1, 1, 1, 1].map(() => answer(meeting, tenant, id, 1)))
    expect(pressed.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(await one(meeting, tenant, id)).toMatchObject({ mine: 1, answers: 2 })
  })

  test('is asked for first where there is none yet', async () => {
    const { owner, tenant } = hall.people
    const meeting = await talk()
    const texts = ['电费从公共收益里出', '先修东门的门禁', '车棚里不许充电', '雨天要铺防滑垫']
    const ids: string[] = []
    for (const text of texts) ids.push(await stated(meeting, owner, text))
    for (const id of ids.slice(0, 2)) await answer(meeting, tenant, id, 0)
    const seen = await list(meeting, tenant)
    expect(seen.map(({ mine }) => mine)).toEqual([null, null, 0, 0])
    expect(
      seen
        .slice(2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.slice(0, 2).sort())
  })
})

describe('what moderators do to statements', () => {
  test('hiding needs a reason, and everybody reads in the log what was hidden, by whom and why', async () => {
    const { owner, tenant, branch_secretary, residents_committee } = hall.people
    const meeting = await talk()
    const id = await stated(meeting, owner, '三楼那家天天占道')
    for (const reason of ['', ' \n'])
      expect((await settle(meeting, id, { to: 'hidden', reason })).problem).toMatchObject({
        status: 422,
        code: 'reason_required',
        detail: '请写明原因，谁都可以看到。',
      })
    expect((await settle(meeting, id, { to: 'hidden', reason: '不喜欢' }, owner)).status).toBe(403)
    expect(await log(meeting, tenant)).toEqual([])
    expect(await list(meeting, tenant)).toHaveLength(1)

    const reason = '指名道姓，请对事不对人。'
    expect((await settle(meeting, id, { to: 'hidden', reason }, residents_committee)).status).toBe(200)
    for (const who of [owner, tenant]) expect(await list(meeting, who)).toEqual([])
    expect(await list(meeting, branch_secretary)).toEqual([expect.objectContaining({ id, state: 'hidden' })])
    expect((await page(hall, tenant, meeting.id)).statements).toBe(0)
    expect((await answer(meeting, tenant, id, 1)).problem).toMatchObject({
      status: 409,
      code: 'statement_settled',
    })
    expect(await map(meeting, tenant)).toMatchObject({ people: 0, statements: 0, answers: 0, lines: [] })

    await settle(meeting, id, { to: 'shown' })
    expect(await list(meeting, tenant)).toEqual([expect.objectContaining({ id, state: 'shown', answers: 1 })])
    const words = (what: string) => `${what}：“三楼那家天天占道”`
    expect(await log(meeting, owner)).toEqual([
      { at: isoAt(hall.clock.now()), label: '居委会', words: words('隐藏'), reason },
      { at: isoAt(hall.clock.now()), label: '支部书记', words: words('恢复'), reason: '' },
    ])
  })

  test('a merged statement brings its answers along; whoever answered both keeps what he said to the one that stays', async () => {
    const { owner, tenant, branch_secretary, supervisor } = hall.people
    const [both, only] = neighbours
    if (!both || !only) throw new Error('nobody')
    const meeting = await talk()
    const from = await stated(meeting, owner, '车棚要装十盏感应灯')
    const into = await stated(meeting, tenant, '车棚要装感应灯，十盏就够')
    await answer(meeting, both, from, -1)
    await answer(meeting, both, into, 1)
    await answer(meeting, only, from, -1)
    const bodies: Settle[] = [
      { to: 'merged', reason: '同一个意思' },
      { to: 'merged', reason: '同一个意思', intoId: from },
      { to: 'merged', reason: '同一个意思', intoId: meeting.id },
    ]
    for (const body of bodies) expect((await settle(meeting, from, body)).problem.code).toBe('target_invalid')
    const bare = await settle(meeting, from, { to: 'merged', intoId: into })
    expect(bare.problem.code).toBe('reason_required')

    const merged = await settle(meeting, from, { to: 'merged', intoId: into, reason: '同一个意思' })
    expect(merged.body.statements.map((each) => [each.id, each.state]).sort()).toEqual(
      [
        [from, 'merged'],
        [into, 'shown'],
      ].sort(),
    )
    expect((await list(meeting, supervisor)).map(({ id }) => id)).toEqual([into])
    const answers: [TestPerson, number][] = [
      [owner, 1],
      [tenant, 1],
      [both, 1],
      [only, -1],
    ]
    for (const [who, mine] of answers)
      expect(await one(meeting, who, into)).toMatchObject({ mine, answers: 4 })
    expect(await map(meeting, supervisor)).toMatchObject({ people: 4, statements: 1, answers: 4 })
    expect((await answer(meeting, only, from, 1)).problem.code).toBe('statement_settled')
    // He may still say otherwise.
    await answer(meeting, only, into, 1)
    expect(await one(meeting, only, into)).toMatchObject({ mine: 1, answers: 4 })
    expect(await log(meeting, supervisor)).toEqual([
      expect.objectContaining({
        label: '支部书记',
        words: '合并：“车棚要装十盏感应灯”并入“车棚要装感应灯，十盏就够”',
        reason: '同一个意思',
      }),
    ])
    // What was merged cannot be merged into.
    const third = await stated(meeting, branch_secretary, '电费从公共收益里出')
    const dead = await settle(meeting, third, { to: 'merged', intoId: from, reason: '同一个意思' })
    expect(dead.problem.code).toBe('target_invalid')
  })

  test('merging on and on counts nobody twice', async () => {
    const { owner, tenant, family } = hall.people
    const meeting = await talk()
    const ids = [
      await stated(meeting, owner, '车棚要装十盏感应灯'),
      await stated(meeting, tenant, '先修东门的门禁'),
      await stated(meeting, family, '雨天要铺防滑垫'),
    ] as const
    for (const who of neighbours.slice(0, 4)) for (const id of ids) await answer(meeting, who, id, 1)
    const [a, b, c] = ids
    await settle(meeting, a, { to: 'merged', intoId: b, reason: '同一个意思' })
    await settle(meeting, b, { to: 'merged', intoId: c, reason: '同一个意思' })
    expect(await one(meeting, family, c)).toMatchObject({ answers: 7 })
    expect(await map(meeting, family)).toMatchObject({ people: 7, statements: 1, answers: 7 })
  })
})

describe('the opinion map', () => {
  const TEXTS = ['电费从公共收益里出', '先修东门的门禁', '车棚里不许充电', '雨天要铺防滑垫']

  /** Everybody answers all four; the first `yes` of them as one, the others the other way round. */
  async function divided(yes: number, no: number): Promise<MeetingView> {
    const meeting = await talk()
    const people = neighbours.slice(0, yes + no)
    const ids: string[] = []
    for (const text of TEXTS) ids.push(await stated(meeting, people[0] as TestPerson, text))
    for (const [index, who] of people.entries()) {
      for (const [at, id] of ids.entries()) {
        const side = index < yes ? 1 : -1
        // The last one all are for.
        await answer(meeting, who, id, at === ids.length - 1 ? 1 : side)
      }
    }
    return meeting
  }

  const uuids = (text: string) => text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []

  test('shows two groups that answer alike, what they share, and to each reader where he is', async () => {
    const meeting = await divided(7, 6)
    const [inFirst, inSecond] = [neighbours[0], neighbours[12]]
    if (!inFirst || !inSecond) throw new Error('nobody')
    const seen = await map(meeting, inFirst)
    expect(seen).toMatchObject({ people: 13, statements: 4, answers: 52 })
    expect(seen.groups.map(({ size }) => size)).toEqual([7, 6])
    expect(seen.dots.map(({ group }) => group)).toEqual([...Array(7).fill(0), ...Array(6).fill(1)])
    expect(seen.mine).toBe(0)
    expect((await map(meeting, inSecond)).mine).toBe(1)
    const [shared] = [...seen.lines].sort((a, b) => b.consensus - a.consensus)
    expect(shared).toMatchObject({
      text: '雨天要铺防滑垫',
      agree: 13,
      disagree: 0,
      pass: 0,
      consensus: 1000,
      byGroup: [
        { agree: 7, disagree: 0, pass: 0 },
        { agree: 6, disagree: 0, pass: 0 },
      ],
    })
    const parted = seen.lines.filter(({ id }) => id !== shared?.id)
    for (const line of parted) expect(line).toMatchObject({ agree: 7, disagree: 6, consensus: 0 })
  })

  test('holds nobody’s id, name or order: for every reader it is the same but for his own place', async () => {
    const meeting = await divided(7, 6)
    const shownIds = (await list(meeting, hall.people.owner)).map(({ id }) => id)
    const { mine, me, ...ofOther } = await map(meeting, hall.people.branch_secretary)
    expect([mine, me]).toEqual([null, null])
    for (const who of [...neighbours, ...Object.values(hall.people)]) {
      const { mine: own, me: place, ...seen } = await map(meeting, who)
      expect(seen).toEqual(ofOther)
      expect(own === null).toBe(place === null)
      const text = JSON.stringify(seen)
      for (const id of uuids(text)) expect(shownIds).toContain(id)
      for (const { id, name } of neighbours) {
        expect(text).not.toContain(id)
        expect(text).not.toContain(name)
      }
      for (const dot of seen.dots) expect(Object.keys(dot).sort()).toEqual(['group', 'x', 'y'])
    }
  })

  test.each([
    [9, 4, [13]],
    [8, 5, [8, 5]],
    [5, 0, [5]],
    [4, 0, []],
    [2, 2, []],
  ])('of %i against %i there is no group below five', async (yes, no, sizes) => {
    const meeting = await divided(yes, no)
    const seen = await map(meeting, neighbours[0] as TestPerson)
    expect(seen.groups.map(({ size }) => size)).toEqual(sizes)
    for (const { byGroup } of seen.lines)
      for (const { agree, disagree, pass } of byGroup)
        expect(agree + disagree + pass).toBeGreaterThanOrEqual(5)
    expect(seen.dots).toHaveLength(sizes.reduce((total: number, size) => total + size, 0))
    expect(seen.mine).toBe(sizes.length === 0 ? null : 0)
    // With fewer than five nothing is said about a statement either.
    expect(seen.lines).toHaveLength(sizes.length === 0 ? 0 : TEXTS.length)
    expect(seen.people).toBe(yes + no)
  })

  test('says nothing about a statement that fewer than five have answered', async () => {
    const meeting = await divided(6, 0)
    const id = await stated(meeting, neighbours[0] as TestPerson, '楼道里要装扶手')
    for (const who of neighbours.slice(1, 4)) await answer(meeting, who, id, -1)
    const texts = async () => (await map(meeting, hall.people.owner)).lines.map((line) => line.text)
    expect(await texts()).not.toContain('楼道里要装扶手')
    await answer(meeting, neighbours[4] as TestPerson, id, 0)
    expect(await texts()).toContain('楼道里要装扶手')
  })
})

test('of a matter that turned private neither map nor log tells what was said', async () => {
  const item = await waiting(hall)
  const meeting = await convene(hall, [item], { kind: 'talk' })
  const itemId = firstItem(meeting).id
  const words = '三楼那家夜里总吵架'
  await state(meeting, hall.people.owner, words, { itemId, isDifferent: true })
  const [statement] = await list(meeting, hall.people.owner)
  for (const who of neighbours.slice(0, 8)) await answer(meeting, who, statement?.id ?? '', 1)
  await settle(meeting, statement?.id ?? '', { to: 'hidden', reason: '说的是一家人', intoId: null })
  await settle(meeting, statement?.id ?? '', { to: 'shown', reason: '先放着', intoId: null })
  expect(JSON.stringify(await map(meeting, hall.people.tenant))).toContain(words)
  await hall.platform.db
    .updateTable('matters')
    .set({ isPrivate: true })
    .where('id', '=', item.matterId)
    .execute()
  for (const told of [
    await map(meeting, hall.people.tenant),
    await log(meeting, hall.people.tenant),
    await list(meeting, hall.people.tenant),
  ])
    expect(JSON.stringify(told)).not.toMatch(/吵架|一家人/)
})

test('what is most alike is shown first', async () => {
  const meeting = await talk()
  await stated(meeting, hall.people.owner, '充电的地方要离窗户远一些，夜里关灯')
  await stated(meeting, hall.people.family, '充电的地方要离窗户远一些')
  const { body } = await state(meeting, hall.people.tenant, '充电的地方离窗户远一些')
  expect(body.similar[0]?.text).toBe('充电的地方要离窗户远一些')
})
