import { mayEver } from '@yishiting/domain/people/abilities'
import { ROLE_CODES } from '@yishiting/domain/people/roles'
import type { Pool } from 'pg'
import { createPool } from '../../platform/database/pool'
import { isBusy } from '../../platform/http/errors'
import { ProblemError } from '../../platform/http/problems'
import type { Platform } from '../../platform/platform'
import type { FrozenVote } from './frozen-vote'
import { GroupCommit } from './group-commit'
import { type Cast, type CastAnswer, castBatch } from './statement'

const ROLES = ROLE_CODES.filter((role) => mayEver({ id: '', roles: [role] }, 'castBallot'))

/** As many votes are written at the same time; one batch each. */
const CONNECTIONS = 3
const BATCH_MAX = 256
const QUEUE_MAX = 4_096
/** ms that a ballot waits for its batch, and a batch for PostgreSQL: together below what a phone waits. */
const PATIENCE = 4_000
const ANSWER_WITHIN = 5_000
const KEPT_MAX = 500

/**
 * Connections of their own: no slow page stands before a ballot. The statement's plan is kept, made while the tables may still
 * be empty: it must go by the indexes whatever it found then.
 */
function ballotPool({ pool, log }: Platform): Pool {
  const { connectionString } = pool.options
  return createPool(connectionString ?? '', log, {
    max: CONNECTIONS,
    query_timeout: ANSWER_WITHIN,
    options: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off',
  })
}

/** The ballots on their way, a queue for each vote. */
export class Queues {
  private readonly pool: Pool
  private readonly queues = new Map<string, GroupCommit<Cast, CastAnswer>>()

  constructor(platform: Platform) {
    this.pool = ballotPool(platform)
  }

  of(vote: FrozenVote): GroupCommit<Cast, CastAnswer> {
    const before = this.queues.get(vote.id)
    if (before) return before
    this.forgetIdle()
    const { compoundId, id: voteId, rules } = vote
    const batchVote = { compoundId, voteId, mayChange: rules.mayChange }
    const queue = new GroupCommit<Cast, CastAnswer>({
      write: (ballots) => castBatch(this.pool, batchVote, ROLES, ballots),
      nameOf: ({ keyNo }) => keyNo,
      isUndecided: ({ outcome }) => outcome === 'again',
      isShared: isBusy,
      busy: () => new ProblemError('busy'),
      batchMax: BATCH_MAX,
      queueMax: QUEUE_MAX,
      patience: PATIENCE,
    })
    this.queues.set(vote.id, queue)
    return queue
  }

  /** Batches that have no connection yet. */
  get waitingCount(): number {
    return this.pool.waitingCount
  }

  async close(): Promise<void> {
    await this.pool.end()
  }

  private forgetIdle(): void {
    if (this.queues.size < KEPT_MAX) return
    for (const [id, queue] of this.queues) if (queue.isIdle) this.queues.delete(id)
  }
}
