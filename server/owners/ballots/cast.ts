import type { CastReceipt } from '@yishiting/domain/contract/owners'
import { owners } from '@yishiting/domain/contract/owners'
import { PATHS } from '@yishiting/domain/contract/paths'
import { checkMarks, type Marks } from '@yishiting/domain/owners/marks'
import { mayEver } from '@yishiting/domain/people/abilities'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { keyOf } from '../../platform/http/idempotency'
import { notFound, ProblemError, RefusalError } from '../../platform/http/problems'
import { needSession } from '../../platform/http/route'
import { enter, tokenOf } from '../../platform/http/session'
import { withinTime } from '../../platform/http/within-time'
import { newId } from '../../platform/ids'
import type { Platform } from '../../platform/platform'
import { receiptOrThrow } from './answer'
import { type FrozenVote, frozenVote, frozenVoteAtHand } from './frozen-vote'
import { Queues } from './queues'
import { makeReceiptCode, makeSalt } from './receipt'

type Body = z.output<typeof owners.cast.body>
type Params = z.output<typeof owners.cast.params>

/** JSON with sorted keys: the same text is hashed by receipt.ts and in the statement. */
function canonical(marks: Marks): string {
  const entries = Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(Object.fromEntries(entries))
}

interface Checked {
  marks: Marks
  /** Why it is no whole ballot; null when it is. A mandate for some items only may be. */
  incomplete: RefusalError | null
}

/** @throws marks_wrong */
function checked({ items }: FrozenVote, given: Marks): Checked {
  const whole = checkMarks(items, given, 'online')
  if (whole.ok) return { marks: whole.value, incomplete: null }
  const refusal = new RefusalError(whole.refusal)
  if (whole.refusal.code !== 'marks_incomplete') throw refusal
  const named = items.filter(({ id }) => given[id] !== undefined)
  const part = checkMarks(named, given, 'online')
  if (!part.ok || named.length === 0) throw part.ok ? refusal : new RefusalError(part.refusal)
  return { marks: part.value, incomplete: refusal }
}

/** What can be said against it without asking who it is. @throws not_found, channel_not_announced, marks_wrong, marks_incomplete */
async function prepare(platform: Platform, { compoundId, voteId }: Params, marks: Marks, now: number) {
  const vote =
    frozenVoteAtHand(compoundId, voteId) ??
    (await withinTime(platform.pool, () => frozenVote(platform.db, compoundId, voteId, now)))
  if (!vote) throw notFound('没有找到这次表决，可能还没有公告。')
  if (!vote.rules.channels.includes('online')) {
    const message = '这次表决公告的方式里没有线上投票，请投纸质票。'
    throw new RefusalError({ code: 'channel_not_announced', message })
  }
  return { vote, ...checked(vote, marks) }
}

/** Nobody is told anything about a vote before it is clear that he belongs here. @throws signed_out, not_found, not_allowed */
async function checkDoor(platform: Platform, request: FastifyRequest, compoundId: string, now: number) {
  const { caller } = await withinTime(platform.pool, () =>
    enter(platform.db, tokenOf(request), compoundId, now),
  )
  if (!mayEver(caller.actor, 'castBallot')) throw new ProblemError('not_allowed')
}

/** Casting online (RULES.md §4.12): who votes, the session says; the answer comes after the commit, which many share. */
export function castRoute(app: FastifyInstance, platform: Platform): void {
  const op = owners.cast
  const [method, url] = PATHS[op.id]
  const queues = new Queues(platform)
  app.addHook('onClose', () => queues.close())

  async function cast(request: FastifyRequest): Promise<CastReceipt> {
    const params = request.params as Params
    const body = request.body as Body
    const tokenHash = tokenOf(request)
    if (!tokenHash) throw new ProblemError('signed_out')
    const attempt = keyOf(request)
    const at = platform.clock.now()
    const ready = await prepare(platform, params, body.marks, at).catch(async (error: unknown) => {
      await checkDoor(platform, request, params.compoundId, at)
      throw error
    })
    const ballot = {
      tokenHash,
      keyNo: body.keyNo,
      at,
      id: newId(),
      marks: canonical(ready.marks),
      isWhole: ready.incomplete === null,
      attempt,
      salt: makeSalt(),
      receiptCode: makeReceiptCode(),
    }
    // Whoever was told to come again may find his ballot in: the same key then gets him the receipt.
    const answer = await withinTime(queues, () => queues.of(ready.vote).add(ballot))
    return receiptOrThrow(answer, body.keyNo, ready.incomplete)
  }

  app.route({
    method,
    url,
    schema: {
      operationId: op.id,
      summary: op.summary,
      tags: ['owners'],
      description: `能力：${op.ability}；须带 Idempotency-Key`,
      params: op.params,
      body: op.body,
      response: { 201: op.response },
    },
    config: { ability: op.ability, operationId: op.id },
    onRequest: needSession,
    handler: async (request, reply) => reply.code(201).send(await cast(request)),
  })
}
