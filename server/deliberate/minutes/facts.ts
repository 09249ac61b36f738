import {
  MOTION_KINDS,
  MOTION_STATES,
  type MotionKind,
  type MotionState,
  type SpeechKind,
} from '@yishiting/domain/deliberate/floor'
import type { MeetingKind } from '@yishiting/domain/deliberate/meeting'
import { quorumNeeded } from '@yishiting/domain/deliberate/meeting'
import type { MinutesFacts, MinutesItem } from '@yishiting/domain/deliberate/minutes'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import { labelsOf } from '../../platform/matters/people'
import type { Platform } from '../../platform/platform'
import { listSubmissions } from '../attend/submissions'
import { speechesOf } from '../floor/speeches'
import { demandsOf, partiesOf, questionsOf } from '../hearing/load'
import type { LoadedMeeting } from '../load'
import { moderatorLog } from '../opinion/log'
import { viewOpinionMap } from '../opinion/map'
import { resultOf } from '../polls/result'
import { privateItems } from '../private-items'

interface MotionRow {
  itemId: string
  kind: MotionKind
  text: string
  state: MotionState
  reason: string
  label: string
  seconders: number
}

async function proposalsOf(queries: Queries, compoundId: string, meetingId: string): Promise<MotionRow[]> {
  const { rows } = await sql<MotionRow>`
    select o.item_id, o.kind, o.text, o.state, o.reason, m.label,
      (select count(*) from meeting_seconders s where s.compound_id = o.compound_id and s.meeting_id = o.meeting_id
        and s.motion_id = o.id)::int as seconders
    from meeting_motions o join members m on m.compound_id = o.compound_id and m.person_id = o.proposer_id
    where o.compound_id = ${compoundId} and o.meeting_id = ${meetingId} order by o.at, o.id
  `.execute(queries)
  return rows
}

interface Present {
  present: number
  presentMembers: number
  guests: number
}

async function presenceOf(queries: Queries, compoundId: string, meetingId: string): Promise<Present> {
  const { rows } = await sql<Present>`
    select a.present + g.guests as present, a.present_members, g.guests from (
      select count(*)::int as present, count(*) filter (where m.is_seated)::int as present_members
      from meeting_people p join members m on m.compound_id = p.compound_id and m.person_id = p.person_id
      where p.compound_id = ${compoundId} and p.meeting_id = ${meetingId} and p.checked_in_at is not null) a,
      (select count(*)::int as guests from meeting_guests where compound_id = ${compoundId} and meeting_id = ${meetingId}) g
  `.execute(queries)
  return rows[0] as Present
}

interface Titled {
  id: string
  title: string
}

