import { deliberate as contract } from '@yishiting/domain/contract/deliberate'
import type { FastifyInstance } from 'fastify'
import { read } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { decline, refer, resolve } from '../conclude'
import { eventsAfter } from '../events'
import { close, goToItem, open, takeOver } from '../hold'
import { letGo } from '../let-go'
import { loadMeeting } from '../load'
import { writeOnMeeting } from '../page'
import { propose, second, setMotion, settleMotion } from './motions'
import { askToSpeak, callSpeaker, endSpeech, withdrawSpeech } from './speeches'

/** 主持: who holds the gavel, which point, who speaks, what is proposed, what became of it. */
export function floorRoutes(app: FastifyInstance, platform: Platform): void {
  writeOnMeeting(app, platform, contract.open, (call, tx) => open(tx, call))
  writeOnMeeting(app, platform, contract.close, async (call, tx) => {
    await close(tx, call)
    await letGo(tx, platform, call)
  })
  writeOnMeeting(app, platform, contract.takeOver, (call, tx) => takeOver(tx, call))
  writeOnMeeting(app, platform, contract.goTo, (call, tx) => goToItem(tx, call))
  writeOnMeeting(app, platform, contract.askToSpeak, (call, tx) => askToSpeak(tx, call))
  writeOnMeeting(app, platform, contract.withdrawSpeech, (call, tx) => withdrawSpeech(tx, call))
  writeOnMeeting(app, platform, contract.callSpeaker, (call, tx) => callSpeaker(tx, call))
  writeOnMeeting(app, platform, contract.endSpeech, (call, tx) => endSpeech(tx, call))
  writeOnMeeting(app, platform, contract.setMotion, (call, tx) => setMotion(tx, call))
  writeOnMeeting(app, platform, contract.propose, (call, tx) => propose(tx, call))
  writeOnMeeting(app, platform, contract.second, (call, tx) => second(tx, call))
  writeOnMeeting(app, platform, contract.settleMotion, (call, tx) => settleMotion(tx, call))
  writeOnMeeting(app, platform, contract.resolve, (call, tx) => resolve(tx, platform, call))
  writeOnMeeting(app, platform, contract.decline, (call, tx) => decline(tx, platform, call))
  writeOnMeeting(app, platform, contract.refer, (call, tx) => refer(tx, platform, call))
  read(app, platform, contract.events, async ({ compoundId, params, query }, db) => {
    await loadMeeting(db, compoundId, params.meetingId)
    return { events: await eventsAfter(db, compoundId, params.meetingId, query.after) }
  })
}
