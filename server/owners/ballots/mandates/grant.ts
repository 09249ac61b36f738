import { randomInt } from 'node:crypto'
import type { owners } from '@yishiting/domain/contract/owners'
import type { Mark } from '@yishiting/domain/owners/ballot'
import { checkMark } from '@yishiting/domain/owners/marks'
import type { z } from 'zod'
import { moment, type Tx } from '../../../platform/database/database'
import { ProblemError, RefusalError, unwrap } from '../../../platform/http/problems'
import type { Call } from '../../../platform/http/route'
import { newId } from '../../../platform/ids'
import { appendJournal } from '../../../platform/journal/append'
import { keepEvidence } from '../../../platform/photos/evidence'
import type { LoadedVote } from '../../load'
import { voteForMandates } from './vote'

export type GrantCall = Call<
  { compoundId: string; voteId: string },
  unknown,
  z.output<typeof owners.grantMandate.body>
>

const CODES = 1_000_000
const DIGITS = 6

/** Only an owner gives a mandate, for a key that is his, and while he has not voted himself. */
async function checkGranter(tx: Tx, { row }: LoadedVote, call: GrantCall): Promise<void> {
  const right = await tx
    .selectFrom('ownerVoteVoters')
    .select('seat')
    .where('compoundId', '=', call.compoundId)
    .where('voteId', '=', row.id)
    .where('personId', '=', call.caller.personId)
    .where('keyNo', '=', call.body.keyNo)
    .where('capacity', '!=', 'proxy')
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', moment(call.now) as never)]))
    .executeTakeFirst()
  if (!right) {
    const message = '只有业主本人能委托，而且只能委托自己的这一户。'
    throw new RefusalError({ code: 'no_right_to_vote', message })
  }
  const ballot = await tx
    .selectFrom('ownerBallots')
    .select('id')
    .where('compoundId', '=', call.compoundId)
    .where('voteId', '=', row.id)
    .where('keyNo', '=', call.body.keyNo)
    .where('voterId', '=', call.caller.personId)
    .executeTakeFirst()
  if (ballot) throw new RefusalError({ code: 'already_cast', message: '您已经投过了，不用再委托。' })
}

/** One mandate for a key. One that has run out unused makes room for the next. */
async function makeRoom(tx: Tx, call: GrantCall): Promise<void> {
  const { compoundId, params, body, now } = call
  const before = await tx
    .selectFrom('ownerMandates')
    .select(['id', 'expiresAt'])
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('keyNo', '=', body.keyNo)
    .where('revokedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!before) return
  const ballot = await tx
    .selectFrom('ownerBallots')
    .select('id')
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('keyNo', '=', body.keyNo)
    .where('seat', '=', 'proxy')
    .where('mandateId', '=', before.id)
    .executeTakeFirst()
  if (before.expiresAt > now || ballot) {
    const message = '这一户已经有一份委托。要改请先收回原来的。'
    throw new RefusalError({ code: 'mandate_taken', message })
  }
  await tx
    .updateTable('ownerMandates')
    .set({ revokedAt: moment(before.expiresAt) })
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('id', '=', before.id)
    .execute()
}

/** What the owner wrote down, as it would stand on a ballot. @throws mandate_outside, marks_wrong */
function readInstructions({ items }: LoadedVote, { itemIds, instructions }: GrantCall['body']) {
  const ids = itemIds === null ? null : [...new Set(itemIds)]
  const isKnown = (id: string) => items.some((item) => item.id === id)
  const isOutside = (id: string) => !isKnown(id) || (ids !== null && !ids.includes(id))
  if (ids?.length === 0 || [...(ids ?? []), ...Object.keys(instructions ?? {})].some(isOutside)) {
    const message = '委托的事项和这次表决的不一样，请重新选。'
    throw new RefusalError({ code: 'mandate_outside', message })
  }
  if (instructions === null) return { ids, marks: null }
  const marks: Record<string, Mark> = {}
  for (const item of items) {
    const mark = instructions[item.id]
    if (mark !== undefined) marks[item.id] = unwrap(checkMark(item, mark, 'online'))
  }
  return { ids, marks }
}

/** Six digits that no other open offer of this vote has. */
async function freeCode(tx: Tx, { compoundId, params }: GrantCall): Promise<string> {
  const rows = await tx
    .selectFrom('ownerMandates')
    .select('acceptCode')
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
  const taken = new Set(rows.map(({ acceptCode }) => acceptCode))
  for (;;) {
    const code = String(randomInt(CODES)).padStart(DIGITS, '0')
    if (!taken.has(code)) return code
  }
}

/**
 * An owner lets somebody vote for him in writing (民法典 161, RULES.md §4.10): the paper is photographed, and whoever is told the code takes it up.
 * @throws no_right_to_vote, already_cast, mandate_taken, mandate_barred, mandate_outside, marks_wrong, photo_unknown, voting_closed
 */
export async function grantMandate(tx: Tx, call: GrantCall): Promise<void> {
  const { compoundId, caller, now, body } = call
  const { voteId } = call.params
  const vote = await voteForMandates(tx, call)
  if (vote.row.rules.mandatesPerProxy === 0) {
    throw new RefusalError({ code: 'mandate_barred', message: '这次表决的公告里写明不能委托。' })
  }
  const expiresAt = Date.parse(body.expiresAt)
  if (expiresAt <= now) throw new ProblemError('bad_input', { detail: '委托的有效期要写到以后的日子。' })
  await checkGranter(tx, vote, call)
  await makeRoom(tx, call)
  const { ids, marks } = readInstructions(vote, body)
  const [photoId] = await keepEvidence(tx, { compoundId, personId: caller.personId }, [body.photoId], {
    voteId,
  })
  const id = newId()
  const inserted = await tx
    .insertInto('ownerMandates')
    .values({
      compoundId,
      voteId,
      id,
      keyNo: body.keyNo,
      grantedById: caller.personId,
      acceptCode: await freeCode(tx, call),
      itemIds: ids,
      instructions: marks === null ? null : JSON.stringify(marks),
      photoId,
      grantedAt: moment(now),
      expiresAt: moment(expiresAt),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  // Two co-owners at the same moment: one mandate for a key.
  if (!inserted) throw new RefusalError({ code: 'mandate_taken', message: '这一户刚刚有了一份委托。' })
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'vote_mandate_granted',
    actorId: caller.personId,
    voteId,
    extra: { keyNo: body.keyNo, mandateId: id },
    after: { itemIds: ids, instructions: marks, expiresAt },
  })
}
