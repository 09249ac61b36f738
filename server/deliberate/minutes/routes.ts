import { deliberate as contract } from '@yishiting/domain/contract/deliberate'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../../platform/database/database'
import { DOCX, download } from '../../platform/http/download'
import { RefusalError } from '../../platform/http/problems'
import { type Call, read } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { writeOnMeeting } from '../page'
import {
  answerObjection,
  draftMinutes,
  editMinutes,
  objectToMinutes,
  publishMinutes,
  showMinutes,
  signMinutes,
} from './acts'
import { minutesDocument } from './document'
import { viewMinutes } from './view'

/** 纪要: drafted, corrected, objected to, signed, published. */
export function minutesRoutes(app: FastifyInstance, platform: Platform): void {
  const page = (
    { compoundId, caller, now, params }: Call<{ meetingId: string }, unknown, unknown>,
    db: Database,
  ) => viewMinutes(db, { compoundId, actor: caller.actor, now }, params.meetingId)
  read(app, platform, contract.minutes, page)
  writeOnMeeting(app, platform, contract.draftMinutes, (call, tx) => draftMinutes(tx, platform, call), page)
  writeOnMeeting(app, platform, contract.editMinutes, (call, tx) => editMinutes(tx, call), page)
  writeOnMeeting(app, platform, contract.showMinutes, (call, tx) => showMinutes(tx, call), page)
  writeOnMeeting(app, platform, contract.objectToMinutes, (call, tx) => objectToMinutes(tx, call), page)
  writeOnMeeting(
    app,
    platform,
    contract.answerMinutesObjection,
    (call, tx) => answerObjection(tx, call),
    page,
  )
  writeOnMeeting(app, platform, contract.signMinutes, (call, tx) => signMinutes(tx, call), page)
  writeOnMeeting(app, platform, contract.publishMinutes, (call, tx) => publishMinutes(tx, call), page)
  download(app, platform, contract.minutesFile, async ({ compoundId, caller, now, params }, db) => {
    const minutes = await viewMinutes(db, { compoundId, actor: caller.actor, now }, params.meetingId)
    if (minutes.state === 'none')
      throw new RefusalError({ code: 'minutes_not_yet', message: '还没有纪要可以打印。' })
    return { name: `纪要-${minutes.meetingTitle}.docx`, type: DOCX, make: () => minutesDocument(minutes) }
  })
}
