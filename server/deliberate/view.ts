import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { checkOpen, checkVoter, DOORS_OPEN, type Voter } from '@yishiting/domain/deliberate/meeting'
import { may } from '@yishiting/domain/people/abilities'
import type { Actor } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Database, Queries } from '../platform/database/database'
import { iso } from '../platform/matters/cards'
import { evidenceOf } from '../platform/photos/evidence'
import type { Platform } from '../platform/platform'
import { stillOnAgenda, unsettled } from './agenda'
import { codePicture, roomCode } from './attend/code'
import { type LoadedMeeting, loadMeeting } from './load'
import { livePicture } from './picture'
import { isByHand } from './polls/result'
import { voterAt } from './polls/vote'

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
  byHand: boolean
}

/** Who is expected or here: the seated members and whoever has answered or checked in. */
async function peopleOf(queries: Queries, compoundId: string, meetingId: string): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select m.person_id, m.label, p.sealed_name, m.is_seated as is_member, a.rsvp, a.checked_in_at is not null as checked_in,
      coalesce(a.by_hand, false) as by_hand
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

interface Own {
  myRsvp: 'yes' | 'no' | null
  votedPolls: string[]
  mySpeechId: string | null
  mySeconded: string[]
  minutes: 'draft' | 'shown' | 'published' | null
}

async function ownOf(queries: Queries, { compoundId, actor }: Reader, meetingId: string): Promise<Own> {
  const { rows } = await sql<Own>`
    select (select rsvp from meeting_people where compound_id = ${compoundId} and meeting_id = ${meetingId}
        and person_id = ${actor.id}) as my_rsvp,
      array(select v.poll_id from poll_votes v join meeting_polls p on p.compound_id = v.compound_id and p.id = v.poll_id
        where v.compound_id = ${compoundId} and p.meeting_id = ${meetingId} and v.person_id = ${actor.id}) as voted_polls,
      (select id from meeting_speeches where compound_id = ${compoundId} and meeting_id = ${meetingId} and person_id = ${actor.id}
        and ended_at is null and withdrawn_at is null order by asked_at limit 1) as my_speech_id,
      array(select id from meeting_motions where compound_id = ${compoundId} and meeting_id = ${meetingId} and proposer_id = ${actor.id}
        union select motion_id from meeting_seconders where compound_id = ${compoundId} and meeting_id = ${meetingId}
          and person_id = ${actor.id}) as my_seconded,
      (select state from meeting_minutes where compound_id = ${compoundId} and meeting_id = ${meetingId}) as minutes
  `.execute(queries)
  return rows[0] as Own
}

async function guestsOf(
  queries: Queries,
  { secrets }: Platform,
  { compoundId, actor }: Reader,
  meetingId: string,
): Promise<MeetingView['guests']> {
  const seesNames = may(actor, 'checkInOther')
  const rows = await queries
    .selectFrom('meetingGuests')
    .select(['id', 'label', 'sealedName', 'isResident'])
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ sealedName, ...guest }) => ({
    ...guest,
    name: seesNames ? secrets.open(sealedName) : null,
  }))
}

async function changesOf(
  queries: Queries,
  compoundId: string,
  meetingId: string,
): Promise<MeetingView['changes']> {
  const rows = await queries
    .selectFrom('meetingChanges')
    .select(['at', 'field', 'before', 'after', 'reason'])
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .orderBy('no')
    .execute()
  return rows.map((row) => ({ ...row, at: iso(row.at) }))
}

function canOf(
  { row, meeting, polls }: LoadedMeeting,
  { actor, now }: Reader,
  voter: Voter,
  isSettled: boolean,
) {
  const isOver = meeting.state === 'closed' || meeting.state === 'cancelled'
  const isOpen = meeting.state === 'open'
  const moderates = may(actor, 'moderate')
  const holds = moderates && (!isOpen || row.chairId === null || row.chairId === actor.id)
  const isHere = voter.checkedIn
  const asked = polls.find((poll) => poll.closedAt === null)
  // What no hand can show is voted on a phone by everybody.
  const byHand = voter.byHand && (asked === undefined || isByHand(asked))
  return {
    rsvp: !isOver && may(actor, 'rsvp'),
    checkIn: !isOver && !isHere && (isOpen || now >= meeting.startsAt - DOORS_OPEN),
    checkInOther: !isOver && may(actor, 'checkInOther'),
    moderate: holds && !isOver,
    takeOver: moderates && isOpen && !holds,
    open: moderates && checkOpen(meeting, now).ok,
    close: holds && isOpen && isSettled,
    cancel: may(actor, 'convene') && meeting.state === 'noticed',
    change: may(actor, 'convene') && meeting.state === 'noticed',
    vote: isOpen && checkVoter(meeting, { ...voter, byHand }).ok,
    speak: isOpen && isHere,
    propose: isOpen && isHere,
    tell: isOpen && row.tellerIds.includes(actor.id),
    state: !isOver && may(actor, 'stateOpinion'),
    submit: !isOver,
    record: moderates,
  }
}

/** The whole page of a meeting as this reader may see it, in one snapshot. @throws not_found */
export function viewMeeting(
  db: Database,
  platform: Platform,
  reader: Reader,
  meetingId: string,
): Promise<MeetingView> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => viewIn(tx, platform, reader, meetingId))
}

async function viewIn(
  queries: Queries,
  platform: Platform,
  reader: Reader,
  meetingId: string,
): Promise<MeetingView> {
  const { compoundId, actor, now } = reader
  const loaded = await loadMeeting(queries, compoundId, meetingId)
  const { row, meeting } = loaded
  const live = await livePicture(queries, platform, loaded)
  const voter = await voterAt(queries, compoundId, meetingId, actor)
  const own = await ownOf(queries, reader, meetingId)
  const isOver = meeting.state === 'closed' || meeting.state === 'cancelled'
  const moderates = may(actor, 'moderate')
  const helps = may(actor, 'checkInOther')
  const left = moderates ? unsettled(loaded, await stillOnAgenda(queries, loaded)) : []
  const code = moderates && !isOver ? roomCode(platform.secrets, row, now) : null
  // Not being here yet is said at the door, not as a reason why he may not vote.
  const mayVote = checkVoter(meeting, { ...voter, checkedIn: true })
  return {
    ...live,
    noticedAt: iso(row.noticedAt),
    myRsvp: own.myRsvp,
    itemTitles: live.items.map(({ matterTitle }) => matterTitle),
    checkedIn: voter.checkedIn,
    byHand: voter.byHand,
    isMember: voter.isMember,
    votedPolls: own.votedPolls,
    whyNotVote: mayVote.ok ? '' : mayVote.refusal.message,
    mySpeechId: own.mySpeechId,
    mySeconded: own.mySeconded,
    changes: await changesOf(queries, compoundId, meetingId),
    photos: [...(await evidenceOf(queries, platform, { compoundId, meetingId }, row.photoIds, now)).values()],
    checkInCode: code?.code ?? null,
    checkInCodeUntil: code ? iso(code.until) : null,
    checkInPicture: code ? await codePicture(meetingId, code.code) : null,
    attendees: helps ? await attendeesOf(queries, platform, reader, meetingId) : [],
    guests: helps ? await guestsOf(queries, platform, reader, meetingId) : [],
    tellerIds: row.tellerIds,
    minutes: own.minutes ?? 'none',
    can: canOf(loaded, reader, voter, left.length === 0),
  }
}
