import type { BodyOf } from '@yishiting/domain/contract'
import type { ItemView, MeetingView, PollView } from '@yishiting/domain/contract/deliberate'
import type { Choice } from '@yishiting/domain/deliberate/meeting'
import { DAY } from '@yishiting/domain/matter/instant'
import type { Hall } from '../../../support/hall'
import type { TestPerson } from '../../../support/people'
import { isoAt, raise, routeOf, sort } from '../../support/matters'

type ConveneBody = BodyOf<'deliberate.convene'>
type RouteCode = BodyOf<'sort.sort'>['routes'][number]['code']

export interface Waiting {
  matterId: string
  routeId: string
}

/** A matter sorted to be deliberated. */
export async function waiting(
  hall: Hall,
  reporter: TestPerson = hall.people.owner,
  code: RouteCode = 'deliberation',
): Promise<Waiting> {
  const { id } = await raise(hall, reporter)
  const matter = await sort(hall, hall.people.branch_secretary, id, [{ code }])
  return { matterId: id, routeId: routeOf(matter, code).id }
}

export const plan = (hall: Hall, items: Waiting[], more: Partial<ConveneBody> = {}): ConveneBody => ({
  kind: 'deliberation',
  startsAt: isoAt(hall.clock.now() + 4 * DAY),
  place: '党群服务站二楼',
  items: items.map((item) => ({ ...item, motion: '车棚装十盏感应灯，物业两周内装好。' })),
  ...more,
})

export function convene(hall: Hall, items: Waiting[], more: Partial<ConveneBody> = {}): Promise<MeetingView> {
  return hall.ok(hall.people.branch_secretary, 'deliberate.convene', { body: plan(hall, items, more) })
}

export function page(hall: Hall, who: TestPerson, meetingId: string): Promise<MeetingView> {
  return hall.ok(who, 'deliberate.read', { params: { meetingId } })
}

async function digits(hall: Hall, meeting: MeetingView): Promise<string> {
  return (await page(hall, hall.people.branch_secretary, meeting.id)).checkInCode ?? ''
}

const enter = (hall: Hall, meeting: MeetingView, who: TestPerson, code: string): Promise<MeetingView> =>
  hall.ok(who, 'deliberate.checkIn', { params: { meetingId: meeting.id }, body: { code } })

/** With the four digits that the moderator's screen shows now. */
export async function checkIn(hall: Hall, meeting: MeetingView, who: TestPerson): Promise<MeetingView> {
  return enter(hall, meeting, who, await digits(hall, meeting))
}

/** The day has come and the meeting is open, with `present` seated members here. */
export async function opened(hall: Hall, meeting: MeetingView, present = 0): Promise<MeetingView> {
  await hall.pass(Math.max(0, Date.parse(meeting.startsAt) - hall.clock.now()))
  const members = hall.compound.seated.slice(0, present)
  const code = members.length > 0 ? await digits(hall, meeting) : ''
  for (const member of members) await enter(hall, meeting, member, code)
  return hall.ok(hall.people.branch_secretary, 'deliberate.open', { params: { meetingId: meeting.id } })
}

export function firstItem(meeting: MeetingView): ItemView {
  const [item] = meeting.items
  if (!item) throw new Error('an empty agenda')
  return item
}

/** Where the first item is, for the path of an operation on it. */
export const atItem = (meeting: MeetingView) => ({ meetingId: meeting.id, itemId: firstItem(meeting).id })

/** An open meeting of one item, with its quorum of 14 seated members and its poll open. */
export async function polling(hall: Hall, reporter?: TestPerson): Promise<MeetingView> {
  const meeting = await opened(hall, await convene(hall, [await waiting(hall, reporter)]), 14)
  return hall.ok(hall.people.branch_secretary, 'deliberate.openPoll', { params: atItem(meeting) })
}

/** The poll that is open, or the last one. */
export function lastPoll(meeting: MeetingView): PollView {
  const polls = meeting.items.flatMap((item) => item.polls)
  const poll = polls.find(({ state }) => state === 'open') ?? polls.at(-1)
  if (!poll) throw new Error('nothing was asked')
  return poll
}

export const atPoll = (meeting: MeetingView) => ({ meetingId: meeting.id, pollId: lastPoll(meeting).id })

export function vote(hall: Hall, meeting: MeetingView, who: TestPerson, choice: Choice) {
  return hall.send(who, 'deliberate.vote', { params: atPoll(meeting), body: { marks: { choice } } })
}

/** A poll that has ended: the first `agree` of the seated members agreed, the next `against` did not. */
export async function polled(hall: Hall, agree: number, against: number): Promise<MeetingView> {
  const meeting = await polling(hall)
  const voters = hall.compound.seated.slice(0, agree + against)
  for (const [index, member] of voters.entries()) {
    const { status } = await vote(hall, meeting, member, index < agree ? 'agree' : 'against')
    expect(status).toBe(200)
  }
  return hall.ok(hall.people.branch_secretary, 'deliberate.closePoll', { params: atPoll(meeting) })
}

/** What a closed poll of yes and no came to. */
export function countsOf(meeting: MeetingView): Record<string, number> | null {
  const { result } = lastPoll(meeting)
  return result && Object.fromEntries(result.lines.map(({ id, count }) => [id, count]))
}

export async function noticesOf(hall: Hall, who: TestPerson, meetingId: string): Promise<string[]> {
  const rows = await hall.platform.db
    .selectFrom('notices')
    .select('title')
    .where('personId', '=', who.id)
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.title)
}
