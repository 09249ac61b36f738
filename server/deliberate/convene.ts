import type { deliberate } from '@yishiting/domain/contract/deliberate'
import { checkNotice, MEETING_KINDS, type MeetingKind } from '@yishiting/domain/deliberate/meeting'
import { checkKind } from '@yishiting/domain/deliberate/required-kind'
import { DAY, speakDay, speakTime } from '@yishiting/domain/matter/instant'
import { mayEver } from '@yishiting/domain/people/abilities'
import type { Role } from '@yishiting/domain/people/roles'
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
import { keepEvidence } from '../platform/photos/evidence'
import type { Platform } from '../platform/platform'
import { newToken } from '../platform/secrets/secrets'
import { journalMeeting } from './change'
import { checkResidents } from './hearing/residents'
import { inLockOrder } from './let-go'
import { isDemanded, meetPetition } from './plan/petitioned'
import { reviewable } from './scores'

type Body = z.output<(typeof deliberate.convene)['body']>
type ConveneCall = Call<{ compoundId: string }, unknown, Body>

/** “3 月 22 日听证会”: what a meeting without a name of its own is called. */
export const dayTitle = (kind: MeetingKind, startsAt: number, now: number): string =>
  `${speakDay(startsAt, now)}${MEETING_KINDS[kind].name}`

function checkPlan(body: Body): void {
  if (body.items.length + body.bodies.length + body.reviewed.length === 0 && body.kind !== 'talk') {
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

/**
 * The seated members, and everybody whose matter is on the agenda: reporters, supporters, followers; later also whoever said that
 * he comes, and the parties who were asked.
 */
export async function invitedTo(tx: Tx, compoundId: string, meetingId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id from members where compound_id = ${compoundId} and is_seated
    union select v.person_id from meeting_items i join (
      select compound_id, matter_id, person_id from supports
      union all select compound_id, matter_id, person_id from follows
      union all select compound_id, id, reporter_id from matters where reporter_id is not null
    ) v on v.compound_id = i.compound_id and v.matter_id = i.matter_id
    where i.compound_id = ${compoundId} and i.meeting_id = ${meetingId}
    union select person_id from meeting_people where compound_id = ${compoundId} and meeting_id = ${meetingId} and rsvp = 'yes'
    union select person_id from hearing_parties where compound_id = ${compoundId} and meeting_id = ${meetingId}
      and person_id is not null and invited_at is not null
  `.execute(tx)
  return rows.map((row) => row.personId)
}

/** 评议会: matters that were done and rated; they go no further, so they have no route here. */
async function putReviewed(tx: Tx, platform: Platform, call: ConveneCall, meetingId: string): Promise<void> {
  const { compoundId, body, now } = call
  const ids = [...new Set(body.reviewed)]
  if (ids.length === 0) return
  if (body.kind !== 'review')
    throw new RefusalError({ code: 'target_invalid', message: '办完的事只在评议会上评，请改成评议会。' })
  const known = await reviewable(tx, compoundId, { now, rules: platform.rules, ids })
  if (known.length !== ids.length)
    throw new RefusalError({ code: 'target_invalid', message: '有的事还没有人评过，或不公开，不能评议。' })
  const rows = ids.map((matterId, index) => ({
    compoundId,
    id: newId(),
    meetingId,
    position: body.items.length + index,
    matterId,
  }))
  await tx.insertInto('meetingItems').values(rows).execute()
}

/** 评议会: bodies that answer for their work stand on the agenda behind the matters. */
async function putBodies(tx: Tx, { compoundId, body }: ConveneCall, meetingId: string): Promise<void> {
  const bodies = body.bodies.map(tidy).filter((name) => name !== '')
  if (bodies.length === 0) return
  if (body.kind !== 'review')
    throw new RefusalError({ code: 'target_invalid', message: '只有评议会评议单位，请改成评议会。' })
  const rows = bodies.map((name, index) => ({
    compoundId,
    id: newId(),
    meetingId,
    position: body.items.length + new Set(body.reviewed).size + index,
    body: name,
    title: `评议：${name}`,
  }))
  await tx.insertInto('meetingItems').values(rows).execute()
}

/** 听证会: whom it burdens, who brings it, who answers; each is invited by hand afterwards. */
async function putParties(tx: Tx, { compoundId, body }: ConveneCall, meetingId: string): Promise<void> {
  const parties = body.parties.map((party) => ({ ...party, label: tidy(party.label) }))
  if (parties.length === 0) return
  if (body.kind !== 'hearing' || parties.some(({ label }) => label === ''))
    throw new RefusalError({ code: 'target_invalid', message: '各方只写在听证会里，每一方都要写明是谁。' })
  await checkResidents(
    tx,
    compoundId,
    parties.map(({ residentId }) => residentId),
  )
  const rows = parties.map(({ side, label, residentId }) => ({
    compoundId,
    meetingId,
    id: newId(),
    side,
    label,
    personId: residentId,
  }))
  await tx.insertInto('hearingParties').values(rows).execute()
}

/** Whoever is named to moderate is somebody who may. */
async function checkChairs(tx: Tx, { compoundId, body }: ConveneCall): Promise<void> {
  const wanted = [...new Set([body.chairId, body.deputyId].filter((id): id is string => id !== null))]
  if (wanted.length === 0) return
  const rows = await tx
    .selectFrom('members')
    .select(['personId', 'roles'])
    .where('compoundId', '=', compoundId)
    .where('personId', 'in', wanted)
    .execute()
  const may = rows.filter(({ personId, roles }) =>
    mayEver({ id: personId, roles: roles as Role[] }, 'moderate'),
  )
  if (may.length === wanted.length) return
  throw new RefusalError({ code: 'target_invalid', message: '主持人和副主持要从支部、居委会里选。' })
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
  unwrap(checkKind(body.kind, { ...body.signs, demanded: await isDemanded(tx, call) }))
  await checkChairs(tx, call)
  const id = newId()
  const title = tidy(body.title) || dayTitle(body.kind, startsAt, now)
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
      chairId: body.chairId,
      notice: tidy(body.notice),
      seats: await countSeats(tx, compoundId),
      // Behind the four digits of the room, which change every minute.
      checkInCode: newToken(),
      convenedById: caller.personId,
      deputyId: body.deputyId,
      voters: body.voters,
      speechSeconds: body.speechSeconds,
      replySeconds: body.replySeconds,
      mapNote: tidy(body.mapNote),
      signs: JSON.stringify(body.signs),
      photoIds: await keepEvidence(tx, { compoundId, personId: caller.personId }, body.photoIds, {
        meetingId: id,
      }),
    })
    .execute()
  await putOnAgenda(tx, platform, call, id, startsAt)
  await putReviewed(tx, platform, call, id)
  await putBodies(tx, call, id)
  await putParties(tx, call, id)
  await meetPetition(tx, call, id)
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
