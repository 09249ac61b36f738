import type { ItemView, MeetingLive, PollView, SpeechView } from '@yishiting/domain/contract/deliberate'
import { queueOf, spokenBefore } from '@yishiting/domain/deliberate/floor'
import { hasQuorum, MEETING_KINDS, quorumNeeded } from '@yishiting/domain/deliberate/meeting'
import { handsState } from '@yishiting/domain/deliberate/polls/hands'
import { forecast } from '@yishiting/domain/deliberate/quorum'
import { sql } from 'kysely'
import type { Queries } from '../platform/database/database'
import { iso, isoOrNull } from '../platform/matters/cards'
import { labelsOf } from '../platform/matters/people'
import type { Platform } from '../platform/platform'
import { speechesOf, speechOf } from './floor/speeches'
import { PRIVATE_TITLE } from './list'
import { type ItemRow, type LoadedMeeting, loadMeeting, motionPoll, type PollRow } from './load'
import { handVoters } from './polls/hand-voters'
import { type Told, toldOf } from './polls/hands'
import { isByHand, questionOf, resultOf } from './polls/result'
import { reviewable, scoresOf } from './scores'

interface Figures {
  pulse: number
  trail: string | null
  going: number
  membersYes: number
  membersNo: number
  present: number
  presentMembers: number
  statements: number
  cast: number
}

/**
 * Counted by the database in one statement. The pulse is how many transactions this snapshot sees: it never falls, and it rises
 * with every commit, so that of two pictures read by two processes anybody can tell the later.
 */
