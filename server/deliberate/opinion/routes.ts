import { deliberate as contract } from '@yishiting/domain/contract/deliberate'
import { may } from '@yishiting/domain/people/abilities'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../../platform/database/database'
import { type Call, read } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { loadMeeting } from '../load'
import { writeOnMeeting } from '../page'
import { moderatorLog } from './log'
import { viewOpinionMap } from './map'
import { answer, listStatements, settleStatement, similarOf, stateOpinion } from './statements'

type Page = Call<{ meetingId: string }, unknown, unknown>

/** 意见地图: statements, answers, groups. */
export function opinionRoutes(app: FastifyInstance, platform: Platform): void {
  const list = async (
    { compoundId, params, caller }: Page,
    db: Database,
    similarIds: readonly string[] = [],
  ) => {
    await loadMeeting(db, compoundId, params.meetingId)
    const sees = may(caller.actor, 'moderate') ? ('all' as const) : ('shown' as const)
    const reader = { compoundId, actorId: caller.personId, sees }
    return similarOf(await listStatements(db, reader, params.meetingId), similarIds)
  }
  read(app, platform, contract.statements, (call, db) => list(call, db))
  writeOnMeeting(
    app,
    platform,
    contract.state,
    (call, tx) => stateOpinion(tx, call),
    (call, db, { similarIds }) => list(call, db, similarIds),
  )
  writeOnMeeting(
    app,
    platform,
    contract.answer,
    (call, tx) => answer(tx, call),
    async () => ({ ok: true as const }),
  )
  writeOnMeeting(
    app,
    platform,
    contract.settleStatement,
    (call, tx) => settleStatement(tx, call),
    (call, db) => list(call, db),
  )
  read(app, platform, contract.moderatorLog, ({ compoundId, params }, db) =>
    moderatorLog(db, compoundId, params.meetingId),
  )
  read(app, platform, contract.opinionMap, ({ compoundId, params, caller }, db) =>
    viewOpinionMap(db, compoundId, params.meetingId, caller.personId),
  )
}
