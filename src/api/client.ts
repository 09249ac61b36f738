import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yishiting/domain/contract'
import { type OperationId, PATHS } from '@yishiting/domain/contract/paths'
import { newKey } from './key'
import { ApiProblem, problemIn, signedOut } from './problem'
import { type Answer, send } from './send'
import { chooseCompound, dropSession, knowPerson, readSession } from './session-store'

type Nothing = Record<never, never>
type Part<Name extends string, T> = Nothing extends T ? { [K in Name]?: T } : { [K in Name]: T }

/** What an operation is asked with. `compoundId` is filled in from the session. */
export type Ask<Id extends OperationId> = Part<'params', Omit<ParamsOf<Id>, 'compoundId'>> &
  Part<'query', QueryOf<Id>> &
  Part<'body', BodyOf<Id>> & {
    /** The version seen: the server refuses when somebody else has changed it since. */
    ifMatch?: number
    /** The same for every try of one intention; a fresh one when left out. */
    key?: string
  }
type AskArgs<Id extends OperationId> = Nothing extends Ask<Id> ? [ask?: Ask<Id>] : [ask: Ask<Id>]

/** What `fill` and `call` see of any Ask. */
interface PlainAsk {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  ifMatch?: number
  key?: string
}

const WITHOUT_SESSION: readonly OperationId[] = [
  'demo.personas',
  'demo.enter',
  'demo.clock',
  'demo.moveClock',
]
const TRIES_WHEN_BUSY = 4
const LONGEST_WAIT_S = 8

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

let asking: { token: string; answer: Promise<string> } | null = null

/** Where the person belongs: as kept, or asked once after coming in, however many pages want to know. */
export async function currentCompound(): Promise<string> {
  const { token, compoundId } = readSession()
  if (token === null) throw signedOut()
  if (compoundId !== null) return compoundId
  if (asking?.token !== token) asking = { token, answer: askCompound() }
  return asking.answer.finally(() => {
    asking = null
  })
}

async function askCompound(): Promise<string> {
  const me = await call('people.me')
  const first = me.compounds[0]
  if (!first)
    throw new ApiProblem({ code: 'no_compound', status: 403, detail: '您还没有加入小区，请联系支部。' })
  knowPerson(me.id)
  chooseCompound(first.id)
  return first.id
}

const queryText = (query: Record<string, unknown>): string => {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

/** The address of an operation, its parameters filled in. */
export async function addressOf(id: OperationId, ask: Pick<PlainAsk, 'params' | 'query'>): Promise<string> {
  const [, path] = PATHS[id]
  const params: Record<string, unknown> = { ...ask.params }
  if (path.includes(':compoundId')) params.compoundId = await currentCompound()
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
  return `${API_BASE}${filled}${queryText(ask.query ?? {})}`
}

/** Headers that say who asks. @throws ApiProblem `signed_out` when nobody is in. */
export function whoAsks(id: OperationId): Record<string, string> {
  if (WITHOUT_SESSION.includes(id)) return {}
  const { token } = readSession()
  if (token === null) throw signedOut()
  return { authorization: `Bearer ${token}` }
}

async function sendWhenBusy(id: OperationId, url: string, ask: PlainAsk): Promise<Answer> {
  const [method] = PATHS[id]
  const header: Record<string, string> = whoAsks(id)
  const isWrite = method !== 'GET'
  // Every try carries the same key: a write that was done without our hearing of it is not done twice.
  if (isWrite) header['idempotency-key'] = ask.key ?? newKey()
  if (ask.ifMatch !== undefined) header['if-match'] = `"${ask.ifMatch}"`
  const body = isWrite ? JSON.stringify(ask.body ?? {}) : undefined
  for (let tries = 1; ; tries += 1) {
    const answer = await send({ method, url, header, body })
    if (answer.status !== 503 || tries === TRIES_WHEN_BUSY) return answer
    const asked = Number(answer.header['retry-after'])
    const seconds = Number.isFinite(asked) && asked > 0 ? Math.min(asked, LONGEST_WAIT_S) : tries
    // A little apart from one another: a crowd told to wait 2 s must not come back as one.
    await pause(seconds * 1000 * (0.8 + 0.6 * Math.random()))
  }
}

/**
 * Asks the server for one operation of the contract.
 * @throws ApiProblem always: the server's sentence, or `offline`. 401 also ends the session.
 */
export async function call<Id extends OperationId>(id: Id, ...[ask]: AskArgs<Id>): Promise<ResponseOf<Id>> {
  const plain = (ask ?? {}) as PlainAsk
  const { token } = readSession()
  const answer = await sendWhenBusy(id, await addressOf(id, plain), plain)
  return acceptedOr(answer, token) as ResponseOf<Id>
}

/** The body of a good answer. @throws ApiProblem for any other */
export function acceptedOr(answer: Pick<Answer, 'status' | 'body'>, token: string | null): unknown {
  if (answer.status >= 200 && answer.status < 300) return answer.body
  const problem = problemIn(answer.status, answer.body)
  if (problem.status === 401 && token !== null) dropSession(token)
  throw problem
}
