import type { BodyOf } from '@yishiting/domain/contract'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { DAY, HOUR } from '@yishiting/domain/matter/instant'
import { addCompound } from '../../support/compound'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { openDocx } from '../owners/support/docx'
import { isoAt } from '../support/matters'
import { convene, noticesOf, opened, page, waiting } from './support/meeting'

let hall: Hall
let meeting: MeetingView
beforeAll(async () => {
  hall = await openHall({ seats: 3 })
})
afterAll(() => hall.close())

beforeEach(async () => {
  meeting = await convene(hall, [await waiting(hall)], { title: '灯的事', notice: '请带身份证。' })
})

const change = (body: BodyOf<'deliberate.change'>, who: TestPerson = hall.people.branch_secretary) =>
  hall.send(who, 'deliberate.change', { params: { meetingId: meeting.id }, body })

const seatOf = (index: number): TestPerson => {
  const seat = hall.compound.seated[index]
  if (!seat) throw new Error(`no seat ${index}`)
  return seat
}

async function fileOf(id: 'deliberate.calendar' | 'deliberate.poster', who = hall.people.tenant) {
  const { status, body, headers } = await hall.send(who, id, { params: { meetingId: meeting.id } })
  expect(status).toBe(200)
  return { bytes: body as Buffer, headers }
}

/** The lines of a calendar file, those that were folded put together again (RFC 5545 3.1). */
async function entry(): Promise<string[]> {
  const { bytes } = await fileOf('deliberate.calendar')
  return bytes
    .toString('utf8')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
}

test('a change needs a reason, and changes nothing without one', async () => {
  const refused = await change({ place: '三楼', reason: '  ' })
  expect(refused.problem).toMatchObject({ status: 422, code: 'reason_required' })
  expect(await page(hall, hall.people.tenant, meeting.id)).toMatchObject({
    place: '党群服务站二楼',
    changes: [],
  })
  expect((await change({ place: '党群服务站二楼', reason: '没改' })).problem.code).toBe('no_change')
})

test('what it was stays beside what it is, with the reason, for everybody', async () => {
  const at = isoAt(hall.clock.now())
  const startsAt = isoAt(Date.parse(meeting.startsAt) + DAY)
  await hall.ok(hall.people.residents_committee, 'deliberate.change', {
    params: { meetingId: meeting.id },
    body: { startsAt, place: '三楼', mapNote: '走东门', reason: '二楼漏水。' },
  })
  const moved = await page(hall, hall.people.tenant, meeting.id)
  expect(moved).toMatchObject({ startsAt, place: '三楼', mapNote: '走东门', notice: '请带身份证。' })
  const reason = '二楼漏水。'
  const fields = [...moved.changes].sort((a, b) => (a.field < b.field ? -1 : 1))
  const wanted = [
    { at, field: '地点', before: '党群服务站二楼', after: '三楼', reason },
    { at, field: '怎么走', before: '', after: '走东门', reason },
    { at, field: '时间', before: '3 月 15 日 10:00', after: '3 月 16 日 10:00', reason },
  ]
  expect(fields).toEqual(wanted.sort((a, b) => (a.field < b.field ? -1 : 1)))
  expect(moved.version).toBe(meeting.version + 1)
})

test('change after change, the first comes first', async () => {
  await change({ place: '三楼', reason: '二楼漏水。' })
  await change({ place: '四楼', reason: '三楼也漏。' })
  await change({ notice: '', reason: '不用带了。' })
  const { changes, place, notice } = await page(hall, hall.people.owner, meeting.id)
  expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['地点', '党群服务站二楼', '三楼'],
    ['地点', '三楼', '四楼'],
    ['说明', '请带身份证。', ''],
  ])
  expect({ place, notice }).toEqual({ place: '四楼', notice: '' })
})

test('everybody invited is told what changed and why, except who changed it', async () => {
  const { owner, branch_secretary, tenant } = hall.people
  await change({ place: '三楼', notice: '请带笔。', reason: '二楼漏水。' })
  for (const who of [owner, seatOf(0), seatOf(2)]) {
    expect(await noticesOf(hall, who, meeting.id)).toEqual(['请来开会：灯的事', '通知改了：灯的事'])
  }
  const { body } = await hall.platform.db
    .selectFrom('notices')
    .select('body')
    .where('personId', '=', owner.id)
    .where('meetingId', '=', meeting.id)
    .where('title', 'like', '通知改了%')
    .executeTakeFirstOrThrow()
  for (const words of ['地点改为三楼', '说明改为请带笔。', '原因：二楼漏水。']) expect(body).toContain(words)
  for (const who of [branch_secretary, tenant]) expect(await noticesOf(hall, who, meeting.id)).toEqual([])
})

