import { createHash } from 'node:crypto'
import type { BodyOf } from '@yishiting/domain/contract'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { type Hall, openHall } from '../../support/hall'
import { addPerson, type TestPerson } from '../../support/people'
import {
  atItem,
  atPoll,
  checkIn,
  convene,
  countsOf,
  firstItem,
  lastPoll,
  opened,
  page,
  vote,
  waiting,
} from './support/meeting'

type Question = BodyOf<'deliberate.openPoll'>
type Marks = BodyOf<'deliberate.vote'>['marks']

let hall: Hall
/** Three members and a tenant of another building, so that a list of who voted what has two labels. */
let voters: TestPerson[]
beforeAll(async () => {
  hall = await openHall({ seats: 3 })
  const sketch = { name: '新来的', roles: ['tenant'] as const, building: '6 号楼' }
  voters = [...hall.compound.seated, await addPerson(hall.platform, hall.compound.id, sketch)]
})
afterAll(() => hall.close())

/** An open meeting of one item with all four here. */
async function begun(present = 3): Promise<MeetingView> {
  const meeting = await opened(hall, await convene(hall, [await waiting(hall)]), present)
  return checkIn(hall, meeting, voters[3] ?? hall.people.tenant)
}

const open = (meeting: MeetingView, body: Question) =>
  hall.send(hall.people.branch_secretary, 'deliberate.openPoll', { params: atItem(meeting), body })

async function ask(meeting: MeetingView, body: Question): Promise<MeetingView> {
  const asked = await open(meeting, body)
  expect(asked.status).toBe(200)
  return asked.body
}

const mark = (meeting: MeetingView, who: TestPerson, marks: Marks) =>
  hall.send(who, 'deliberate.vote', { params: atPoll(meeting), body: { marks } })

/** Each of the four marks his, in order. */
async function allMark(meeting: MeetingView, all: readonly Marks[]): Promise<void> {
  for (const [index, who] of voters.entries()) {
    const { status } = await mark(meeting, who, all[index] ?? {})
    expect(status).toBe(200)
  }
}

const end = (meeting: MeetingView) =>
  hall.ok(hall.people.branch_secretary, 'deliberate.closePoll', { params: atPoll(meeting) })

const OPTIONS = [
  { id: 'a', title: '甲队' },
  { id: 'b', title: '乙队' },
  { id: 'c', title: '丙队' },
]
const WHO = { about: 'other', question: '请哪个队来做？' } as const

interface Case {
  method: NonNullable<Question['method']>
  more?: Question
  marks: Marks[]
  /** By line. */
  counts: Record<string, number>
  winner: string | null
  words: string
  voices: string[]
  /** Marks that this method does not take. */
  wrong: Marks[]
}

