import { deliberate as contract } from '@yishiting/domain/contract/deliberate'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../../platform/database/database'
import { type Call, read } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { writeOnMeeting } from '../page'
import {
  addParty,
  answerDemand,
  answerQuestion,
  askParty,
  demand,
  inviteParty,
  recordView,
  signRecord,
} from './acts'
import { viewHearing } from './view'

/** 听证会: parties, questions, demands and their answers. */
export function hearingRoutes(app: FastifyInstance, platform: Platform): void {
  const page = (call: Call<{ meetingId: string }, unknown, unknown>, db: Database) =>
    viewHearing(
      db,
      platform,
      { compoundId: call.compoundId, actor: call.caller.actor, now: call.now },
      call.params.meetingId,
    )
  read(app, platform, contract.hearing, page)
  writeOnMeeting(app, platform, contract.addParty, (call, tx) => addParty(tx, call), page)
  writeOnMeeting(app, platform, contract.inviteParty, (call, tx) => inviteParty(tx, call), page)
  writeOnMeeting(app, platform, contract.recordView, (call, tx) => recordView(tx, call), page)
  writeOnMeeting(app, platform, contract.askParty, (call, tx) => askParty(tx, call), page)
  writeOnMeeting(app, platform, contract.answerQuestion, (call, tx) => answerQuestion(tx, call), page)
  writeOnMeeting(app, platform, contract.demand, (call, tx) => demand(tx, call), page)
  writeOnMeeting(app, platform, contract.answerDemand, (call, tx) => answerDemand(tx, call), page)
  writeOnMeeting(app, platform, contract.signRecord, (call, tx) => signRecord(tx, call), page)
}
