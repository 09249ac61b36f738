import type { owners } from '@yishiting/domain/contract/owners'
import { CHANNELS } from '@yishiting/domain/owners/ballot'
import { checkMarks, type Marks } from '@yishiting/domain/owners/marks'
import { doReadingsAgree, type PaperReading } from '@yishiting/domain/owners/readings'
import type { z } from 'zod'
import { moment, type Tx } from '../../platform/database/database'
import { RefusalError, unwrap } from '../../platform/http/problems'
import type { Call } from '../../platform/http/route'
import { newId } from '../../platform/ids'
import { appendJournal } from '../../platform/journal/append'
import { notify } from '../../platform/notices/notify'
import { keepEvidence } from '../../platform/photos/evidence'
import { ballotDigest, makeReceiptCode, makeSalt } from '../ballots/receipt'
import { type LoadedVote, loadVote, tallyItem } from '../load'
import { recountVote } from '../votes/count'
import { type KeyWithPaper, keyForPaper } from './keys'

type Body = z.output<(typeof owners.enterPaper)['body']>
export type EnterCall = Call<{ compoundId: string; voteId: string }, unknown, Body>
type Answer = z.input<(typeof owners.enterPaper)['response']>

const SEAT = 'paper'

/** The first reading makes the ballot: inside the announced window by the server's clock, and by no other channel than announced. */
function checkFirst({ row, state }: LoadedVote, body: Body): void {
  if (state === 'closed' || state === 'published' || state === 'certified') {
    throw new RefusalError({ code: 'voting_closed', message: '投票已经截止，这张票来晚了，不能再录。' })
  }
  if (state !== 'open') {
    throw new RefusalError({ code: 'voting_not_open', message: '投票还没有开始，现在不能录票。' })
  }
  if (!row.rules.channels.includes(body.channel)) {
    throw new RefusalError({
      code: 'channel_not_announced',
      message: `公告里没有“${CHANNELS[body.channel]}”这种投票方式，不能这样录。`,
    })
  }
}

/** The second reading may take until the result is published. */
function checkSecond({ state }: LoadedVote): void {
  if (state === 'open' || state === 'closed') return
  throw new RefusalError({ code: 'vote_frozen', message: '结果已经公布，不能再录票。' })
}

async function enterFirst(tx: Tx, call: EnterCall, loaded: LoadedVote, keyNo: number, marks: Marks) {
  const { compoundId, caller, now, body } = call
  const { voteId } = call.params
  checkFirst(loaded, body)
  const id = newId()
  const salt = makeSalt()
  const { channel, isUnsigned } = body
  const digest = ballotDigest({
    voteId,
    keyNo,
    seat: SEAT,
    edition: 1,
    marks,
    channel,
    receivedAt: now,
    salt,
  })
  const photoIds = await keepEvidence(tx, { compoundId, personId: caller.personId }, body.photoIds, {
    voteId,
  })
  await tx
    .insertInto('ownerBallots')
    .values({
      compoundId,
      voteId,
      id,
      keyNo,
      seat: SEAT,
      recordedById: caller.personId,
      capacity: 'owner',
      channel,
      marks: JSON.stringify(marks),
      isUnsigned,
      photoIds,
      receivedAt: moment(now),
      idempotencyKey: String(call.request.headers['idempotency-key']),
      salt,
      digest,
      receiptCode: makeReceiptCode(),
    })
    .execute()
  // That a paper came in is a fact of the vote; how it reads stands only in the ballot, here its digest.
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'vote_paper_first',
    actorId: caller.personId,
    voteId,
    extra: { keyNo, channel, ballotId: id, digest: digest.toString('hex'), photos: photoIds.length },
  })
  return id
}

function firstReading(tx: Tx, { compoundId, params }: EnterCall, ballotId: string): Promise<PaperReading> {
  return tx
    .selectFrom('ownerBallots')
    .select(['marks', 'isUnsigned'])
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('id', '=', ballotId)
    .executeTakeFirstOrThrow() as Promise<unknown> as Promise<PaperReading>
}

