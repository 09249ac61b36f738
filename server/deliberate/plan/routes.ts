import { deliberate as contract } from '@yishiting/domain/contract/deliberate'
import type { FastifyInstance } from 'fastify'
import { DOCX, download, ICS } from '../../platform/http/download'
import { read, writeThenShow } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { cancel } from '../cancel'
import { convene } from '../convene'
import { agendaCandidates, listMeetings } from '../list'
import { pageOf, writeOnMeeting } from '../page'
import { reviewable } from '../scores'
import { calendarEntry } from './calendar'
import { changeMeeting } from './change'
import { listPetitions, signPetition, startPetition, viewPetition } from './petitions'
import { loadPoster, posterDocument } from './poster'

/** Before a meeting. */
export function planRoutes(app: FastifyInstance, platform: Platform): void {
  const page = pageOf(platform)
  read(app, platform, contract.meetings, ({ query, compoundId, caller }, db) =>
    listMeetings(db, compoundId, caller.personId, query),
  )
  read(app, platform, contract.agendaCandidates, async ({ compoundId, now }, db) => ({
    candidates: await agendaCandidates(db, compoundId),
    reviewable: await reviewable(db, compoundId, { now, rules: platform.rules, ids: null }),
  }))
  writeThenShow(
    app,
    platform,
    contract.convene,
    async (call, tx) => ({ id: await convene(tx, platform, call) }),
    (call, db, { id }) => page({ ...call, params: { ...call.params, meetingId: id } }, db),
  )
  writeOnMeeting(app, platform, contract.change, (call, tx) => changeMeeting(tx, platform, call))
  download(app, platform, contract.calendar, async ({ compoundId, params }, db) => {
    const entry = await calendarEntry(db, compoundId, params.meetingId)
    return { name: '会议.ics', type: ICS, make: async () => entry }
  })
  download(app, platform, contract.poster, async ({ compoundId, params }, db) => {
    const poster = await loadPoster(db, compoundId, params.meetingId)
    return { name: '会议通知.docx', type: DOCX, make: () => posterDocument(poster) }
  })
  read(app, platform, contract.petitions, async (call, db) => ({ petitions: await listPetitions(db, call) }))
  writeThenShow(
    app,
    platform,
    contract.petition,
    async (call, tx) => ({ id: await startPetition(tx, call) }),
    (call, db, { id }) => viewPetition(db, call, id),
  )
  writeThenShow(
    app,
    platform,
    contract.signPetition,
    (call, tx) => signPetition(tx, call, call.params.petitionId),
    (call, db) => viewPetition(db, call, call.params.petitionId),
  )
  writeOnMeeting(app, platform, contract.cancel, (call, tx) => cancel(tx, platform, call))
}