test('an earlier time leaves the whole notice again; a later one needs none, but lies ahead', async () => {
  const startsAt = Date.parse(meeting.startsAt)
  await hall.pass(HOUR)
  const early = await change({ startsAt: isoAt(hall.clock.now() + 3 * DAY - 1), reason: '想早点' })
  expect(early.problem).toMatchObject({ status: 409, code: 'notice_too_short' })
  const sooner = isoAt(hall.clock.now() + 3 * DAY)
  expect((await change({ startsAt: sooner, reason: '想早点' })).body.startsAt).toBe(sooner)
  await hall.pass(3 * DAY - 2 * HOUR)
  const later = isoAt(startsAt + HOUR)
  expect((await change({ startsAt: later, reason: '会场有人' })).body.startsAt).toBe(later)
  const past = await change({ startsAt: isoAt(hall.clock.now() - HOUR), reason: '倒回去' })
  expect(past.problem.code).toBe('notice_too_short')
})

test('the reminder goes out the day before the new time, not before the old one', async () => {
  const later = Date.parse(meeting.startsAt) + 2 * DAY
  await change({ startsAt: isoAt(later), reason: '会场有人' })
  const told = async () =>
    (await noticesOf(hall, seatOf(1), meeting.id)).filter((title) => title.startsWith('快开会了'))
  await hall.pass(later - DAY - 1 - hall.clock.now())
  expect(await told()).toEqual([])
  await hall.pass(1)
  expect(await told()).toEqual(['快开会了：灯的事'])
})

test('a meeting stays somewhere, unless one can take part by phone', async () => {
  expect((await change({ place: ' ', reason: '不知道' })).problem.code).toBe('place_required')
  meeting = await convene(hall, [await waiting(hall)], { online: true })
  expect((await change({ place: ' ', reason: '只在线上' })).body.place).toBe('')
})

test('those who convene change it, nobody else, and of two screens the older one is told', async () => {
  const { owner, helper, supervisor, property_manager } = hall.people
  for (const who of [owner, helper, supervisor, property_manager, seatOf(0)]) {
    const refused = await change({ place: '三楼', reason: '二楼漏水。' }, who)
    expect(refused.problem).toMatchObject({ status: 403, code: 'not_allowed' })
    expect((await page(hall, who, meeting.id)).can.change).toBe(false)
  }
  await change({ place: '三楼', reason: '二楼漏水。' })
  const stale = await hall.send(hall.people.residents_committee, 'deliberate.change', {
    params: { meetingId: meeting.id },
    body: { place: '四楼', reason: '三楼也漏。' },
    ifMatch: meeting.version,
  })
  expect(stale.status).toBe(412)
  expect(stale.problem.detail).toBe('您看的时候，支部书记已经“改了通知”了。请先看最新的。')
})

test('once it is open or called off the notice stays as it is', async () => {
  const { branch_secretary } = hall.people
  const off = await convene(hall, [await waiting(hall)])
  await hall.ok(branch_secretary, 'deliberate.cancel', {
    params: { meetingId: off.id },
    body: { reason: '改期' },
  })
  await opened(hall, meeting)
  for (const meetingId of [meeting.id, off.id]) {
    const refused = await hall.send(branch_secretary, 'deliberate.change', {
      params: { meetingId },
      body: { place: '三楼', reason: '二楼漏水。' },
    })
    expect(refused.problem).toMatchObject({ status: 409, code: 'meeting_over' })
    expect((await page(hall, branch_secretary, meetingId)).can.change).toBe(false)
  }
})

