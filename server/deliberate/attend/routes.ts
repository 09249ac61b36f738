import { deliberate as contract } from '@yishiting/domain/contract/deliberate'
import type { FastifyInstance } from 'fastify'
import { RefusalError } from '../../platform/http/problems'
import { read } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { pageOf, writeOnMeeting } from '../page'
import { checkIn, checkInOther } from './check-in'
import { addGuest } from './guests'
import { rsvp } from './rsvp'
import { listSubmissions, submit } from './submissions'

const NO_ENTRY = {
  wrong_code: { code: 'wrong_code', message: '签到码不对，请看会场屏幕上现在的四位数字。' },
  too_many: {
    code: 'too_many_tries',
    message: '输错太多次了，请过十分钟再试，或者请主持人、帮办员替您签到。',
  },
} as const

/** Coming, being here, a word from those who cannot come. */
export function attendRoutes(app: FastifyInstance, platform: Platform): void {
  const page = pageOf(platform)
  read(app, platform, contract.read, page)
  writeOnMeeting(app, platform, contract.rsvp, (call, tx) => rsvp(tx, call))
  writeOnMeeting(
    app,
    platform,
    contract.checkIn,
    async (call, tx) => ({ result: await checkIn(tx, platform, call) }),
    async (call, db, { result }) => {
      if (result !== 'in') throw new RefusalError(NO_ENTRY[result])
      return page(call, db)
    },
  )
  writeOnMeeting(app, platform, contract.checkInOther, (call, tx) => checkInOther(tx, call))
  writeOnMeeting(app, platform, contract.addGuest, (call, tx) => addGuest(tx, platform.secrets, call))
  writeOnMeeting(
    app,
    platform,
    contract.submit,
    async (call, tx) => ({ id: await submit(tx, call) }),
    async (_call, _db, kept) => kept,
  )
  read(app, platform, contract.submissions, ({ compoundId, params, caller }, db) =>
    listSubmissions(db, compoundId, params.meetingId, caller.personId),
  )
}
