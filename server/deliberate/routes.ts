import { deliberate as contract } from '@yishiting/domain/contract/deliberate'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../platform/database/database'
import { RefusalError } from '../platform/http/problems'
import { type Call, read, writeThenShow } from '../platform/http/route'
import type { Platform } from '../platform/platform'
import { checkIn, checkInOther, rsvp } from './attend'
import { cancel } from './cancel'
import { decline, refer, resolve } from './conclude'
import { convene } from './convene'
import { close, open } from './hold'
import { letGo } from './let-go'
import { agendaCandidates, listMeetings } from './list'
import { closePoll, openPoll, setMotion, vote } from './polls'
import { viewMeeting } from './view'

const NO_ENTRY = {
  wrong_code: { code: 'wrong_code', message: '签到码不对，请看会场屏幕上的四位数字。' },
  too_many: {
    code: 'too_many_tries',
    message: '输错太多次了，请过十分钟再试，或者请主持人、帮办员替您签到。',
  },
} as const

/** 议事: the meetings. Every step is answered with the page of the meeting as the caller sees it. */
export function deliberateRoutes(app: FastifyInstance, platform: Platform): void {
  const page = (call: Call<{ meetingId: string }, unknown, unknown>, db: Database) =>
    viewMeeting(
      db,
      platform,
      { compoundId: call.compoundId, actor: call.caller.actor, now: call.now },
      call.params.meetingId,
    )

  read(app, platform, contract.meetings, ({ query, compoundId, caller }, db) =>
    listMeetings(db, compoundId, caller.personId, query),
  )
  read(app, platform, contract.agendaCandidates, async ({ compoundId }, db) => ({
    candidates: await agendaCandidates(db, compoundId),
  }))
  read(app, platform, contract.read, page)
  writeThenShow(
    app,
    platform,
    contract.convene,
    async (call, tx) => ({ id: await convene(tx, platform, call) }),
    (call, db, { id }) => page({ ...call, params: { ...call.params, meetingId: id } }, db),
  )
  writeThenShow(app, platform, contract.cancel, (call, tx) => cancel(tx, platform, call), page)
  writeThenShow(app, platform, contract.rsvp, (call, tx) => rsvp(tx, call), page)
  writeThenShow(
    app,
    platform,
    contract.checkIn,
    async (call, tx) => ({ result: await checkIn(tx, call) }),
    (call, db, { result }) => {
      if (result !== 'in') throw new RefusalError(NO_ENTRY[result])
      return page(call, db)
    },
  )
  writeThenShow(app, platform, contract.checkInOther, (call, tx) => checkInOther(tx, call), page)
  writeThenShow(app, platform, contract.open, (call, tx) => open(tx, call), page)
  writeThenShow(
    app,
    platform,
    contract.close,
    async (call, tx) => {
      await close(tx, call)
      await letGo(tx, platform, call)
    },
    page,
  )
  writeThenShow(app, platform, contract.setMotion, (call, tx) => setMotion(tx, call), page)
  writeThenShow(app, platform, contract.openPoll, (call, tx) => openPoll(tx, platform, call), page)
  writeThenShow(app, platform, contract.vote, (call, tx) => vote(tx, call), page)
  writeThenShow(app, platform, contract.closePoll, (call, tx) => closePoll(tx, call), page)
  writeThenShow(app, platform, contract.resolve, (call, tx) => resolve(tx, platform, call), page)
  writeThenShow(app, platform, contract.decline, (call, tx) => decline(tx, platform, call), page)
  writeThenShow(app, platform, contract.refer, (call, tx) => refer(tx, platform, call), page)
}
