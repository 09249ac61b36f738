import { randomUUID } from 'node:crypto'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yishiting/domain/contract'
import { type OperationId, PATHS } from '@yishiting/domain/contract/paths'
import { COMPOUND, personaId } from '../../../server/demo/compound'
import type { PersonaKey } from '../../../server/demo/people/personas'

export interface Sent<Id extends OperationId> {
  params?: Partial<ParamsOf<Id>>
  query?: QueryOf<Id>
  body?: BodyOf<Id>
  ifMatch?: number
}

const addressOf = (path: string, params: Record<string, unknown>, query: object): string => {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const asked = new URLSearchParams(
    Object.entries(query).map(([name, value]) => [name, String(value)]),
  ).toString()
  return asked ? `${filled}?${asked}` : filled
}

/** Somebody of the demo without a phone in hand: for what many people do, and for ids that no screen shows. */
export class Api {
  private constructor(
    private readonly url: string,
    readonly token: string | null,
  ) {}

  static outside(url: string): Api {
    return new Api(url, null)
  }

  static async as(url: string, persona: PersonaKey): Promise<Api> {
    const { token } = await Api.outside(url).ok('demo.enter', { body: { personaId: personaId(persona) } })
    return new Api(url, token)
  }

  async send<Id extends OperationId>(
    id: Id,
    sent: Sent<Id> = {},
  ): Promise<{ status: number; body: unknown }> {
    const [method, path] = PATHS[id]
    const answer = await fetch(
      `${this.url}${addressOf(path, { compoundId: COMPOUND.id, ...sent.params }, sent.query ?? {})}`,
      {
        method,
        headers: {
          ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
          ...(method === 'GET'
            ? {}
            : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
          ...(sent.ifMatch === undefined ? {} : { 'if-match': `"${sent.ifMatch}"` }),
        },
        ...(method === 'GET' ? {} : { body: JSON.stringify(sent.body ?? {}) }),
      },
    )
    return { status: answer.status, body: await answer.json() }
  }

  /** It must succeed. */
  async ok<Id extends OperationId>(id: Id, sent: Sent<Id> = {}): Promise<ResponseOf<Id>> {
    const { status, body } = await this.send(id, sent)
    if (status >= 300) throw new Error(`${id} answered ${status}: ${JSON.stringify(body)}`)
    return body as ResponseOf<Id>
  }
}
