import type { ItemView, MeetingView } from '@yishiting/domain/contract/deliberate'
import {
  type Counts,
  checkOpen,
  checkVote,
  hasQuorum,
  isAdopted,
  quorumNeeded,
} from '@yishiting/domain/deliberate/meeting'
import { may } from '@yishiting/domain/people/abilities'
import type { Actor } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Queries } from '../platform/database/database'
import { labelsOf } from '../platform/matters/people'
import type { Platform } from '../platform/platform'
import { stillOnAgenda, unsettled } from './agenda'
import { castOf, countVotes } from './counts'
import { meetingCard, PRIVATE_TITLE, selectMeetingCards } from './list'
import { type ItemRow, type LoadedMeeting, loadMeeting } from './load'

interface Reader {
  compoundId: string
  actor: Actor
  now: number
}

interface PersonRow {
  personId: string
  label: string
  sealedName: Buffer
  isMember: boolean
  rsvp: 'yes' | 'no' | null
  checkedIn: boolean
}

/** Who is expected or here: the seated members and whoever has answered or checked in. */
async function peopleOf(queries: Queries, compoundId: string, meetingId: string): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select m.person_id, m.label, p.sealed_name, m.is_seated as is_member, a.rsvp, a.checked_in_at is not null as checked_in
    from members m join people p on p.id = m.person_id
    left join meeting_people a on a.compound_id = m.compound_id and a.meeting_id = ${meetingId} and a.person_id = m.person_id
    where m.compound_id = ${compoundId} and (m.is_seated or a.rsvp is not null or a.checked_in_at is not null)
    order by m.is_seated desc, m.label, m.person_id
  `.execute(queries)
  return rows
}

/** Names only for those whose duty it is to know who is who; a helper sees what neighbours see. */
async function attendeesOf(
  queries: Queries,
  { secrets }: Platform,
  { compoundId, actor }: Reader,
  meetingId: string,
): Promise<MeetingView['attendees']> {
  const seesNames = may(actor, 'checkInOther')
  const people = await peopleOf(queries, compoundId, meetingId)
  return people.map(({ sealedName, ...person }) => ({
    ...person,
    name: seesNames ? secrets.open(sealedName) : null,
  }))
}

interface Presence {
  present: number
  presentMembers: number
  isHere: boolean
}

/** Counted by the database: a roomful of phones asks for this page every few seconds, and each needs only three figures. */
async function presenceAt(
  queries: Queries,
  compoundId: string,
  meetingId: string,
  personId: string,
): Promise<Presence> {
  const { rows } = await sql<Presence>`
    select count(*)::int as present, count(*) filter (where m.is_seated)::int as present_members,
      coalesce(bool_or(a.person_id = ${personId}), false) as is_here
    from meeting_people a join members m on m.compound_id = a.compound_id and m.person_id = a.person_id
    where a.compound_id = ${compoundId} and a.meeting_id = ${meetingId} and a.checked_in_at is not null
  `.execute(queries)
  return rows[0] ?? { present: 0, presentMembers: 0, isHere: false }
}

async function itemsOf(
  queries: Queries,
  reader: Reader,
  loaded: LoadedMeeting,
  isHere: boolean,
): Promise<ItemView[]> {
  const { compoundId, actor } = reader
  const ids = loaded.items.map((item) => item.id)
  if (ids.length === 0) return []
  const counts = await countVotes(queries, compoundId, ids)
  const mine = await queries
    .selectFrom('votes')
    .select('itemId')
    .where('compoundId', '=', compoundId)
    .where('personId', '=', actor.id)
    .where('itemId', 'in', ids)
    .execute()
  const matters = await queries
    .selectFrom('matters')
    .select(['id', 'receipt', 'title', 'isPrivate'])
    .where('compoundId', '=', compoundId)
    .where(
      'id',
      'in',
      loaded.items.map((item) => item.matterId),
    )
    .execute()
  const labels = await labelsOf(
    queries,
    compoundId,
    loaded.items.map((item) => item.proposerId),
  )
  return loaded.items.map((item) => {
    const voted = mine.some((vote) => vote.itemId === item.id)
    const matter = matters.find((each) => each.id === item.matterId)
    const cast = counts.get(item.id) ?? { agree: 0, against: 0, abstain: 0 }
    return {
      ...itemView(item, cast),
      ...(matter?.isPrivate ? UNSAID : {}),
      ...voting(loaded, item, { checkedIn: isHere, voted }, may(actor, 'vote')),
      matterReceipt: matter && !matter.isPrivate ? matter.receipt : '',
      matterTitle: matter && !matter.isPrivate ? matter.title : PRIVATE_TITLE,
      proposerLabel: item.proposerId ? (labels.get(item.proposerId) ?? null) : null,
    }
  })
}

/** What is left of an item whose matter has turned private. */
const UNSAID = { motion: null, outcomeText: '', minorityViews: '' } as const

/** While a poll is open only how many have voted is told, never the direction. */
function itemView(item: ItemRow, counts: Counts) {
  const isClosed = item.poll === 'closed'
  return {
    id: item.id,
    position: item.position,
    matterId: item.matterId,
    motion: item.motion,
    poll: item.poll as ItemView['poll'],
    votesCast: castOf(counts),
    counts: isClosed ? counts : null,
    adopted: isClosed ? isAdopted(counts) : null,
    outcome: item.outcome as ItemView['outcome'],
    outcomeText: item.outcomeText,
    minorityViews: item.minorityViews,
  }
}

function voting(
  { meeting }: LoadedMeeting,
  item: ItemRow,
  voter: { checkedIn: boolean; voted: boolean },
  mayVote: boolean,
) {
  if (item.poll !== 'open') return { voted: voter.voted, canVote: false, whyNotVote: '' }
  if (!mayVote)
    return { voted: false, canVote: false, whyNotVote: '表决由住在这里的人投：业主、家属、租户，一人一票。' }
  const checked = checkVote(
    meeting,
    meeting.items.find((each) => each.id === item.id),
    voter,
  )
  return { voted: voter.voted, canVote: checked.ok, whyNotVote: checked.ok ? '' : checked.refusal.message }
}

/** The whole page of a meeting as this reader may see it. @throws not_found */
export async function viewMeeting(
  queries: Queries,
  platform: Platform,
  reader: Reader,
  meetingId: string,
): Promise<MeetingView> {
  const { compoundId, actor, now } = reader
  const { rules } = platform
  const loaded = await loadMeeting(queries, compoundId, meetingId)
  const { row, meeting } = loaded
  const cards = await selectMeetingCards(compoundId, actor.id, sql`m.id = ${meetingId}`).execute(queries)
  const [card] = cards.rows.map(meetingCard)
  if (!card) throw new Error('a meeting that was there is gone')
  const { present, presentMembers, isHere } = await presenceAt(queries, compoundId, meetingId, actor.id)
  const moderates = may(actor, 'moderate')
  const mayCheckInOther = may(actor, 'checkInOther')
  const isOver = meeting.state === 'closed' || meeting.state === 'cancelled'
  const items = await itemsOf(queries, reader, loaded, isHere)
  const left = moderates ? unsettled(loaded, await stillOnAgenda(queries, loaded)) : []
  return {
    ...card,
    version: row.version,
    notice: row.notice,
    items,
    seats: row.seats,
    presentMembers,
    present,
    quorumNeeded: quorumNeeded(row.seats, rules),
    hasQuorum: hasQuorum(presentMembers, row.seats, rules),
    checkedIn: isHere,
    checkInCode: moderates && !isOver ? row.checkInCode : null,
    attendees: mayCheckInOther ? await attendeesOf(queries, platform, reader, meetingId) : [],
    can: {
      rsvp: !isOver && may(actor, 'rsvp'),
      checkIn: !isOver && !isHere && (meeting.state === 'open' || now >= meeting.startsAt - 30 * 60_000),
      checkInOther: !isOver && mayCheckInOther,
      moderate: moderates && !isOver,
      open: moderates && checkOpen(meeting, now).ok,
      close: moderates && meeting.state === 'open' && left.length === 0,
      cancel: may(actor, 'convene') && meeting.state === 'noticed',
    },
  }
}