/** A matter that has turned private is not named. */
async function titlesOf(
  queries: Queries,
  compoundId: string,
  meetingId: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<Titled>`
    select i.id, case when m.is_private then '不公开的事' else coalesce(m.title, i.title) end as title
    from meeting_items i left join matters m on m.compound_id = i.compound_id and m.id = i.matter_id
    where i.compound_id = ${compoundId} and i.meeting_id = ${meetingId}
  `.execute(queries)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

const OUTCOMES: Record<string, string> = {
  resolved: '决议',
  declined: '不采纳，原因',
  referred: '转办',
  heard: '评议',
}

const proposalLine = ({ kind, text, label, seconders, state, reason }: MotionRow): string =>
  `会上提议（${MOTION_KINDS[kind]}）：${text}（${label}提，${seconders} 人附议，${MOTION_STATES[state]}${reason ? `：${reason}` : ''}）`

/** Everybody who held the gavel, in order. */
async function chairsOf(queries: Queries, { row }: LoadedMeeting): Promise<string[]> {
  const rows = await queries
    .selectFrom('meetingEvents')
    .select('byId')
    .where('compoundId', '=', row.compoundId)
    .where('meetingId', '=', row.id)
    .where('kind', 'in', ['open', 'take_over'])
    .orderBy('seq')
    .execute()
  const ids = [...new Set(rows.map(({ byId }) => byId ?? row.convenedById))]
  const labels = await labelsOf(queries, row.compoundId, ids)
  return ids.map((id) => labels.get(id) ?? '主持人')
}

/** Statements that at least two thirds of every group agree on, and the whole agrees where there are no groups. */
const AGREED_PER_MILLE = 667

/** What happened in a meeting, for the draft of its minutes: labels only. */
export async function minutesFacts(
  queries: Queries,
  { rules }: Platform,
  loaded: LoadedMeeting,
  recorder: { id: string; label: string },
): Promise<MinutesFacts> {
  const { row, items, polls, meeting } = loaded
  const { compoundId, id } = row
  const speeches = (await speechesOf(queries, compoundId, id)).filter(({ calledAt }) => calledAt !== null)
  const proposals = await proposalsOf(queries, compoundId, id)
  const titles = await titlesOf(queries, compoundId, id)
  const labels = await labelsOf(
    queries,
    compoundId,
    items.map(({ proposerId }) => proposerId),
  )
  const { submissions } = await listSubmissions(queries, compoundId, id, recorder.id)
  const parties = await partiesOf(queries, compoundId, id)
  const map = await viewOpinionMap(queries, compoundId, id, recorder.id)
  const { acts } = await moderatorLog(queries, compoundId, id)
  const unsaid = await privateItems(queries, compoundId, id)
  const itemFacts = (item: (typeof items)[number]): MinutesItem => {
    const facts = wholeItem(item)
    if (!unsaid.has(item.id)) return facts
    const nothing = { motion: null, proposals: [], speeches: [], submissions: [], minorityViews: '' }
    return { ...facts, ...nothing, polls: [], outcome: '这件事后来不公开了，内容不写进纪要。' }
  }
  const wholeItem = (item: (typeof items)[number]): MinutesItem => ({
    id: item.id,
    title: titles.get(item.id) ?? item.title,
    motion: item.motion,
    proposerLabel: labels.get(item.proposerId ?? '') ?? null,
    proposals: proposals.filter(({ itemId }) => itemId === item.id).map(proposalLine),
    speeches: speeches
      .filter(({ itemId }) => itemId === item.id)
      .map(({ label, kind, note }) => ({ label, kind: kind as SpeechKind, note })),
    polls: polls
      .filter(({ itemId, closedAt }) => itemId === item.id && closedAt !== null)
      .map((poll) => ({
        question: poll.question,
        words: resultOf(poll)?.words ?? '',
        isSecret: poll.isSecret,
        hands: resultOf(poll)?.hands ?? 0,
      })),
    outcome: item.outcome ? `${OUTCOMES[item.outcome] ?? '结果'}：${item.outcomeText}` : '',
    minorityViews: item.minorityViews,
    submissions: submissions.filter(({ itemId }) => itemId === item.id),
  })
  return {
    kind: meeting.kind as MeetingKind,
    title: row.title,
    place: row.place,
    online: row.online,
    startsAt: row.startsAt,
    openedAt: row.openedAt,
    closedAt: row.closedAt,
    chairLabels: await chairsOf(queries, loaded),
    recorderLabel: recorder.label,
    seats: row.seats,
    ...(await presenceOf(queries, compoundId, id)),
    quorumNeeded: quorumNeeded(row.seats, rules),
    items: items.map(itemFacts),
    submissions: submissions.filter(({ itemId }) => itemId === null),
    agreed: map.lines
      .filter(({ consensus, agree }) => consensus >= AGREED_PER_MILLE && agree >= 5)
      .map(({ text, agree }) => `${text}（${agree} 人同意）`),
    parties: parties.map(({ label, isHere, invitedHow, view }) => ({ label, isHere, invitedHow, view })),
    questions: (await questionsOf(queries, compoundId, id)).map((question) => ({
      asked: question.askedLabel,
      text: question.text,
      answered: question.answeredLabel,
      answer: question.answer,
    })),
    demands: (await demandsOf(queries, compoundId, id)).map(({ label, text, isAdopted, answer }) => ({
      label,
      text,
      isAdopted,
      answer,
    })),
    moderatorActs: acts.map(({ label, words, reason }) => `${label}${words}，原因：${reason}`),
  }
}
