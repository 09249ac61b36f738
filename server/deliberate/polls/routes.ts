import { deliberate as contract } from '@yishiting/domain/contract/deliberate'
import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../platform/platform'
import { writeOnMeeting } from '../page'
import { closePoll } from './close'
import { nameTellers, tell } from './hands'
import { openPoll } from './open'
import { viewVoted, vote } from './vote'

/** 表决: one question at a time, phones and raised hands counted together once. */
export function pollRoutes(app: FastifyInstance, platform: Platform): void {
  writeOnMeeting(app, platform, contract.openPoll, (call, tx) => openPoll(tx, platform, call))
  writeOnMeeting(
    app,
    platform,
    contract.vote,
    (call, tx) => vote(tx, call),
    (call, db) => viewVoted(db, call),
  )
  writeOnMeeting(app, platform, contract.nameTellers, (call, tx) => nameTellers(tx, call))
  writeOnMeeting(app, platform, contract.tell, (call, tx) => tell(tx, call))
  writeOnMeeting(app, platform, contract.closePoll, (call, tx) => closePoll(tx, call))
}
