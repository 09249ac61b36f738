import type { WaitingView } from '@yishiting/domain/contract/people'
import { daysBetween, speakDay, speakTime } from '@yishiting/domain/matter/instant'
import { mayEver } from '@yishiting/domain/people/abilities'
import type { Actor } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Queries } from '../platform/database/database'
import { waitsForVoter } from '../platform/matters/uncast'

interface Asker {
  compoundId: string
  actor: Actor
  now: number
}

const blank = { matterId: null, routeId: null, meetingId: null, voteId: null, overdueText: '' }
const late = (dueAt: number | null, now: number): string => {
  if (dueAt === null || dueAt >= now) return ''
  const days = daysBetween(dueAt, now)
  return days >= 1 ? `逾期 ${days} 天` : '已逾期'
}

interface RouteRow {
  matterId: string
  routeId: string
  title: string
  dueAt: number | null
  leadLabel: string | null
}

/** Polls that are open and that this person, checked in, has not answered. */
async function votes(queries: Queries, { compoundId, actor }: Asker): Promise<WaitingView[]> {
  if (!mayEver(actor, 'vote')) return []
  const { rows } = await sql<{ meetingId: string; title: string }>`
    select o.meeting_id, coalesce(m.title, i.body, i.title) as title from meeting_polls o
    join meetings g on g.compound_id = o.compound_id and g.id = o.meeting_id
    join meeting_items i on i.compound_id = o.compound_id and i.id = o.item_id
    left join matters m on m.compound_id = i.compound_id and m.id = i.matter_id
    join members me on me.compound_id = o.compound_id and me.person_id = ${actor.id}
    join meeting_people p on p.compound_id = o.compound_id and p.meeting_id = o.meeting_id and p.person_id = ${actor.id}
    where o.compound_id = ${compoundId} and o.closed_at is null and p.checked_in_at is not null and not p.by_hand
      and (g.voters = 'present' or me.is_seated)
      and not exists (select 1 from poll_votes v where v.compound_id = o.compound_id and v.poll_id = o.id and v.person_id = ${actor.id})
  `.execute(queries)
  return rows.map((row) => ({
    ...blank,
    kind: 'vote',
    title: row.title,
    text: '会上正在表决，请您投一票',
    action: '去投票',
    meetingId: row.meetingId,
  }))
}

/** Done-claims of his own matters, waiting for an honest word. */
async function ratings(queries: Queries, { compoundId, actor, now }: Asker): Promise<WaitingView[]> {
  const { rows } = await sql<RouteRow & { closesAt: number }>`
    select m.id as matter_id, r.id as route_id, m.title, r.rating_closes_at as closes_at, lead.label as lead_label
    from matter_routes r
    join matters m on m.compound_id = r.compound_id and m.id = r.matter_id
    left join members lead on lead.compound_id = r.compound_id and lead.person_id = r.lead_id
    where r.compound_id = ${compoundId} and r.state = 'being_rated' and m.state = 'sorted'
      and (m.reporter_id = ${actor.id} or not m.is_private and exists (select 1 from supports s
        where s.compound_id = m.compound_id and s.matter_id = m.id and s.person_id = ${actor.id}))
      and r.lead_id is distinct from ${actor.id} and r.claimed_by_id is distinct from ${actor.id} and not ${actor.id} = any (r.helper_ids)
      and not exists (select 1 from ratings g where g.compound_id = r.compound_id and g.route_id = r.id
        and g.round = r.failures and g.person_id = ${actor.id})
    order by r.rating_closes_at limit 5
  `.execute(queries)
  return rows.map((row) => ({
    ...blank,
    kind: 'rate',
    title: `“${row.title}” 办完了吗？`,
    text: `${row.leadLabel ?? '责任人'}说办完了，请您说句实话（${speakDay(row.closesAt, now)}前）`,
    action: '评一评',
    matterId: row.matterId,
    routeId: row.routeId,
  }))
}

