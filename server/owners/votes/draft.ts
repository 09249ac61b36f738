import type { owners } from '@yishiting/domain/contract/owners'
import { inChina } from '@yishiting/domain/matter/instant'
import { sql } from 'kysely'
import type { z } from 'zod'
import { moment, type Tx } from '../../platform/database/database'
import { ProblemError } from '../../platform/http/problems'
import { newId } from '../../platform/ids'
import { appendJournal } from '../../platform/journal/append'
import { changeVote } from './change'
import { lockVote, requireState, type VoteCall } from './lock'

export type DraftBody = z.output<typeof owners.draft.body>

/** BJ-2026-0001: the numbers of a year have no gaps that somebody could wonder about. */
async function nextReceipt(tx: Tx, compoundId: string, now: number): Promise<string> {
  const { year } = inChina(now)
  const { value } = await tx
    .insertInto('counters')
    .values({ compoundId, name: `vote-${year}`, value: 1 })
    .onConflict((conflict) =>
      conflict.columns(['compoundId', 'name']).doUpdateSet({ value: sql<number>`counters.value + 1` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return `BJ-${year}-${String(value).padStart(4, '0')}`
}

const columnsOf = (body: DraftBody) => ({
  title: body.title,
  why: body.why.trim(),
  contact: body.contact.trim(),
  isExtraordinary: body.isExtraordinary,
  matterId: body.matterId,
  rules: JSON.stringify(body.rules),
  opensAt: moment(Date.parse(body.opensAt)),
  closesAt: moment(Date.parse(body.closesAt)),
})

async function insertItems(
  tx: Tx,
  compoundId: string,
  voteId: string,
  items: DraftBody['items'],
): Promise<void> {
  await tx
    .insertInto('ownerVoteItems')
    .values(
      items.map(({ title, body, kind, lawItem, options, seats }, position) => ({
        compoundId,
        voteId,
        id: newId(),
        position,
        title,
        body: body.trim(),
        kind,
        lawItem,
        options: JSON.stringify(options),
        seats,
      })),
    )
    .execute()
}

async function checkMatter(tx: Tx, compoundId: string, matterId: string | null): Promise<void> {
  if (matterId === null) return
  const matter = await tx
    .selectFrom('matters')
    .select('id')
    .where('compoundId', '=', compoundId)
    .where('id', '=', matterId)
    .where('isPrivate', '=', false)
    .executeTakeFirst()
  if (!matter) throw new ProblemError('not_found', { detail: '没有找到这件事，可能不公开，或不在这个小区。' })
}

/** A draft may lack anything but a title and an item: what stands in the way of the notice is told with the page. */
export async function createDraft(
  tx: Tx,
  call: Omit<VoteCall, 'params' | 'ifMatch'> & { body: DraftBody },
  id: string = newId(),
): Promise<string> {
  const { compoundId, now, caller, body } = call
  await checkMatter(tx, compoundId, body.matterId)
  await tx
    .insertInto('ownerVotes')
    .values({
      compoundId,
      id,
      receipt: await nextReceipt(tx, compoundId, now),
      state: 'draft',
      ...columnsOf(body),
      createdById: caller.personId,
      createdAt: moment(now),
    })
    .execute()
  await insertItems(tx, compoundId, id, body.items)
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'vote_draft',
    actorId: caller.personId,
    voteId: id,
    toState: 'draft',
  })
  return id
}

/** @throws vote_frozen once it has been announced */
export async function editDraft(tx: Tx, call: VoteCall & { body: DraftBody }): Promise<void> {
  const vote = await lockVote(tx, call)
  requireState(vote, call, ['draft'], '已经公告了，不能再改。')
  const { compoundId, body } = call
  await checkMatter(tx, compoundId, body.matterId)
  await changeVote(tx, call, vote.row, 'vote_edit', columnsOf(body))
  await tx
    .deleteFrom('ownerVoteItems')
    .where('compoundId', '=', compoundId)
    .where('voteId', '=', vote.row.id)
    .execute()
  await insertItems(tx, compoundId, vote.row.id, body.items)
}
