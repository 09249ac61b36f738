import type { Operation } from '@yishiting/domain/contract/operation'
import { PATHS } from '@yishiting/domain/contract/paths'
import type { Instant } from '@yishiting/domain/matter/instant'
import { type Action, mayEver } from '@yishiting/domain/people/abilities'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Database, Queries, Tx } from '../database/database'
import type { Platform } from '../platform'
import { type Attempt, attemptOf, keep, kept } from './idempotency'
import { ProblemError } from './problems'
import { type Caller, enter, tokenOf } from './session'
import { type Watch, withinTime } from './within-time'

/** All that a handler may use. `tx` is a transaction in a write and a plain connection in a read. */
export interface Call<Params, Query, Body> {
  params: Params
  query: Query
  body: Body
  compoundId: string
  caller: Caller
  now: Instant
  /** The version the caller has seen (If-Match); null when not said. */
  ifMatch: number | null
  request: FastifyRequest
}

type Any = Operation<z.ZodType, z.ZodType, z.ZodType, z.ZodType>
type CallOf<Op extends Any> = Call<z.output<Op['params']>, z.output<Op['query']>, z.output<Op['body']>>
type AnswerOf<Op extends Any> = z.input<Op['response']>

const IF_MATCH = /^(?:W\/)?"(\d{1,9})"$/

function ifMatchOf(request: FastifyRequest): number | null {
  const match = IF_MATCH.exec(String(request.headers['if-match'] ?? ''))
  return match ? Number(match[1]) : null
}

/** Deny by default: whoever can never do this anywhere is turned away before anything is loaded. */
function checkDoor(op: Any, caller: Caller): void {
  if (op.ability === 'public' || op.ability === 'session') return
  if (!mayEver(caller.actor, op.ability as Action)) throw new ProblemError('not_allowed')
}

const NOBODY: Caller = { personId: '', care: false, label: '', actor: { id: '', roles: [] } }

const compoundOf = (request: FastifyRequest): string =>
  (request.params as { compoundId?: string }).compoundId ?? ''

async function callFor<Op extends Any>(
  platform: Platform,
  op: Op,
  request: FastifyRequest,
  queries: Queries,
  attempt: Attempt | null = null,
): Promise<{ call: CallOf<Op>; isFirst: boolean }> {
  const now = platform.clock.now()
  const compoundId = compoundOf(request)
  const { caller, isFirst } =
    op.ability === 'public'
      ? { caller: NOBODY, isFirst: true }
      : await enter(queries, tokenOf(request), compoundId || null, now, attempt)
  checkDoor(op, caller)
  const call = {
    params: request.params as z.output<Op['params']>,
    query: request.query as z.output<Op['query']>,
    body: (request.body ?? {}) as z.output<Op['body']>,
    compoundId,
    caller,
    now,
    ifMatch: ifMatchOf(request),
    request,
  }
  return { call, isFirst }
}

function schemaOf(op: Any) {
  const [method] = PATHS[op.id]
  const hasBody = method === 'POST' || method === 'PUT'
  return {
    operationId: op.id,
    summary: op.summary,
    tags: [op.id.split('.')[0] ?? 'hall'],
    description: `能力：${op.ability}${op.idempotent ? '；须带 Idempotency-Key' : ''}`,
    params: op.params,
    querystring: op.query,
    ...(hasBody && op.id !== 'speak.uploadPhoto' ? { body: op.body } : {}),
    response: { [op.status ?? 200]: op.response },
  }
}

function send(reply: FastifyReply, op: Any, answer: unknown): FastifyReply {
  const version = (answer as { version?: number }).version
  if (version !== undefined) void reply.header('etag', `"${version}"`)
  return reply.code(op.status ?? 200).send(answer)
}

/** Whoever brings no session is turned away before his words are even read. */
export async function needSession(request: FastifyRequest): Promise<void> {
  if (!tokenOf(request)) throw new ProblemError('signed_out')
}

function routeOf(op: Any) {
  const [method, url] = PATHS[op.id]
  return {
    method,
    url,
    schema: schemaOf(op),
    config: { ability: op.ability, operationId: op.id },
    ...(op.ability === 'public' ? {} : { onRequest: needSession }),
  }
}

/** Registers a read: one connection from the pool for the whole request. */
export function read<Op extends Any>(
  app: FastifyInstance,
  platform: Platform,
  op: Op,
  handle: (call: CallOf<Op>, db: Database) => Promise<AnswerOf<Op>>,
): void {
  app.route({
    ...routeOf(op),
    handler: async (request, reply) => {
      const answer = await withinTime(platform.pool, () =>
        platform.db.connection().execute(async (db) => {
          const { call } = await callFor(platform, op, request, db)
          return handle(call, db)
        }),
      )
      return send(reply, op, answer)
    },
  })
}

/**
 * Registers a write: one transaction from the session check to what is kept, at READ COMMITTED; the handler locks what it
 * changes. With `op.idempotent` the same key is done once, and what it returned is kept. `show` makes the answer after the
 * commit, so that no lock is held while a page is put together; a request sent again is shown the same thing anew.
 */
export function writeThenShow<Op extends Any, Kept>(
  app: FastifyInstance,
  platform: Platform,
  op: Op,
  handle: (call: CallOf<Op>, tx: Tx) => Promise<Kept>,
  show: (call: CallOf<Op>, db: Database, kept: Kept) => Promise<AnswerOf<Op>>,
  /** ms; longer than the usual only for what is rare and large. */
  limit?: number,
): void {
  app.route({
    ...routeOf(op),
    handler: async (request, reply) => {
      const { secrets } = platform
      const attempt = op.idempotent ? attemptOf(request, compoundOf(request), secrets) : null
      const work = (watch: Watch) =>
        platform.db.connection().execute(async (db) => {
          const done = await db.transaction().execute(async (tx) => {
            watch.check()
            const { call, isFirst } = await callFor(platform, op, request, tx, attempt)
            const { personId } = call.caller
            if (attempt && !isFirst) return { call, result: await kept<Kept>(tx, secrets, attempt, personId) }
            const result = await handle(call, tx)
            if (attempt) await keep(tx, secrets, attempt, personId, result)
            watch.check()
            return { call, result }
          })
          return show(done.call, db, done.result)
        })
      const answer = await withinTime(platform.pool, work, limit)
      return send(reply, op, answer)
    },
  })
}

/** Registers a write whose answer is made inside its transaction. */
export function write<Op extends Any>(
  app: FastifyInstance,
  platform: Platform,
  op: Op,
  handle: (call: CallOf<Op>, tx: Tx) => Promise<AnswerOf<Op>>,
): void {
  writeThenShow(app, platform, op, handle, async (_call, _db, answer) => answer)
}