async function figuresOf(
  queries: Queries,
  compoundId: string,
  meetingId: string,
  openPollId: string | null,
): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select (pg_snapshot_xmax(s.now)::text::bigint - (select count(*) from pg_snapshot_xip(s.now)))::float8 as pulse,
      (select j.id::text from journal j where j.compound_id = ${compoundId} and j.meeting_id = ${meetingId} order by j.id desc limit 1) as trail,
      a.going, a.members_yes, a.members_no, a.present + (select count(*) from meeting_guests g where g.compound_id = ${compoundId} and g.meeting_id = ${meetingId})::int
        as present, a.present_members,
      (select count(*) from meeting_statements t where t.compound_id = ${compoundId} and t.meeting_id = ${meetingId}
        and t.state = 'shown')::int as statements,
      (select count(*) from poll_votes v where v.compound_id = ${compoundId} and v.poll_id = ${openPollId}::uuid)::int as cast
    from (select pg_current_snapshot() as now) s, (
      select count(*) filter (where p.rsvp = 'yes')::int as going,
        count(*) filter (where p.rsvp = 'yes' and m.is_seated)::int as members_yes,
        count(*) filter (where p.rsvp = 'no' and m.is_seated)::int as members_no,
        count(*) filter (where p.checked_in_at is not null)::int as present,
        count(*) filter (where p.checked_in_at is not null and m.is_seated)::int as present_members
      from meeting_people p join members m on m.compound_id = p.compound_id and m.person_id = p.person_id
      where p.compound_id = ${compoundId} and p.meeting_id = ${meetingId}) a
  `.execute(queries)
  return rows[0] as Figures
}

interface MotionRow {
  id: string
  itemId: string
  kind: ItemView['motions'][number]['kind']
  text: string
  state: ItemView['motions'][number]['state']
  reason: string
  proposerLabel: string
  seconders: number
}

async function motionsOf(queries: Queries, compoundId: string, meetingId: string): Promise<MotionRow[]> {
  const { rows } = await sql<MotionRow>`
    select o.id, o.item_id, o.kind, o.text, o.state, o.reason, m.label as proposer_label,
      (select count(*) from meeting_seconders s where s.compound_id = o.compound_id and s.meeting_id = o.meeting_id
        and s.motion_id = o.id)::int as seconders
    from meeting_motions o join members m on m.compound_id = o.compound_id and m.person_id = o.proposer_id
    where o.compound_id = ${compoundId} and o.meeting_id = ${meetingId} order by o.at, o.id
  `.execute(queries)
  return rows
}

interface Matter {
  id: string
  receipt: string
  title: string
  isPrivate: boolean
}

async function mattersOf(queries: Queries, compoundId: string, items: readonly ItemRow[]): Promise<Matter[]> {
  const ids = items.flatMap(({ matterId }) => (matterId === null ? [] : [matterId]))
  if (ids.length === 0) return []
  return queries
    .selectFrom('matters')
    .select(['id', 'receipt', 'title', 'isPrivate'])
    .where('compoundId', '=', compoundId)
    .where('id', 'in', ids)
    .execute()
}

/** While a poll is open only how many have voted is told, never the direction. */
function pollView(row: PollRow, cast: number, handsMax: number, told: readonly Told[]): PollView {
  const isOpen = row.closedAt === null
  const result = isOpen ? null : resultOf(row)
  return {
    id: row.id,
    itemId: row.itemId,
    about: row.about as PollView['about'],
    motionId: row.motionId,
    question: row.question,
    ...questionOf(row),
    options: [...questionOf(row).options],
    isSecret: row.isSecret,
    state: isOpen ? 'open' : 'closed',
    openedAt: iso(row.openedAt),
    closedAt: isoOrNull(row.closedAt),
    cast: result ? result.cast - result.hands : cast,
    handsMax: isOpen ? handsMax : (result?.hands ?? 0),
    hands: isOpen && handsMax > 0 ? handsState(told) : null,
    result,
  }
}

interface Parts {
  scores: ReadonlyMap<string, string>
  matters: readonly Matter[]
  motions: readonly MotionRow[]
  polls: readonly PollView[]
  labels: ReadonlyMap<string, string>
}

function itemView(
  item: ItemRow,
  loaded: LoadedMeeting,
  { matters, motions, polls, labels, scores }: Parts,
): ItemView {
  const matter = matters.find(({ id }) => id === item.matterId)
  // A matter can turn private after it was announced: then its words are no longer shown.
  const isUnsaid = matter?.isPrivate === true
  const motion = motionPoll(item, loaded.polls)
  return {
    id: item.id,
    position: item.position,
    matterId: item.matterId,
    matterReceipt: matter && !isUnsaid ? matter.receipt : '',
    matterTitle: isUnsaid ? PRIVATE_TITLE : (matter?.title ?? item.body ?? item.title),
    body: item.body,
    isReviewed: item.routeId === null,
    scores: isUnsaid ? '' : (scores.get(item.body ?? item.matterId ?? '') ?? ''),
    motion: isUnsaid ? null : item.motion,
    proposerLabel: labels.get(item.proposerId ?? '') ?? null,
    motions: isUnsaid
      ? []
      : motions.filter(({ itemId }) => itemId === item.id).map(({ itemId: _, ...each }) => each),
    polls: polls
      .filter(({ itemId }) => itemId === item.id)
      .map((poll) => (isUnsaid ? { ...poll, question: '' } : poll)),
    adopted: motion ? (resultOf(motion)?.adopted ?? null) : null,
    outcome: item.outcome as ItemView['outcome'],
    outcomeText: isUnsaid ? '' : item.outcomeText,
    minorityViews: isUnsaid ? '' : item.minorityViews,
  }
}

async function speakersOf(queries: Queries, { row }: LoadedMeeting) {
  const rows = await speechesOf(queries, row.compoundId, row.id)
  const speeches = rows.map(speechOf)
  const labels = new Map(rows.map(({ id, label, seconds }) => [id, { label, seconds }]))
  const view = (speech: (typeof speeches)[number]): SpeechView => ({
    id: speech.id,
    itemId: speech.itemId,
    label: labels.get(speech.id)?.label ?? '',
    kind: speech.kind,
    spokenBefore: spokenBefore(speeches, speech),
    seconds: labels.get(speech.id)?.seconds ?? 0,
    calledAt: isoOrNull(speech.calledAt),
  })
  const speaking = speeches.find((each) => each.calledAt !== null && each.endedAt === null)
  return {
    speaking: speaking && row.state === 'open' ? view(speaking) : null,
    queue: row.state === 'open' ? queueOf(speeches, row.currentItemId ?? '').map(view) : [],
  }
}

/** The picture of a loaded meeting that everybody sees alike; nothing in it depends on who reads. */
export async function livePicture(
  queries: Queries,
  { rules, clock }: Pick<Platform, 'rules' | 'clock'>,
  loaded: LoadedMeeting,
): Promise<MeetingLive> {
  const { row, items, meeting } = loaded
  const { compoundId, id } = row
  const { openPollId } = meeting
  const figures = await figuresOf(queries, compoundId, id, openPollId)
  const open = loaded.polls.find((poll) => poll.closedAt === null)
  const handsMax = open && isByHand(open) ? await handVoters(queries, compoundId, meeting) : 0
  const told = await toldOf(queries, compoundId, openPollId === null ? [] : [openPollId])
  const bodies = items.flatMap(({ body }) => (body === null ? [] : [body]))
  const now = clock.now()
  const rated = items.flatMap(({ matterId, routeId }) => (matterId && routeId === null ? [matterId] : []))
  const ratedMatters =
    rated.length === 0
      ? []
      : (await reviewable(queries, compoundId, { now, rules, ids: rated })).map(
          ({ matterId, scores }) => [matterId, scores] as const,
        )
  const parts: Parts = {
    scores: new Map([...(await scoresOf(queries, compoundId, bodies, now, rules)), ...ratedMatters]),
    matters: await mattersOf(queries, compoundId, items),
    motions: await motionsOf(queries, compoundId, id),
    polls: loaded.polls.map((poll) => pollView(poll, figures.cast, handsMax, told.get(poll.id) ?? [])),
    labels: await labelsOf(queries, compoundId, [
      ...items.map((item) => item.proposerId),
      row.chairId ?? row.convenedById,
    ]),
  }
  return {
    id,
    version: row.version,
    pulse: figures.pulse,
    eventSeq: row.eventSeq,
    trail: figures.trail,
    kind: meeting.kind,
    title: row.title,
    state: meeting.state,
    startsAt: iso(row.startsAt),
    place: row.place,
    online: row.online,
    mapNote: row.mapNote,
    notice: row.notice,
    voters: meeting.voters,
    chairLabel: parts.labels.get(row.chairId ?? row.convenedById) ?? '',
    currentItemId: row.currentItemId,
    items: items.map((item) => itemView(item, loaded, parts)),
    going: figures.going,
    seats: row.seats,
    presentMembers: figures.presentMembers,
    present: figures.present,
    quorumNeeded: quorumNeeded(row.seats, rules),
    hasQuorum: hasQuorum(figures.presentMembers, row.seats, rules),
    forecast:
      row.state === 'noticed' && MEETING_KINDS[meeting.kind].decides
        ? forecast({ seats: row.seats, yes: figures.membersYes, no: figures.membersNo, rules }).sentence
        : '',
    ...(await speakersOf(queries, loaded)),
    statements: figures.statements,
    serverNow: iso(clock.now()),
  }
}

/** Read in one snapshot, so that its figures belong together. @throws not_found */
export function viewLive(platform: Platform, compoundId: string, meetingId: string): Promise<MeetingLive> {
  return platform.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => livePicture(tx, platform, await loadMeeting(tx, compoundId, meetingId)))
}
