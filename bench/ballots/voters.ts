import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { VoteRules } from '@yishiting/domain/owners/rule-set'
import type { Pool } from 'pg'
import { newId } from '../../server/platform/ids'
import { hashToken, newToken } from '../../server/platform/secrets/secrets'

export interface Voters {
  compoundId: string
  itemId: string
  /** Open votes; in each of them voter n has key n. */
  votes: string[]
  /** Of voter n at n - 1. */
  tokens: string[]
}

const RULES: VoteRules = {
  preset: 'statute',
  legalBasis: ['民法典第278条'],
  scope: { type: 'compound' },
  specialSpaces: 'excluded',
  invalidParticipates: false,
  nonVoters: 'none',
  channels: ['online', 'paper'],
  conflicts: 'scrutineers',
  mayChange: false,
  mandatesPerProxy: 3,
  propertyStaffMayProxy: false,
  ranking: 'people_then_area',
  noticeDays: 15,
  votingDays: 10,
  extensionDays: 0,
  objectionDays: 15,
}

/** A compound of `count` owners who are signed in, each with a ballot to cast in each of `votes` votes. */
export async function addVoters(pool: Pool, count: number, votes: number): Promise<Voters> {
  const [compoundId, itemId] = [newId(), newId()]
  const tokens = Array.from({ length: count }, newToken)
  const voteIds = Array.from({ length: votes }, newId)
  await pool.query("insert into compounds (compound_id, name, created_at) values ($1, '大院', now())", [
    compoundId,
  ])
  const sql = await readFile(path.join(__dirname, 'voters.sql'), 'utf8')
  await pool.query(sql, [compoundId, count, tokens.map(hashToken), itemId, JSON.stringify(RULES), voteIds])
  await pool.query('vacuum analyze')
  return { compoundId, itemId, votes: voteIds, tokens }
}