async function tasks(queries: Queries, { compoundId, actor, now }: Asker): Promise<WaitingView[]> {
  const { rows } = await sql<RouteRow & { state: string }>`
    select m.id as matter_id, r.id as route_id, m.title, r.due_at, r.state, null as lead_label
    from matter_routes r join matters m on m.compound_id = r.compound_id and m.id = r.matter_id
    where r.compound_id = ${compoundId} and m.state = 'sorted' and (
      (r.lead_id = ${actor.id} and r.state in ('assigned', 'in_progress', 'extended'))
      or (r.checker_id = ${actor.id} and r.state = 'done_claimed' and r.checked_at is null))
    order by r.due_at nulls last limit 5
  `.execute(queries)
  return rows.map((row) => ({
    ...blank,
    kind: row.state === 'done_claimed' ? 'check' : 'task',
    title: row.title,
    text:
      row.state === 'done_claimed'
        ? '返工的事，请您去看看办好了没有'
        : `应于 ${row.dueAt ? speakDay(row.dueAt, now) : '近日'}前办完`,
    action: row.state === 'done_claimed' ? '去查验' : '去办',
    matterId: row.matterId,
    routeId: row.routeId,
    overdueText: row.state === 'done_claimed' ? '' : late(row.dueAt, now),
  }))
}

async function sorting(queries: Queries, { compoundId, actor, now }: Asker): Promise<WaitingView[]> {
  if (!mayEver(actor, 'sort')) return []
  const { rows } = await sql<{ n: number; reviews: number; oldest: number | null }>`
    select count(*)::int as n, (count(*) filter (where state = 'objected'))::int as reviews, min(due_at) as oldest
    from matters where compound_id = ${compoundId} and state in ('raised', 'reopened', 'objected')
  `.execute(queries)
  const row = rows[0]
  if (!row || row.n === 0) return []
  const text = row.reviews > 0 ? `其中 ${row.reviews} 件要复核` : '等得最久的排在前面'
  return [
    {
      ...blank,
      kind: 'sort',
      title: `${row.n} 件事等着分类`,
      text,
      action: '去理事',
      overdueText: late(row.oldest, now),
    },
  ]
}

/** Meetings within a week that he has not answered. */
async function meetings(queries: Queries, { compoundId, actor, now }: Asker): Promise<WaitingView[]> {
  const { rows } = await sql<{ id: string; title: string; startsAt: number; place: string; state: string }>`
    select m.id, m.title, m.starts_at, m.place, m.state from meetings m
    left join meeting_people p on p.compound_id = m.compound_id and p.meeting_id = m.id and p.person_id = ${actor.id}
    where m.compound_id = ${compoundId} and (
      (m.state = 'noticed' and p.rsvp is null and m.starts_at > ${new Date(now)} and m.starts_at < ${new Date(now + 7 * 24 * 3600 * 1000)})
      or (m.state = 'open' and p.checked_in_at is null))
    order by m.starts_at limit 2
  `.execute(queries)
  return rows.map((row) => ({
    ...blank,
    kind: 'meeting',
    title: row.title,
    text:
      row.state === 'open'
        ? '正在开，可以签到参加'
        : [speakTime(row.startsAt, now), row.place].filter(Boolean).join('，'),
    action: row.state === 'open' ? '去签到' : '答复来不来',
    meetingId: row.id,
  }))
}

async function returned(queries: Queries, { compoundId, actor }: Asker): Promise<WaitingView[]> {
  const rows = await queries
    .selectFrom('matters')
    .select(['id', 'title'])
    .where('compoundId', '=', compoundId)
    .where('reporterId', '=', actor.id)
    .where('state', '=', 'returned')
    .orderBy('sortedAt', 'desc')
    .limit(2)
    .execute()
  return rows.map((row) => ({
    ...blank,
    kind: 'returned',
    title: row.title,
    text: '被退回了，请看原因；可以补充后重提',
    action: '去看看',
    matterId: row.id,
  }))
}

/** Joint decisions in which he has still a ballot to cast, the one that closes first in front. */
async function ownersVotes(queries: Queries, { compoundId, actor, now }: Asker): Promise<WaitingView[]> {
  if (!mayEver(actor, 'castBallot')) return []
  const { rows } = await sql<{ id: string; title: string; closesAt: number }>`
    select v.id, v.title, v.closes_at from owner_votes v
    where v.compound_id = ${compoundId} and ${waitsForVoter(actor.id, now)}
    order by v.closes_at limit 2
  `.execute(queries)
  return rows.map((row) => ({
    ...blank,
    kind: 'ownersVote',
    title: row.title,
    text: `业主表决，${speakTime(row.closesAt, now)} 截止`,
    action: '去投票',
    voteId: row.id,
  }))
}

const WAITING_MAX = 5

/** 等我办: what waits for this person, the most pressing kind first. */
export async function whatWaits(queries: Queries, asker: Asker): Promise<WaitingView[]> {
  const all: WaitingView[] = []
  for (const kind of [votes, ownersVotes, ratings, tasks, sorting, returned, meetings])
    all.push(...(await kind(queries, asker)))
  return all.slice(0, WAITING_MAX)
}