async function enterSecond(tx: Tx, call: EnterCall, loaded: LoadedVote, key: KeyWithPaper, marks: Marks) {
  const { compoundId, caller, now, body } = call
  const { voteId } = call.params
  const ballotId = key.paperId as string
  checkSecond(loaded)
  if (key.firstById === caller.personId) {
    throw new RefusalError({
      code: 'same_person',
      message: '这张票第一遍是您录的，第二遍要请另一位监票人来录。',
    })
  }
  if (key.isRead) {
    throw new RefusalError({ code: 'entered_already', message: '这张票两遍都录过了，不用再录。' })
  }
  const second = { marks, isUnsigned: body.isUnsigned }
  const isSame = doReadingsAgree(loaded.items.map(tallyItem), await firstReading(tx, call, ballotId), second)
  const photoIds = await keepEvidence(tx, { compoundId, personId: caller.personId }, body.photoIds, {
    voteId,
  })
  await tx
    .insertInto('ownerSecondEntries')
    .values({
      compoundId,
      voteId,
      ballotId,
      byId: caller.personId,
      marks: JSON.stringify(marks),
      isUnsigned: body.isUnsigned,
      photoIds,
      agrees: isSame,
      at: moment(now),
    })
    .execute()
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'vote_paper_second',
    actorId: caller.personId,
    voteId,
    extra: { keyNo: key.keyNo, ballotId, agreed: isSame, photos: photoIds.length },
  })
  if (!isSame) await tellBoth(tx, call, key)
  if (loaded.state === 'closed') await recountVote(tx, loaded, now)
  return isSame ? 'agreed' : 'mismatch'
}

async function tellBoth(tx: Tx, call: EnterCall, key: KeyWithPaper): Promise<void> {
  const { compoundId, caller, now } = call
  const notice = {
    title: '有一张纸质票两遍录得不一样',
    body: `${key.unitCodes[0] ?? `第 ${key.keyNo} 号`}：截止之后请监票人看原票，写明理由认定。`,
    voteId: call.params.voteId,
  }
  await notify(tx, compoundId, [key.firstById, caller.personId], notice, { now })
}

async function receiptOf(tx: Tx, { compoundId, params }: EnterCall, ballotId: string) {
  const row = await tx
    .selectFrom('ownerBallots')
    .select(['keyNo', 'digest', 'receiptCode', 'receivedAt'])
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', params.voteId)
    .where('id', '=', ballotId)
    .executeTakeFirstOrThrow()
  return {
    code: row.receiptCode,
    digest: row.digest.toString('hex'),
    at: new Date(row.receivedAt).toISOString(),
    keyNo: row.keyNo,
  }
}

/**
 * While it is open many read at once, and what extends or publishes it waits for them. Once it is closed a second reading is
 * counted at once, so they come one after the other.
 */
async function lockForReading(tx: Tx, { compoundId, params, now }: EnterCall): Promise<LoadedVote> {
  const { state } = await loadVote(tx, compoundId, params.voteId, now)
  return loadVote(tx, compoundId, params.voteId, now, state === 'closed' ? 'update' : 'share')
}

/**
 * One reading of a paper (RULES.md §4.11): the first makes the ballot, the second must come from another scrutineer, who is
 * never shown the first. Two that differ are a conflict. A scan sent with the second reading is kept with the vote too.
 * @throws unit_unknown, marks_incomplete, marks_wrong, voting_not_open, voting_closed, channel_not_announced, same_person,
 *   entered_already, vote_frozen
 */
export async function enterPaper(tx: Tx, call: EnterCall): Promise<Answer> {
  const { compoundId, body } = call
  const { voteId } = call.params
  const loaded = await lockForReading(tx, call)
  const key = await keyForPaper(tx, { compoundId, voteId }, body.unitCode)
  const marks = unwrap(checkMarks(loaded.items, body.marks, 'paper'))
  if (key.paperId) {
    const state = await enterSecond(tx, call, loaded, key, marks)
    return { ballotId: key.paperId, entry: 2, state, receipt: await receiptOf(tx, call, key.paperId) }
  }
  const ballotId = await enterFirst(tx, call, loaded, key.keyNo, marks)
  return { ballotId, entry: 1, state: 'waits_for_second', receipt: await receiptOf(tx, call, ballotId) }
}
