import type { deliberate } from '@yishiting/domain/contract/deliberate'
import { checkNotice } from '@yishiting/domain/deliberate/meeting'
import { DAY, speakTime } from '@yishiting/domain/matter/instant'
import { requireWords } from '@yishiting/domain/matter/words'
import { tidy } from '@yishiting/domain/speak/limits'
import type { z } from 'zod'
import { stopClock, windClock } from '../../platform/clock/clocks'
import { moment, type Tx } from '../../platform/database/database'
import { RefusalError, unwrap } from '../../platform/http/problems'
import { notify } from '../../platform/notices/notify'
import type { Platform } from '../../platform/platform'
import { type MeetingCall, takeStep } from '../change'
import { invitedTo } from '../convene'
import { lockMeeting, type MeetingRow } from '../load'

type Body = z.output<(typeof deliberate.change)['body']>

interface Change {
  field: string
  before: string
  after: string
}

const NAMES = { place: '地点', mapNote: '怎么走', notice: '说明' } as const

function changesIn(row: MeetingRow, body: Body, now: number): Change[] {
  const startsAt = body.startsAt === undefined ? row.startsAt : Date.parse(body.startsAt)
  const moved =
    startsAt === row.startsAt
      ? []
      : [{ field: '时间', before: speakTime(row.startsAt, now), after: speakTime(startsAt, now) }]
  const words = (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((name) => {
    const after = body[name] === undefined ? row[name] : tidy(body[name])
    return after === row[name] ? [] : [{ field: NAMES[name], before: row[name], after }]
  })
  return [...moved, ...words]
}

/**
 * After the notice time, place and words may still change, with a reason: what it was stays beside what it is. A new time leaves the
 * whole notice period again, unless it is later than the one announced.
 */
export async function changeMeeting(tx: Tx, platform: Platform, call: MeetingCall<Body>): Promise<void> {
  const { compoundId, now, caller, body } = call
  const { meetingId } = call.params
  const { row, meeting } = await lockMeeting(tx, compoundId, meetingId, call.ifMatch)
  if (meeting.state !== 'noticed')
    throw new RefusalError({ code: 'meeting_over', message: '会议已经开始或结束，通知不能再改。' })
  const reason = unwrap(requireWords(body.reason, 'reason_required', '请写为什么改，大家会看到。'))
  const startsAt = body.startsAt === undefined ? row.startsAt : Date.parse(body.startsAt)
  if (startsAt < row.startsAt) unwrap(checkNotice(meeting.kind, startsAt, now, platform.rules))
  if (startsAt <= now) throw new RefusalError({ code: 'due_in_past', message: '开会的时间要在以后。' })
  const changes = changesIn(row, body, now)
  if (changes.length === 0) throw new RefusalError({ code: 'no_change', message: '没有改动。' })
  const place = body.place === undefined ? row.place : tidy(body.place)
  if (!row.online && place === '')
    throw new RefusalError({ code: 'place_required', message: '请写在哪里开会。' })
  await tx
    .insertInto('meetingChanges')
    .values(
      changes.map((change) => ({
        compoundId,
        meetingId,
        no: row.version,
        at: moment(now),
        byId: caller.personId,
        ...change,
        reason,
      })),
    )
    .execute()
  const change = {
    startsAt,
    place,
    mapNote: body.mapNote === undefined ? row.mapNote : tidy(body.mapNote),
    notice: body.notice === undefined ? row.notice : tidy(body.notice),
  }
  await takeStep(tx, call, 'change', {
    change,
    reason,
    told: { words: changes.map(({ field }) => field).join('、') },
  })
  await stopClock(tx, 'meeting_soon', { compoundId, meetingId })
  await windClock(tx, 'meeting_soon', { compoundId, meetingId }, startsAt - DAY)
  const told = changes.map(({ field, after }) => `${field}改为${after}`).join('；')
  const notice = { title: `通知改了：${row.title}`, body: `${told}。原因：${reason}`, meetingId }
  await notify(tx, compoundId, await invitedTo(tx, compoundId, meetingId), notice, {
    now,
    except: caller.personId,
  })
}
