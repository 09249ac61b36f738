import type { FastifyRequest } from 'fastify'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../database/database'
import type { Secrets } from '../secrets/secrets'
import { ProblemError } from './problems'

const KEY = /^[\w-]{8,64}$/

/** A write that a phone may send twice. */
export interface Attempt {
  compoundId: string
  key: string
  digest: Buffer
}

/** @throws idempotency_key_required */
export function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !KEY.test(key)) throw new ProblemError('idempotency_key_required')
  return key
}

/**
 * The digest is keyed: of a ballot there are only a few bodies, and whoever reads the table could try them all.
 * @throws idempotency_key_required
 */
export function attemptOf(request: FastifyRequest, compoundId: string, secrets: Secrets): Attempt {
  const key = keyOf(request)
  const said = `idempotency\n${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`
  const digest = Buffer.from(secrets.sign(said), 'base64url')
  return { compoundId, key, digest }
}

/**
 * Takes the key for the member of `caller` (a CTE with person_id and roles), in the transaction of the act: a second request
 * with it waits here for the first to commit, and takes nothing then. When the first failed, the second takes it and acts.
 */
export function takeKey({ compoundId, key, digest }: Attempt, now: number): RawBuilder<unknown> {
  return sql`
    insert into idempotency (compound_id, person_id, key, request_digest, at)
    select ${compoundId}::uuid, caller.person_id, ${key}, ${digest}::bytea, ${new Date(now)}::timestamptz
    from caller where caller.roles is not null
    on conflict do nothing returning 1`
}

/** Keeps what the act returned. It may hold what only this caller may see: it is sealed. */
export async function keep(
  tx: Tx,
  secrets: Secrets,
  { compoundId, key }: Attempt,
  personId: string,
  kept: unknown,
): Promise<void> {
  if (kept === undefined || kept === null) return
  await tx
    .updateTable('idempotency')
    .set({ sealedAnswer: secrets.seal(JSON.stringify(kept)) })
    .where('compoundId', '=', compoundId)
    .where('personId', '=', personId)
    .where('key', '=', key)
    .execute()
}

/** What the act returned when it was done the first time. @throws idempotency_key_reused when it was another act */
export async function kept<T>(
  tx: Tx,
  secrets: Secrets,
  { compoundId, key, digest }: Attempt,
  personId: string,
): Promise<T> {
  const before = await tx
    .selectFrom('idempotency')
    .select(['requestDigest', 'sealedAnswer'])
    .where('compoundId', '=', compoundId)
    .where('personId', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!before?.requestDigest.equals(digest)) throw new ProblemError('idempotency_key_reused')
  return (before.sealedAnswer ? JSON.parse(secrets.open(before.sealedAnswer)) : null) as T
}
