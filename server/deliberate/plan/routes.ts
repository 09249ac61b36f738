import { deliberate as contract } from '@yishiting/domain/contract/deliberate'
import type { FastifyInstance } from 'fastify'
import { read, writeThenShow } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { cancel } from '../cancel'
import { convene } from '../convene'
import { agendaCandidates, listMeetings } from '../list'
import { pageOf, writeOnMeeting } from '../page'

/** Before a meeting. */
export function planRoutes(app: FastifyInstance, platform: Platform): void {
  const page = pageOf(platform)
  read(app, platform, contract.meetings, ({ query, compoundId, caller }, db) =>
    listMeetings(db, compoundId, caller.personId, query),
  )
  read(app, platform, contract.agendaCandidates, async ({ compoundId }, db) => ({
    candidates: await agendaCandidates(db, compoundId),
  }))
  writeThenShow(
    app,
    platform,
    contract.convene,
    async (call, tx) => ({ id: await convene(tx, platform, call) }),
    (call, db, { id }) => page({ ...call, params: { ...call.params, meetingId: id } }, db),
  )
  writeOnMeeting(app, platform, contract.cancel, (call, tx) => cancel(tx, platform, call))
}
