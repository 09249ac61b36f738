import { randomUUID } from 'node:crypto'
import type { CastReceipt } from '@yishiting/domain/contract/owners'
import type { Election, Owner } from './voters'

/** One ballot that somebody wants to cast; the same key goes with every try. */
export interface Attempt {
  owner: Owner
  keyNo: number
  mark: 'agree' | 'against'
  key: string
  /** What the server acknowledged; null: no answer, or told to come again. */
  receipt: CastReceipt | null
}

const COME_AGAIN = 503

/** @returns the receipt; null when nobody answered or the server is busy. @throws when it is refused */
export async function send(url: string, election: Election, attempt: Attempt): Promise<CastReceipt | null> {
  const { compoundId, voteId, itemId } = election
  const answered = fetch(`${url}/api/compounds/${compoundId}/votes/${voteId}/ballots`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${attempt.owner.token}`,
      'idempotency-key': attempt.key,
    },
    body: JSON.stringify({ keyNo: attempt.keyNo, marks: { [itemId]: attempt.mark } }),
  }).then(async (answer) => ({ status: answer.status, body: await answer.text() }))
  const answer = await answered.catch(() => null)
  if (answer === null || answer.status === COME_AGAIN) return null
  if (answer.status !== 201) throw new Error(`key ${attempt.keyNo}: ${answer.status} ${answer.body}`)
  return JSON.parse(answer.body) as CastReceipt
}

export class Crowd {
  readonly attempts: Attempt[] = []
  acknowledged = 0

  constructor(private readonly election: Election) {}

  /** Everybody casts one ballot after the other, until one gets no answer or has none left. */
  async cast(url: string): Promise<void> {
    await Promise.all(this.election.owners.map((owner, index) => this.castAll(url, owner, index)))
  }

  private async castAll(url: string, owner: Owner, index: number): Promise<void> {
    const { owners, keysEach } = this.election
    for (let round = 0; round < keysEach; round += 1) {
      const mark = Math.random() < 0.5 ? 'agree' : 'against'
      const keyNo = round * owners.length + index + 1
      const attempt: Attempt = { owner, keyNo, mark, key: randomUUID(), receipt: null }
      this.attempts.push(attempt)
      attempt.receipt = await send(url, this.election, attempt)
      if (attempt.receipt === null) return
      this.acknowledged += 1
    }
  }
}
