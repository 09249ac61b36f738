import type { owners } from '@yishiting/domain/contract/owners'
import type { Mark } from '@yishiting/domain/owners/ballot'
import { checkMark } from '@yishiting/domain/owners/marks'
import type { Conflict } from '@yishiting/domain/owners/tally-types'
import { sql } from 'kysely'
import type { z } from 'zod'
import { moment, type Queries, type Tx } from '../../platform/database/database'
import { notFound, RefusalError, unwrap } from '../../platform/http/problems'
import type { Call } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { type LoadedVote, loadVote } from '../load'
import { changeVote } from '../votes/change'
import { countNow, recountVote } from '../votes/count'
import { conflictLines } from './conflict-lines'

type Params = { compoundId: string; voteId: string }
type Body = z.output<(typeof owners.rule)['body']>
export type ConflictsCall = Call<Params, unknown, unknown>
export type RuleCall = Call<Params, unknown, Body>
type Answer = z.input<(typeof owners.conflicts)['response']>

/** Before the close nobody reads a mark: there is nothing to show. */
const MAY_BE_READ: readonly string[] = ['closed', 'published', 'certified']

/** The conflicts of a vote with all ballots that contradict each other; empty until it is closed. */
export async function listConflicts(platform: Platform, call: ConflictsCall, db: Queries): Promise<Answer> {
  const { compoundId, params, now } = call
  const vote = await loadVote(db, compoundId, params.voteId, now)
  if (!MAY_BE_READ.includes(vote.state)) return { conflicts: [] }
  const { tally } = await countNow(db, vote)
  return { conflicts: await conflictLines(db, platform, vote, tally.conflicts, now) }
}

function checkTime({ state }: LoadedVote): void {
  if (state === 'closed') return
  const isOver = state === 'published' || state === 'certified'
  const message = isOver ? '结果已经公布，不能再认定。' : '截止之后才能认定对不上的票。'
  throw new RefusalError({ code: 'vote_frozen', message })
}

async function keyOf(tx: Tx, { compoundId, params, body }: RuleCall) {
  const key = await tx
    .selectFrom('ownerVoteKeys')
    .select(['keyNo', 'keyId', 'ownerIds'])
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('keyNo', '=', body.keyNo)
    .executeTakeFirst()
  if (!key) throw notFound('名单里没有这一户，请刷新。')
  return key
}

/** Is it his own flat, or did he cast one of these ballots for somebody else? */
async function isParty(
  tx: Tx,
  call: RuleCall,
  ownerIds: string[],
  { ballotIds }: Conflict,
): Promise<boolean> {
  const { rows } = await sql<{ isParty: boolean }>`
    select exists (
      select from roll_owners where compound_id = ${call.compoundId} and id = any (${ownerIds}::uuid[])
        and person_id = ${call.caller.personId}
    ) or exists (
      select from owner_ballots where compound_id = ${call.compoundId} and vote_id = ${call.params.voteId}
        and id = any (${[...ballotIds]}::uuid[]) and voter_id = ${call.caller.personId}
    ) as is_party
  `.execute(tx)
  return rows[0]?.isParty ?? false
}

function markFor({ items }: LoadedVote, { itemId, mark }: Body): Mark | 'void' {
  const item = items.find(({ id }) => id === itemId)
  if (!item) throw notFound('这次表决没有这一项，请刷新。')
  return mark === 'void' ? mark : unwrap(checkMark(item, mark, 'paper'))
}

/**
 * The scrutineers decide one conflict, with their reason (RULES.md §4.11): once for a key and an item, after the close and
 * before the result is published; the vote is counted again in the same transaction.
 * @throws vote_frozen, conflict_none, same_person, marks_wrong
 */
export async function rule(tx: Tx, call: RuleCall): Promise<void> {
  const { compoundId, caller, now, body } = call
  const { voteId } = call.params
  const vote = await loadVote(tx, compoundId, voteId, now, 'update')
  checkTime(vote)
  const mark = markFor(vote, body)
  const key = await keyOf(tx, call)
  const { tally } = await countNow(tx, vote)
  const conflict = tally.conflicts.find(({ key: id, itemId }) => id === key.keyId && itemId === body.itemId)
  if (!conflict) throw new RefusalError({ code: 'conflict_none', message: '这一户的这一项没有对不上的票。' })
  if (conflict.isRuled)
    throw new RefusalError({ code: 'conflict_none', message: '这一项已经认定过了，不能再改。' })
  if (await isParty(tx, call, key.ownerIds, conflict)) {
    throw new RefusalError({
      code: 'same_person',
      message: '这是您自己的房子，或是您投的票，请另一位监票人来认定。',
    })
  }
  await tx
    .insertInto('ownerRulings')
    .values({
      compoundId,
      voteId,
      keyNo: key.keyNo,
      itemId: body.itemId,
      mark: JSON.stringify(mark),
      reason: body.reason,
      byId: caller.personId,
      at: moment(now),
    })
    .execute()
  const extra = { keyNo: key.keyNo, itemId: body.itemId }
  await changeVote(tx, call, vote.row, 'vote_rule', {}, { reason: body.reason, extra })
  await recountVote(tx, vote, now)
}
