import type { deliberate } from '@yishiting/domain/contract/deliberate'
import { checkNotice } from '@yishiting/domain/deliberate/meeting'
import { DAY, speakTime } from '@yishiting/domain/matter/instant'
import { requireWords } from '@yishiting/domain/matter/words'
import { REASON_MAX, tidy } from '@yishiting/domain/speak/limits'
import type { z } from 'zod'
import { stopClock, windClock } from '../../platform/clock/clocks'
import { moment, type Tx } from '../../platform/database/database'
import { RefusalError, unwrap } from '../../platform/http/problems'
import { carryOut } from '../../platform/matters/carry-out'
import { notify } from '../../platform/notices/notify'
import type { Platform } from '../../platform/platform'
import { type MeetingCall, takeStep } from '../change'
import { dayTitle, invitedTo } from '../convene'
import { takeOff } from '../let-go'
import { loadMeeting, lockMeeting, type MeetingRow } from '../load'

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

/** Matters on the agenda say when they are discussed: they wait for the new day. */
async function reschedule(
  tx: Tx,
  platform: Platform,
  call: MeetingCall,
  meetingAt: number,
  reason: string,
): Promise<void> {
  const { compoundId, params } = call
  const loaded = await loadMeeting(tx, compoundId, params.meetingId)
  const moved: { matterId: string; routeId: string }[] = []
  await takeOff(tx, platform, call, loaded, ({ matterId, routeId }, isUnderReview) => {
    if (!isUnderReview) moved.push({ matterId, routeId })
    return { type: 'unschedule', routeId, reason: [...reason].slice(0, REASON_MAX).join('') }
  })
  for (const { matterId, routeId } of moved) {
    const intent = { type: 'schedule', routeId, meetingId: params.meetingId, meetingAt } as const
    await carryOut(tx, platform, { ...call, ifMatch: null }, matterId, intent)
  }
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
  if (startsAt !== row.startsAt && startsAt <= now)
    throw new RefusalError({ code: 'due_in_past', message: '开会的时间要在以后。' })
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
  // A meeting named after its day is named after the new one.
  const isNamedByDay = row.title === dayTitle(meeting.kind, row.startsAt, row.noticedAt)
  const title = isNamedByDay ? dayTitle(meeting.kind, startsAt, now) : row.title
  const change = {
    title,
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
  if (startsAt !== row.startsAt) {
    await reschedule(tx, platform, call, startsAt, `${title}改到 ${speakTime(startsAt, now)}：${reason}`)
    await stopClock(tx, 'meeting_soon', { compoundId, meetingId })
    await windClock(tx, 'meeting_soon', { compoundId, meetingId }, startsAt - DAY)
  }
  const told = changes.map(({ field, after }) => `${field}改为${after.replace(/。$/, '')}`).join('；')
  const notice = { title: `通知改了：${title}`, body: `${told}。原因：${reason}`, meetingId }
  await notify(tx, compoundId, await invitedTo(tx, compoundId, meetingId), notice, {
    now,
    except: caller.personId,
  })
}
