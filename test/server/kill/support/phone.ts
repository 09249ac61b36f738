import { randomUUID } from 'node:crypto'
import { COMPOUND, personaId } from '../../../../server/demo/compound'
import type { PersonaKey } from '../../../../server/demo/people/personas'

const MATTERS = `/api/compounds/${COMPOUND.id}/matters`

/** One thing that a phone wants done, and what it was told. The same key goes with every try. */
export interface Wish {
  key: string
  path: string
  body: object
  /** What the server acknowledged; null: no answer came. */
  answer: Record<string, unknown> | null
}

export interface RaiseWish extends Wish {
  title: string
}

export interface SupportWish extends Wish {
  matterId: string
}

export class Phone {
  readonly raised: RaiseWish[] = []
  readonly supported: SupportWish[] = []

  private constructor(
    readonly who: PersonaKey,
    private readonly token: string,
    private readonly number: number,
  ) {}

  static async signIn(url: string, who: PersonaKey, number: number): Promise<Phone> {
    const answer = await post(`${url}/api/demo/session`, {}, { personaId: personaId(who) })
    return new Phone(who, String(answer.token), number)
  }

  wishToRaise(): RaiseWish {
    const title = `灯坏了 ${this.number}之${this.raised.length}号`
    const body = { title, text: '楼道灯坏了', place: { buildingId: null, detail: '' } }
    const wish = { key: randomUUID(), path: MATTERS, body, title, answer: null }
    this.raised.push(wish)
    return wish
  }

  wishToSupport(matterId: string): SupportWish {
    const path = `${MATTERS}/${matterId}/support`
    const wish = { key: randomUUID(), path, body: { on: true }, matterId, answer: null }
    this.supported.push(wish)
    return wish
  }

  /** @throws when it was refused, or nobody answered */
  async send(url: string, wish: Wish): Promise<void> {
    const headers = { authorization: `Bearer ${this.token}`, 'idempotency-key': wish.key }
    wish.answer = await post(`${url}${wish.path}`, headers, wish.body)
  }
}

async function post(
  url: string,
  headers: Record<string, string>,
  body: object,
): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  const told = (await answer.json()) as Record<string, unknown>
  if (!answer.ok) throw new Error(`answered ${answer.status}: ${JSON.stringify(told)}`)
  return told
}