test('the calendar entry has the time in UTC, the place and an alarm, and follows a change', async () => {
  const { headers } = await fileOf('deliberate.calendar')
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(headers['content-disposition']).toMatch(/^attachment; filename="file\.ics"/)
  const stamp = (at: number) => isoAt(at).replace(/[-:]|\.\d{3}/g, '')
  const startsAt = Date.parse(meeting.startsAt)
  const first = await entry()
  expect(first[0]).toBe('BEGIN:VCALENDAR')
  expect(first).toContain(`UID:${meeting.id}`)
  expect(first).toContain(`DTSTART:${stamp(startsAt)}`)
  expect(first).toContain('SUMMARY:灯的事')
  expect(first).toContain('LOCATION:党群服务站二楼')
  expect(first).toContain('STATUS:CONFIRMED')
  expect(first).toContain('BEGIN:VALARM')
  await change({ startsAt: isoAt(startsAt + DAY), place: '三楼', mapNote: '走东门', reason: '二楼漏水。' })
  const second = await entry()
  expect(second).toContain(`UID:${meeting.id}`)
  expect(second).toContain(`DTSTART:${stamp(startsAt + DAY)}`)
  expect(second).toContain('LOCATION:三楼，走东门')
  const sequence = (lines: string[]) =>
    Number(lines.find((line) => line.startsWith('SEQUENCE:'))?.slice('SEQUENCE:'.length))
  expect(sequence(second)).toBeGreaterThan(sequence(first))
})

test('the entry of a meeting that was called off says so', async () => {
  await hall.ok(hall.people.branch_secretary, 'deliberate.cancel', {
    params: { meetingId: meeting.id },
    body: { reason: '改期' },
  })
  expect(await entry()).toContain('STATUS:CANCELLED')
})

test('the poster is a document to print: kind, time, place, agenda, words and a code to scan', async () => {
  const { bytes, headers } = await fileOf('deliberate.poster')
  expect(headers['content-type']).toBe(
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  )
  expect(headers['cache-control']).toBe('private, no-store')
  expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK')
  const { lines, pictures } = await openDocx(bytes)
  expect(lines).toEqual(
    expect.arrayContaining([
      '议事会通知',
      '灯的事',
      expect.stringMatching(/^2026 年 \d+ 月 \d+ 日 \d\d:\d\d$/),
      '党群服务站二楼',
      `1. ${meeting.itemTitles[0]}`,
      '请带身份证。',
    ]),
  )
  expect(pictures).toBe(1)
})

test('the poster has the words as they were last changed', async () => {
  await change({ place: '三楼', mapNote: '走东门', notice: '请带笔。', reason: '二楼漏水。' })
  const { lines } = await openDocx((await fileOf('deliberate.poster')).bytes)
  expect(lines).toEqual(expect.arrayContaining(['三楼，走东门', '请带笔。']))
  expect(lines.join('\n')).not.toContain('党群服务站二楼')
})

test('neither file goes to people of another compound, nor without a session', async () => {
  const elsewhere = await addCompound(hall.platform, { name: '隔壁里' })
  for (const id of ['deliberate.calendar', 'deliberate.poster'] as const) {
    for (const compoundId of [hall.compound.id, elsewhere.id]) {
      const answer = await hall.send(elsewhere.people.branch_secretary, id, {
        params: { meetingId: meeting.id, compoundId },
      })
      expect(answer.problem).toMatchObject({ status: 404, code: 'not_found' })
    }
    expect((await hall.send(null, id, { params: { meetingId: meeting.id } })).status).toBe(401)
  }
})

test('a meeting named after its day moves with its name, its matters wait for the new day', async () => {
  const item = await waiting(hall)
  meeting = await convene(hall, [item])
  const startsAt = Date.parse(meeting.startsAt) + DAY
  const moved = await change({ startsAt: isoAt(startsAt), reason: '那天停电' })
  expect(moved.body.title).not.toBe(meeting.title)
  expect(moved.body.title).toMatch(/议事会$/)
  const matter = await hall.ok(hall.people.owner, 'speak.read', { params: { matterId: item.matterId } })
  expect(matter.standing.dueAt).toBe(isoAt(startsAt))
})

test('the door is locked at the hour: the place can still be changed, the hour cannot be one that has passed', async () => {
  await hall.pass(Date.parse(meeting.startsAt) - hall.clock.now() + HOUR / 2)
  expect((await change({ place: '三楼', reason: '二楼锁着门' })).body).toMatchObject({ place: '三楼' })
  const past = await change({ startsAt: isoAt(hall.clock.now() - 1000), reason: '写错了' })
  expect(past.status).toBeGreaterThanOrEqual(400)
})
