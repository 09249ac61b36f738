import { call } from '@/api/client'
import { ApiProblem } from '@/api/problem'
import { chooseCompound, dropSession, enterSession, readSession } from '@/api/session-store'
import { resetTaro } from '../support/taro'
import { answerWith, asked, problem } from './answers'

const COMPOUND = '11111111-1111-4111-8111-111111111111'
const MATTER = '22222222-2222-4222-8222-222222222222'

const support = (key?: string) =>
  call('speak.support', { params: { matterId: MATTER }, body: { on: true }, key })

async function failure(promise: Promise<unknown>): Promise<ApiProblem> {
  const error = await promise.catch((thrown: unknown) => thrown)
  if (!(error instanceof ApiProblem)) throw new Error(`no problem, but ${String(error)}`)
  return error
}

beforeEach(() => {
  resetTaro()
  dropSession()
  enterSession('token-of-zhang')
  chooseCompound(COMPOUND)
})

describe('what goes out', () => {
  test('the address is filled in from the session and the question', async () => {
    answerWith([200, { matters: [], next: null }])
    await call('speak.list', { query: { q: '车棚 口', mine: undefined, limit: 5 } })
    const [first] = asked()
    expect(first?.url).toBe(`/api/compounds/${COMPOUND}/matters?q=%E8%BD%A6%E6%A3%9A%20%E5%8F%A3&limit=5`)
    expect(first?.method).toBe('GET')
    expect(first?.header.authorization).toBe('Bearer token-of-zhang')
    expect(first?.header['idempotency-key']).toBeUndefined()
    expect(first?.data).toBeUndefined()
    expect(first?.timeout).toBe(12_000)
  })

  test('a write carries a key, JSON, and the version seen', async () => {
    answerWith([200, { version: 4 }])
    await call('speak.edit', {
      params: { matterId: MATTER },
      body: { title: '', text: '灯坏了', place: { buildingId: null, detail: '' } },
      ifMatch: 3,
    })
    const [first] = asked()
    expect(first?.method).toBe('PUT')
    expect(first?.header['idempotency-key']).toMatch(/^[0-9a-f]{32}$/)
    expect(first?.header['if-match']).toBe('"3"')
    expect(first?.header['content-type']).toBe('application/json')
    expect(JSON.parse(first?.data ?? '')).toMatchObject({ text: '灯坏了' })
  })

  test('where the person belongs is asked once, however many pages want to know', async () => {
    dropSession()
    enterSession('another-token')
    const me = { id: 'p', compounds: [{ id: COMPOUND }] }
    answerWith([200, me], [200, { supported: true, supports: 1 }], [200, { supported: true, supports: 1 }])
    await Promise.all([support(), support()])
    expect(asked().filter(({ url }) => url === '/api/me')).toHaveLength(1)
    expect(readSession().compoundId).toBe(COMPOUND)
  })

  test('without a session nothing goes out', async () => {
    dropSession()
    answerWith()
    expect((await failure(support())).code).toBe('signed_out')
    expect(asked()).toHaveLength(0)
  })
})

describe('too many people', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test('503 is waited out, and every try carries the same key', async () => {
    const busy = problem(503, 'busy', '现在人很多，请稍等几秒再试。')
    answerWith([...busy, { 'Retry-After': '2' }], [...busy], [200, { supported: true, supports: 7 }])
    const answer = support('key-of-this-tap')
    await jest.advanceTimersByTimeAsync(20_000)
    expect(await answer).toEqual({ supported: true, supports: 7 })
    expect(asked().map(({ header }) => header['idempotency-key'])).toEqual([
      'key-of-this-tap',
      'key-of-this-tap',
      'key-of-this-tap',
    ])
  })

  test('it is not waited out for ever', async () => {
    const busy = problem(503, 'busy', '现在人很多，请稍等几秒再试。')
    answerWith(busy, busy, busy, busy, busy)
    const answer = failure(support())
    await jest.advanceTimersByTimeAsync(60_000)
    expect((await answer).message).toBe('现在人很多，请稍等几秒再试。')
    expect(asked()).toHaveLength(4)
  })
})

describe('what comes back', () => {
  test('a problem keeps its code, its sentence and its details', async () => {
    answerWith(problem(412, 'stale_version', '您看的时候别人已经处理了。', { by: '支部书记' }))
    const refused = await failure(support())
    expect(refused).toMatchObject({
      code: 'stale_version',
      status: 412,
      message: '您看的时候别人已经处理了。',
      details: { by: '支部书记' },
    })
  })

  test('a problem that WeChat left as text is understood', async () => {
    const [status, body] = problem(404, 'not_found', '没有找到。')
    answerWith([status, JSON.stringify(body)])
    expect((await failure(support())).message).toBe('没有找到。')
  })

  test('a gateway’s own page becomes a sentence', async () => {
    answerWith([502, '<html>Bad Gateway</html>'])
    expect((await failure(support())).message).toBe('现在连不上，请稍等几秒再试。')
    answerWith([500, null])
    expect((await failure(support())).code).toBe('internal')
  })

  test('no network, and no answer in time', async () => {
    answerWith(new Error('request:fail '))
    const offline = await failure(support())
    expect(offline).toMatchObject({ code: 'offline', status: 0 })
    expect(offline.message).toContain('连不上网')
    answerWith(new Error('request:fail timeout'))
    expect((await failure(support())).message).toContain('没有回音')
  })

  test('401 ends the session, unless somebody else has come in since', async () => {
    const out = problem(401, 'signed_out', '登录已失效，请重新进入。')
    answerWith(out)
    await failure(support())
    expect(readSession().token).toBeNull()

    enterSession('old')
    chooseCompound(COMPOUND)
    answerWith(out)
    const late = failure(support())
    enterSession('new')
    await late
    expect(readSession().token).toBe('new')
  })
})
