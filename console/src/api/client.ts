import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yishiting/domain/contract'
import { type OperationId, PATHS } from '@yishiting/domain/contract/paths'
import type { Problem } from '@yishiting/domain/contract/shared'
import { ApiProblem, offline } from './problem'
import { dropSession, readSession } from './session'

/** What an operation is asked with; the compound comes from the session. */
export interface Ask<Id extends OperationId> {
  params?: Omit<ParamsOf<Id>, 'compoundId'>
  query?: QueryOf<Id>
  body?: BodyOf<Id>
  /** The version seen: the server refuses when somebody else has changed it since. */
  ifMatch?: number
  /** The same for every try of one intention. */
  key?: string
  /** For whoever is only just coming in; else that of the session. */
  token?: string
}

function addressOf(path: string, params: object, query: object): string {
  const values: Record<string, unknown> = { compoundId: readSession()?.compoundId, ...params }
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name] ?? '')))
  const asked = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  const words = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()
  return words ? `${filled}?${words}` : filled
}

function headers(extra: Record<string, string | undefined>, token = readSession()?.token): Headers {
  const all = { ...(token ? { authorization: `Bearer ${token}` } : {}), ...extra }
  return new Headers(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

async function answered(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, init).catch(() => {
    throw offline()
  })
  if (answer.ok) return answer
  if (answer.status === 401) dropSession()
  const problem = (await answer.json().catch(() => null)) as Problem | null
  throw new ApiProblem(
    problem ?? { code: 'internal', status: answer.status, detail: '系统出了问题，请稍后再试。' },
  )
}

/** One operation of the contract. @throws ApiProblem always; 401 also ends the session */
export async function call<Id extends OperationId>(id: Id, ask: Ask<Id> = {}): Promise<ResponseOf<Id>> {
  const [method, path] = PATHS[id]
  const isWrite = method !== 'GET'
  const answer = await answered(addressOf(path, ask.params ?? {}, ask.query ?? {}), {
    method,
    headers: headers(
      {
        'content-type': isWrite ? 'application/json' : undefined,
        'idempotency-key': isWrite ? (ask.key ?? crypto.randomUUID()) : undefined,
        'if-match': ask.ifMatch === undefined ? undefined : `"${ask.ifMatch}"`,
      },
      ask.token,
    ),
    ...(isWrite ? { body: JSON.stringify(ask.body ?? {}) } : {}),
  })
  return (await answer.json()) as ResponseOf<Id>
}

/** Sends one file. @throws ApiProblem */
export async function upload<Id extends OperationId>(
  id: Id,
  file: Blob & { name?: string },
  params: object = {},
): Promise<ResponseOf<Id>> {
  const form = new FormData()
  form.append('file', file, file.name)
  const answer = await answered(addressOf(PATHS[id][1], params, {}), {
    method: 'POST',
    headers: headers({ 'idempotency-key': crypto.randomUUID() }),
    body: form,
  })
  return (await answer.json()) as ResponseOf<Id>
}

/** Fetches a file with this desk's session and hands it to the browser under `name`. @throws ApiProblem */
export async function download(path: string, params: object, name: string): Promise<void> {
  const answer = await answered(addressOf(path, params, {}), { headers: headers({}) })
  const url = URL.createObjectURL(await answer.blob())
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