const CASES: Case[] = [
  {
    method: 'yes_no',
    marks: [{ choice: 'agree' }, { choice: 'agree' }, { choice: 'abstain' }, { choice: 'agree' }],
    counts: { agree: 3, against: 0, abstain: 1 },
    winner: 'agree',
    words: '3 人同意，0 人不同意，1 人弃权。同意的过了半数。',
    voices: ['同意', '同意', '弃权', '同意'],
    wrong: [{}, { picks: ['a'] }],
  },
  {
    method: 'choose_one',
    more: { options: OPTIONS },
    marks: [{ picks: ['a'] }, { picks: ['b'] }, { picks: ['a'] }, { picks: ['c'] }],
    counts: { a: 2, b: 1, c: 1 },
    winner: 'a',
    words: '“甲队”选的人最多。',
    voices: ['甲队', '乙队', '甲队', '丙队'],
    wrong: [{}, { picks: [] }, { picks: ['a', 'b'] }, { picks: ['z'] }, { choice: 'agree' }],
  },
  {
    method: 'choose_several',
    more: { options: OPTIONS, picksMax: 2 },
    marks: [{ picks: ['a', 'b'] }, { picks: ['b'] }, { picks: ['c', 'a'] }, { picks: ['b', 'a'] }],
    counts: { a: 3, b: 3, c: 1 },
    winner: null,
    words: '“甲队”、“乙队”一样多，分不出先后，请大家再商量。',
    voices: ['甲队、乙队', '乙队', '丙队、甲队', '乙队、甲队'],
    wrong: [{ picks: ['a', 'b', 'c'] }, { picks: ['a', 'a'] }, { picks: [] }],
  },
  {
    method: 'ranking',
    more: { options: OPTIONS },
    marks: [
      { ranking: ['a', 'b', 'c'] },
      { ranking: ['b', 'a'] },
      { ranking: ['b'] },
      { ranking: ['c', 'b', 'a'] },
    ],
    // Its place, 1 for the best.
    counts: { a: 2, b: 1, c: 3 },
    winner: 'b',
    words: '“乙队”排在第一。',
    voices: ['甲队 > 乙队 > 丙队', '乙队 > 甲队', '乙队', '丙队 > 乙队 > 甲队'],
    wrong: [{}, { ranking: [] }, { ranking: ['a', 'a'] }, { ranking: ['z'] }, { picks: ['a'] }],
  },
  {
    method: 'scoring',
    more: { options: OPTIONS },
    marks: [
      { scores: { a: 5, b: 0, c: 2 } },
      { scores: { a: 4, b: 5, c: 2 } },
      { scores: { a: 0, b: 5, c: 2 } },
      { scores: { a: 3, b: 3, c: 2 } },
    ],
    counts: { a: 12, b: 13, c: 8 },
    winner: 'b',
    words: '“乙队”总分最高。',
    voices: [
      '甲队 5 分、乙队 0 分、丙队 2 分',
      '甲队 4 分、乙队 5 分、丙队 2 分',
      '甲队 0 分、乙队 5 分、丙队 2 分',
      '甲队 3 分、乙队 3 分、丙队 2 分',
    ],
    wrong: [
      {},
      { scores: { a: 5 } },
      { scores: { a: 6, b: 0, c: 0 } },
      { scores: { a: 1, b: 1, c: 1, z: 1 } },
    ],
  },
]

