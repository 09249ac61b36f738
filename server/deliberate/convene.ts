import { randomInt } from 'node:crypto'
import type { deliberate } from '@yishiting/domain/contract/deliberate'
import { checkNotice, MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import { DAY, speakDay, speakTime } from '@yishiting/domain/matter/instant'
import { tidy } from '@yishiting/domain/speak/limits'
import { sql } from 'kysely'
import type { z } from 'zod'
import { windClock } from '../platform/clock/clocks'
import { moment, type Tx } from '../platform/database/database'
import { RefusalError, unwrap } from '../platform/http/problems'
import type { Call } from '../platform/http/route'
import { newId } from '../platform/ids'
import { carryOut } from '../platform/matters/carry-out'
import { notify } from '../platform/notices/notify'
import type { Platform } from '../platform/platform'
import { journalMeeting } from './change'
import { inLockOrder } from './let-go'

type Body = z.output<(typeof deliberate.convene)['body']>
type ConveneCall = Call<{ compoundId: string }, unknown, Body>

function titleOf(body: Body, startsAt: number, now: number): string {
  const given = tidy(body.title)
  return given || `${speakDay(startsAt, now)}${MEETING_KINDS[body.kind].name}`
}

function checkPlan(body: Body): void {
  if (body.items.length === 0 && body.kind !== 'talk') {
    throw new RefusalError({
      code: 'agenda_required',
      message: `${MEETING_KINDS[body.kind].name}要有议程，请至少选一件事。`,
    })
  }
  if (!body.online && tidy(body.place) === '') {
    throw new RefusalError({ code: 'place_required', message: '请写在哪里开会，或者打开“可以线上参加”。' })
  }
}

async function countSeats(tx: Tx, compoundId: string): Promise<number> {
  const row = await tx
    .selectFrom('members')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('compoundId', '=', compoundId)
    .where('isSeated', '=', true)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The seated members, and everybody whose matter is on the agenda: reporters, supporters, followers. */
export async function invitedTo(tx: Tx, compoundId: string, meetingId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from members where compound_id = ${compoundId} and is_seated
    union select v.person_id from meeting_items i join (
      select compound_id, matter_id, person_id from supports
      union all select compound_id, matter_id, person_id from follows
      union all select compound_id, id, reporter_id from matters where reporter_id is not null
    ) v on v.compound_id = i.compound_id and v.matter_id = i.matter_id
    where i.compound_id = ${compoundId} and i.meeting_id = ${meetingId}
  `.execute(tx)
  return rows.map((row) => row.personId)
}

async function putOnAgenda(
  tx: Tx,
  platform: Platform,
  call: ConveneCall,
  meetingId: string,
  startsAt: number,
): Promise<void> {
  const items = call.body.items.map((item, position) => ({ ...item, position }))
  for (const { position, ...item } of inLockOrder(items)) {
    const intent = { type: 'schedule', routeId: item.routeId, meetingId, meetingAt: startsAt } as const
    const { before } = await carryOut(tx, platform, { ...call, ifMatch: null }, item.matterId, intent)
    if (before.matter.isPrivate) {
      throw new RefusalError({ code: 'target_invalid', message: '不公开的事不能列入会议议程。' })
    }
    await tx
      .insertInto('meetingItems')
      .values({
        compoundId: call.compoundId,
        id: newId(),
        meetingId,
        position,
        matterId: item.matterId,
        routeId: item.routeId,
        motion: tidy(item.motion ?? '') || null,
      })
      .execute()
  }
}

/** Announces a meeting: agenda, time and place go out together, early enough for its kind (RULES.md §2). Returns its id. */
export async function convene(tx: Tx, platform: Platform, call: ConveneCall): Promise<string> {
  const { compoundId, caller, now, body } = call
  const startsAt = unwrap(checkNotice(body.kind, Date.parse(body.startsAt), now, platform.rules))
  checkPlan(body)
  const id = newId()
  const title = titleOf(body, startsAt, now)
  const place = tidy(body.place)
  await tx
    .insertInto('meetings')
    .values({
      compoundId,
      id,
      kind: body.kind,
      title,
      state: 'noticed',
      startsAt: moment(startsAt),
      noticedAt: moment(now),
      place,
      online: body.online,
      notice: tidy(body.notice),
      seats: await countSeats(tx, compoundId),
      checkInCode: String(randomInt(1000, 10_000)),
      convenedById: caller.personId,
    })
    .execute()
  await putOnAgenda(tx, platform, call, id, startsAt)
  await windClock(tx, 'meeting_soon', { compoundId, meetingId: id }, startsAt - DAY)
  await journalMeeting(tx, call, 'convene', id, {
    extra: { kind: body.kind, startsAt, items: body.items.length },
    after: body,
  })
  const where = place || '线上'
  const notice = { title: `请来开会：${title}`, body: `${speakTime(startsAt, now)}，${where}`, meetingId: id }
  await notify(tx, compoundId, await invitedTo(tx, compoundId, id), notice, { now, except: caller.personId })
  return id
}
