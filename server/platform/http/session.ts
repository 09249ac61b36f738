import type { Instant } from '@yishiting/domain/matter/instant'
import type { Actor, Role } from '@yishiting/domain/people/roles'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Queries } from '../database/database'
import { kept } from '../database/kept-statements'
import { hashToken } from '../secrets/secrets'
import { type Attempt, takeKey } from './idempotency'
import { ProblemError } from './problems'

const BEARER = /^Bearer ([\w-]{20,100})$/

export function tokenOf(request: FastifyRequest): Buffer | null {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1]
  return token ? hashToken(token) : null
}

/** Who asks. `actor` is set where the request is inside a compound that the person belongs to. */
export interface Caller {
  personId: string
  care: boolean
  actor: Actor
  label: string
}

interface SessionRow {
  personId: string
  care: boolean
  roles: Role[] | null
  label: string | null
  taken: boolean
}

/**
 * The person the session says, with his roles in `compoundId`; never what a body says. With an attempt, its key is taken in
 * the same round trip: `isFirst` is false when it was taken before.
 * @throws signed_out without a live session; not_found in a compound that is not his (existence is not told).
 */
export async function enter(
  queries: Queries,
  tokenHash: Buffer | null,
  compoundId: string | null,
  now: Instant,
  attempt: Attempt | null = null,
): Promise<{ caller: Caller; isFirst: boolean }> {
  if (!tokenHash) throw new ProblemError('signed_out')
  const taken = attempt ? takeKey(attempt, now) : sql`select 1`
  const { rows } = await sql<SessionRow>`${kept}
    with caller as (
      select s.person_id, p.care, m.roles, m.label
      from sessions s
      join people p on p.id = s.person_id
      left join members m on m.person_id = s.person_id and m.compound_id = ${compoundId}
      where s.token_hash = ${tokenHash} and s.expires_at > ${new Date(now)}
    ), taken as (${taken})
    select caller.*, exists (select from taken) as taken from caller
  `.execute(queries)
  const row = rows[0]
  if (!row) throw new ProblemError('signed_out')
  if (compoundId && !row.roles) throw new ProblemError('not_found')
  const caller = {
    personId: row.personId,
    care: row.care,
    actor: { id: row.personId, roles: row.roles ?? [] },
    label: row.label ?? '',
  }
  return { caller, isFirst: row.taken }
}
