import { contract } from '@yishiting/domain/contract'
import { words } from '@yishiting/domain/contract/shared'
import type { z } from 'zod'

const OPERATIONS = Object.values(contract).flatMap((room) => Object.values(room)) as {
  id: string
  query: z.ZodObject
  body: z.ZodObject
}[]
const ID = '018f4b6e-0000-7000-8000-000000000001'

/** What somebody could put where something else is wanted: nothing, too much, the wrong kind. */
const HOSTILE: unknown[] = [
  undefined,
  null,
  '',
  0,
  -1,
  1.5,
  true,
  [],
  {},
  'x',
  'x'.repeat(20_001),
  Array(200).fill(''),
  [{}],
]

function messagesOf(schema: z.ZodObject): string[] {
  const whole = HOSTILE.map((value) => schema.safeParse(value))
  const single = Object.keys(schema.shape).flatMap((key) =>
    HOSTILE.map((value) => schema.safeParse({ [key]: value })),
  )
  return [...whole, ...single].flatMap((parsed) => parsed.error?.issues.map((issue) => issue.message) ?? [])
}

const isChinese = (message: string) => /[\u4e00-\u9fff]/.test(message)
/** The library's own words. The server never shows these: it says a general sentence instead. */
const isLibrarys = (message: string) => /^(Invalid|Too (big|small)|Unrecognized|Expected)/.test(message)

test.each(OPERATIONS)(
  '$id: what we say ourselves of wrong input is a Chinese sentence',
  ({ query, body }) => {
    const ours = [...messagesOf(query), ...messagesOf(body)].filter((message) => !isLibrarys(message))
    for (const message of ours) {
      expect(message).toMatch(/。$/)
      expect(isChinese(message)).toBe(true)
      expect(message).not.toMatch(/[A-Za-z]{3,}/)
    }
  },
)

/** What residents and the branch fill in by hand: here a mistake is answered with our own words. */
const BY_HAND: [what: string, id: string, body: object][] = [
  ['no words', 'speak.comment', {}],
  ['words without end', 'speak.comment', { text: '长'.repeat(20_001) }],
  ['no words in a matter', 'speak.raise', { place: { buildingId: null, detail: '' } }],
  [
    'a place as long as a letter',
    'speak.raise',
    { text: '灯坏了', place: { buildingId: null, detail: '长'.repeat(61) } },
  ],
  ['no topic', 'sort.sort', { routes: [], reason: '物业的事' }],
  [
    'a route that is none',
    'sort.sort',
    { topic: 'repair', routes: [{ code: 'heaven' }], reason: '物业的事' },
  ],
  ['no reason to return it', 'sort.return', { whereTo: '街道' }],
  ['a lead who is none', 'act.assign', { leadId: 'Mr Wang', task: '修灯', dueAt: '2026-03-20T10:00:00Z' }],
  ['a day that is none', 'act.extend', { dueAt: '下周', reason: '灯要订货' }],
  ['no choice in a vote', 'deliberate.vote', { marks: { choice: 'yes' } }],
  ['a meeting at no time', 'deliberate.convene', { kind: 'talk', startsAt: '', place: '活动室', items: [] }],
  ['not said whether solved', 'rate.rate', { contacted: true, satisfied: true }],
  ['nobody looked for', 'people.residents', { q: '' }],
]

test.each(BY_HAND)('%s: the sentence is ours', (_what, id, body) => {
  const parsed = OPERATIONS.find((each) => each.id === id)?.body.safeParse(body)
  expect(parsed?.success).toBe(false)
  expect(parsed?.error?.issues.map((issue) => issue.message).every(isChinese)).toBe(true)
})

test('an id is an id in either case, and nothing else', () => {
  const { params } = contract.speak.read
  const read = (matterId: string) => params.safeParse({ compoundId: ID, matterId })
  expect(read(ID.toUpperCase()).data?.matterId).toBe(ID)
  for (const wrong of ['1', '', `${ID} `, `${ID}\0`, "' or 1=1 --", '../../etc'])
    expect(read(wrong).success).toBe(false)
})

test('a moment is a moment of universal time', () => {
  const { body } = contract.act.extend
  const extend = (dueAt: string) => body.safeParse({ dueAt, reason: '灯要订货' }).success
  expect(extend('2026-03-20T10:00:00.000Z')).toBe(true)
  for (const wrong of ['2026-03-20', '2026-03-20T10:00:00', '2026-02-30T10:00:00Z', '1710900000000'])
    expect(extend(wrong)).toBe(false)
})

test('what a body does not know is left out, an actor named there too', () => {
  const parsed = contract.speak.comment.body.parse({ text: '灯坏了', actorId: ID, isSystem: true })
  expect(parsed).toEqual({ text: '灯坏了' })
})

test('the wire lets more through than the rules, so that the rules can say how much is too much', () => {
  expect(words.safeParse('长'.repeat(2001)).success).toBe(true)
})