describe.each(CASES)('a straw poll beside the motion: $method', (each) => {
  const question: Question = { ...WHO, method: each.method, ...each.more }

  test('named: everybody reads who voted what, once it is closed; it decides nothing', async () => {
    const polled = await ask(await begun(), { ...question, isSecret: false })
    for (const marks of each.wrong) {
      const refused = await mark(polled, voters[0] as TestPerson, marks)
      expect(refused.problem).toMatchObject({ status: 422, code: 'poll_marks_wrong' })
    }
    await allMark(polled, each.marks)
    expect(lastPoll(await page(hall, hall.people.supervisor, polled.id))).toMatchObject({
      cast: 4,
      result: null,
    })
    await end(polled)
    const seen = await page(hall, hall.people.tenant, polled.id)
    const { result } = lastPoll(seen)
    expect(lastPoll(seen)).toMatchObject({ ...WHO, method: each.method, isSecret: false, state: 'closed' })
    expect(countsOf(seen)).toEqual(each.counts)
    expect(result?.lines.filter(({ isWinner }) => isWinner).map(({ id }) => id)).toEqual(
      each.winner === null ? [] : [each.winner],
    )
    expect(result).toMatchObject({ cast: 4, hands: 0, adopted: null, words: each.words })
    const fromSix = result?.voices.filter(({ label }) => label === '6 号楼居民').map(({ marks }) => marks)
    expect(fromSix).toEqual([each.voices[3]])
    expect(result?.voices.map(({ marks }) => marks).sort()).toEqual([...each.voices].sort())
    expect(JSON.stringify(seen)).not.toMatch(/新来的|议员/)
    // The point's own motion has not been asked, nor has it become anything.
    expect(firstItem(seen)).toMatchObject({ adopted: null, outcome: null })
    const resolved = await hall.send(hall.people.branch_secretary, 'deliberate.resolve', {
      params: atItem(polled),
      body: { resolution: '请甲队来做。' },
    })
    expect(resolved.problem.code).toBe('not_adopted')
    expect(lastPoll(await ask(polled, {}))).toMatchObject({
      about: 'motion',
      question: firstItem(seen).motion,
    })
  })

  test('secret: the same count, and nobody reads anywhere who voted what', async () => {
    const polled = await ask(await begun(), question)
    await allMark(polled, each.marks)
    await end(polled)
    for (const who of [...Object.values(hall.people), voters[0] as TestPerson]) {
      const params = { meetingId: polled.id }
      const seen = await page(hall, who, polled.id)
      expect(countsOf(seen)).toEqual(each.counts)
      expect(lastPoll(seen)).toMatchObject({ isSecret: true, result: { voices: [] } })
      const events = await hall.ok(who, 'deliberate.events', { params })
      expect(JSON.stringify([seen, events])).not.toMatch(/"(marks|choice)"|"(picks|ranking|scores)":[[{]/)
    }
    const pollId = lastPoll(polled).id
    const votes = await hall.platform.db
      .selectFrom('pollVotes')
      .selectAll()
      .where('pollId', '=', pollId)
      .execute()
    expect(votes.map(({ personId }) => personId).sort()).toEqual(voters.map(({ id }) => id).sort())
    expect(votes.map(({ marks }) => marks)).toEqual([null, null, null, null])
    const slips = await hall.platform.db
      .selectFrom('pollSlips')
      .selectAll()
      .where('pollId', '=', pollId)
      .execute()
    for (const slip of slips) {
      expect(Object.keys(slip).sort()).toEqual(['compoundId', 'id', 'marks', 'pollId'])
      for (const { id } of voters) expect(JSON.stringify(slip)).not.toContain(id)
    }
    const inTheBox = slips.map(({ marks }) => JSON.stringify(marks)).sort()
    expect(inTheBox).toEqual(each.marks.map((marks) => JSON.stringify(marks)).sort())
    const journal = await hall.platform.db
      .selectFrom('journal')
      .selectAll()
      .where('meetingId', '=', polled.id)
      .where('kind', '=', 'vote')
      .execute()
    expect(journal.map(({ extra }) => extra)).toEqual(Array(4).fill({ pollId }))
  })
})

test('a named vote stands with its voter, and no slip goes into the box', async () => {
  const polled = await ask(await begun(), { ...WHO, isSecret: false })
  await allMark(polled, Array(4).fill({ choice: 'against' }))
  const pollId = lastPoll(polled).id
  const votes = await hall.platform.db
    .selectFrom('pollVotes')
    .select('marks')
    .where('pollId', '=', pollId)
    .execute()
  expect(votes).toEqual(Array(4).fill({ marks: { choice: 'against' } }))
  expect(
    await hall.platform.db.selectFrom('pollSlips').selectAll().where('pollId', '=', pollId).execute(),
  ).toEqual([])
})

test('the motion itself can be voted on by name, and what it comes to decides', async () => {
  const polled = await ask(await begun(), { isSecret: false })
  await allMark(polled, [
    { choice: 'agree' },
    { choice: 'agree' },
    { choice: 'agree' },
    { choice: 'against' },
  ])
  const closed = await end(polled)
  expect(firstItem(closed).adopted).toBe(true)
  expect(lastPoll(closed).result).toMatchObject({
    adopted: true,
    words: '3 人同意，1 人不同意，0 人弃权。同意的过了半数，通过。',
  })
  expect(lastPoll(closed).result?.voices).toContainEqual({ label: '6 号楼居民', marks: '不同意' })
})

test('a straw poll needs no quorum, and can be asked again in other words; a motion needs its quorum and is asked once', async () => {
  const meeting = await begun(1)
  expect((await open(meeting, {})).problem.code).toBe('quorum_not_met')
  for (const question of ['要不要装灯？', '装几盏灯？']) {
    const polled = await ask(meeting, { about: 'other', question })
    expect((await open(meeting, { about: 'other', question })).problem.code).toBe('poll_already_open')
    await vote(hall, polled, voters[0] as TestPerson, 'agree')
    const { result } = lastPoll(await end(polled))
    expect(result).toMatchObject({ adopted: null, cast: 1 })
    expect(result?.steps).toContain('只是摸个底，不算作决定。')
  }
  const seen = await page(hall, hall.people.owner, meeting.id)
  expect(firstItem(seen).polls.map(({ question }) => question)).toEqual(['要不要装灯？', '装几盏灯？'])
  for (const member of hall.compound.seated) await checkIn(hall, meeting, member)
  await end(await ask(meeting, {}))
  expect((await open(meeting, {})).problem.code).toBe('poll_already_open')
})

test('a 恳谈会 may be sounded out, too', async () => {
  const talk = await opened(hall, await convene(hall, [await waiting(hall)], { kind: 'talk' }), 2)
  const polled = await ask(talk, { ...WHO, method: 'choose_one', options: OPTIONS })
  await mark(polled, voters[0] as TestPerson, { picks: ['c'] })
  expect(lastPoll(await end(polled)).result).toMatchObject({ adopted: null, words: '“丙队”选的人最多。' })
})

test('a question that cannot be put is refused with what is missing', async () => {
  const meeting = await begun()
  const refused = async (body: Question) => (await open(meeting, { ...WHO, ...body })).problem
  expect(await refused({ question: ' ' })).toMatchObject({ status: 422, code: 'text_required' })
  const methods = ['choose_one', 'choose_several', 'ranking', 'scoring'] as const
  for (const method of methods) {
    expect(await refused({ method, options: OPTIONS.slice(0, 1) })).toMatchObject({
      status: 422,
      code: 'options_required',
      detail: '至少写两个选项，每个都要写清楚。',
    })
  }
  const again = { id: 'd', title: '甲 队' }
  expect(await refused({ method: 'ranking', options: [...OPTIONS, again] })).toMatchObject({
    detail: '有两个选项是一样的，请改一个。',
  })
  expect(await refused({ method: 'choose_several', options: OPTIONS, picksMax: 4 })).toMatchObject({
    detail: '最多能选几个，请写 1 到 3 之间的数。',
  })
  expect(firstItem(await page(hall, hall.people.owner, meeting.id)).polls).toEqual([])
})

test('a motion is decided by yes or no, whatever method is sent along', async () => {
  const polled = await ask(await begun(), { method: 'scoring', options: OPTIONS, question: '别的问题？' })
  expect(lastPoll(polled)).toMatchObject({
    about: 'motion',
    method: 'yes_no',
    options: [],
    question: firstItem(polled).motion,
  })
})

test('after a secret poll nothing in the tables ties a slip to who voted: no time, no transaction, no digest to be tried', async () => {
  const meeting = await ask(await begun(), { isSecret: true })
  await allMark(meeting, [
    { choice: 'agree' },
    { choice: 'against' },
    { choice: 'abstain' },
    { choice: 'agree' },
  ])
  const pollId = lastPoll(meeting).id
  await end(meeting)
  const { pool } = hall.platform
  const slips = (await pool.query('select id, marks from poll_slips where poll_id = $1', [pollId])).rows
  expect(slips.map(({ marks }) => marks.choice).sort()).toEqual(['abstain', 'against', 'agree', 'agree'])
  // Random ids (version 4); ours (version 7) tell the time.
  for (const { id } of slips) expect(id[14]).toBe('4')
  const tied = await pool.query(
    'select 1 from poll_votes v join poll_slips s on s.poll_id = v.poll_id and s.xmin = v.xmin where v.poll_id = $1',
    [pollId],
  )
  expect(tied.rowCount).toBe(0)
  const url = `/api/compounds/${hall.compound.id}/meetings/${meeting.id}/polls/${pollId}/vote`
  const tries = ['agree', 'against', 'abstain'].map((choice) =>
    createHash('sha256')
      .update(`POST ${url}\n${JSON.stringify({ marks: { choice } })}`)
      .digest(),
  )
  const digests = (await pool.query('select request_digest from idempotency')).rows
  for (const { request_digest } of digests)
    for (const guess of tries)
      expect(request_digest.subarray(0, 16).equals(guess.subarray(0, 16))).toBe(false)
  await expect(pool.query('delete from poll_slips where poll_id = $1', [pollId])).rejects.toThrow(
    'append-only',
  )
})
