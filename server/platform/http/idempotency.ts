import { createHash } from 'node:crypto'
import type { Instant } from '@yishiting/domain/matter/instant'
import type { FastifyRequest } from 'fastify'
import { moment, type Tx } from '../database/database'
import type { Secrets } from '../secrets/secrets'
import { ProblemError } from './problems'

const KEY = /^[\w-]{8,64}$/

export function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !KEY.test(key)) throw new ProblemError('idempotency_key_required')
  return key
}

export function digestOf(request: FastifyRequest): Buffer {
  return createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest()
}

interface Attempt {
  compoundId: string
  personId: string
  key: string
  digest: Buffer
  now: Instant
}

/**
 * Does `act` once for a key. The key is taken in the same transaction as the act: a second request with it waits for the
 * first to commit and is given what was kept; when the first failed, the second does the act. What is kept may hold what
 * only this caller may see: it is sealed.
 */
export async function once<T>(tx: Tx, secrets: Secrets, attempt: Attempt, act: () => Promise<T>): Promise<T> {
  const where = { compoundId: attempt.compoundId, personId: attempt.personId, key: attempt.key }
  const taken = await tx
    .insertInto('idempotency')
    .values({ ...where, requestDigest: attempt.digest, at: moment(attempt.now) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!taken) {
    const before = await tx
      .selectFrom('idempotency')
      .select(['requestDigest', 'sealedAnswer'])
      .where('compoundId', '=', where.compoundId)
      .where('personId', '=', where.personId)
      .where('key', '=', where.key)
      .executeTakeFirst()
    if (!before?.requestDigest.equals(attempt.digest)) throw new ProblemError('idempotency_key_reused')
    return (before.sealedAnswer ? JSON.parse(secrets.open(before.sealedAnswer)) : null) as T
  }
  const answer = await act()
  if (answer === undefined || answer === null) return answer
  await tx
    .updateTable('idempotency')
    .set({ sealedAnswer: secrets.seal(JSON.stringify(answer)) })
    .where('compoundId', '=', where.compoundId)
    .where('personId', '=', where.personId)
    .where('key', '=', where.key)
    .execute()
  return answer
}
