import { owners } from '@yishiting/domain/contract/owners'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../../platform/database/database'
import { type Call, read, write, writeThenShow } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { cancelVote } from './cancel'
import { certifyVote } from './certify'
import { createDraft, editDraft } from './draft'
import { extendVote } from './extend'
import { listVotes } from './list'
import { announce } from './notice'
import { answerObjection, objectToVote } from './objections'
import { publishVote } from './publish'
import { remindVoters } from './remind'
import { recordTransfer } from './transfer'
import { viewVote } from './view'

type Any = Call<unknown, unknown, unknown>
const askerOf = ({ compoundId, caller, now }: Any) => ({ compoundId, actor: caller.actor, now })

/** 50,000 keys are frozen in one transaction; rare. */
const ANNOUNCED_WITHIN = 25_000

/** The life of a joint decision, from draft to certified. Nothing here opens or closes one: the clock does. */
export function votesRoutes(app: FastifyInstance, platform: Platform): void {
  const page = (call: Call<{ voteId: string }, unknown, unknown>, db: Database) =>
    viewVote(db, askerOf(call), call.params.voteId)

  read(app, platform, owners.votes, (call, db) => listVotes(db, askerOf(call), call.query))
  read(app, platform, owners.read, page)
  writeThenShow(
    app,
    platform,
    owners.draft,
    async (call, tx) => ({ id: await createDraft(tx, call) }),
    (call, db, { id }) => viewVote(db, askerOf(call), id),
  )
  writeThenShow(app, platform, owners.editDraft, (call, tx) => editDraft(tx, call), page)
  writeThenShow(app, platform, owners.notice, (call, tx) => announce(tx, call), page, ANNOUNCED_WITHIN)
  writeThenShow(app, platform, owners.cancelVote, (call, tx) => cancelVote(tx, call), page)
  writeThenShow(app, platform, owners.extend, (call, tx) => extendVote(tx, call), page)
  write(app, platform, owners.remind, async (call, tx) => ({ reminded: await remindVoters(tx, call) }))
  writeThenShow(app, platform, owners.publish, (call, tx) => publishVote(tx, call), page)
  writeThenShow(app, platform, owners.certify, (call, tx) => certifyVote(tx, call), page)
  writeThenShow(app, platform, owners.object, (call, tx) => objectToVote(tx, call), page)
  writeThenShow(app, platform, owners.answerObjection, (call, tx) => answerObjection(tx, call), page)
  write(app, platform, owners.transfer, async (call, tx) => {
    await recordTransfer(tx, platform.secrets, call)
    return { ok: true as const }
  })
}
