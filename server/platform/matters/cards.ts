import type { StandingView } from '@yishiting/domain/contract/shared'
import type { MatterCard } from '@yishiting/domain/contract/speak'
import { leadingRoute, type Matter } from '@yishiting/domain/matter/matter'
import type { RuleSet } from '@yishiting/domain/matter/rule-set'
import { type Standing, standingOf } from '@yishiting/domain/matter/standing'
import { type RawBuilder, sql } from 'kysely'
import type { Queries } from '../database/database'
import { kept } from '../database/kept-statements'
import { photoLink } from '../photos/links'
import type { Secrets } from '../secrets/secrets'
import { type MatterRow, matterOf, type RouteRow } from './rows'

/** What a card needs besides the matter: who reads it, and when. */
export interface Reading {
  compoundId: string
  personId: string
  now: number
  rules: RuleSet
  secrets: Secrets
}

export interface CardRow extends MatterRow {
  routes: RouteRow[] | null
  leadLabel: string | null
  buildingName: string | null
  thumbId: string | null
  supported: boolean
  followed: boolean
}

/**
 * The columns of a card for the matters of `from` (a query that gives rows of `matters` in their final order and number).
 * One statement for a whole page; counters are stored, never counted here. `isKept` where its plan does not depend on values.
 */
export function selectCards(
  from: RawBuilder<MatterRow>,
  reading: Pick<Reading, 'compoundId' | 'personId'>,
  options: { isKept?: boolean } = {},
): RawBuilder<CardRow> {
  const { compoundId, personId } = reading
  return sql<CardRow>`${options.isKept ? kept : sql``}
    with page as materialized (${from})
    select page.*, b.name as building_name, r.routes, r.lead_label,
      (select p.id from photos p where p.compound_id = ${compoundId} and p.matter_id = page.id and p.journal_id is null
        order by p.position limit 1) as thumb_id,
      exists (select 1 from supports s where s.compound_id = ${compoundId} and s.matter_id = page.id
        and s.person_id = ${personId}) as supported,
      exists (select 1 from follows f where f.compound_id = ${compoundId} and f.matter_id = page.id
        and f.person_id = ${personId}) as followed
    from page
    left join buildings b on b.compound_id = ${compoundId} and b.id = page.building_id
    left join lateral (
      select jsonb_agg(to_jsonb(mr) order by mr.position) as routes,
        (array_agg(lead.label order by (mr.state = 'closed'), mr.position))[1] as lead_label
      from matter_routes mr
      left join members lead on lead.compound_id = ${compoundId} and lead.person_id = mr.lead_id
      where mr.compound_id = ${compoundId} and mr.matter_id = page.id
    ) r on true
  `
}

const MOMENTS = [
  'dueAt',
  'dueBeforeExtension',
  'meetingAt',
  'claimedAt',
  'checkedAt',
  'ratingOpensAt',
  'ratingClosesAt',
  'closedAt',
] as const

/** Moments inside JSON come as text, unlike columns. */
function withMoments(route: RouteRow): RouteRow {
  const copy = { ...route }
  for (const name of MOMENTS) {
    const value = copy[name] as unknown
    if (typeof value === 'string') copy[name] = Date.parse(value)
  }
  return copy
}

export async function runCards(queries: Queries, query: RawBuilder<CardRow>): Promise<CardRow[]> {
  const { rows } = await query.execute(queries)
  return rows
}

export const iso = (instant: number): string => new Date(instant).toISOString()
export const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant))

export function standingView(standing: Standing): StandingView {
  return { ...standing, steps: [...standing.steps], dueAt: isoOrNull(standing.dueAt) }
}

export function placeLabel(buildingName: string | null, detail: string): string {
  return [buildingName, detail].filter(Boolean).join(' ') || '小区里'
}

export function matterOfCard(row: CardRow): Matter {
  return matterOf(row, (row.routes ?? []).map(withMoments))
}

export function cardOf(row: CardRow, reading: Reading): MatterCard {
  const matter = matterOfCard(row)
  const who = leadingRoute(matter)?.leadId ? row.leadLabel : null
  return {
    id: row.id,
    receipt: row.receipt,
    title: row.title,
    topic: matter.topic,
    routes: [...new Set(matter.routes.map((route) => route.code))],
    placeLabel: placeLabel(row.buildingName, row.placeDetail),
    raisedAt: iso(row.raisedAt),
    lastActivityAt: iso(row.lastActivityAt),
    standing: standingView(standingOf(matter, { now: reading.now, rules: reading.rules, who })),
    supports: row.supports,
    followers: row.followers,
    comments: row.comments,
    supported: row.supported,
    followed: row.followed,
    mine: row.reporterId === reading.personId || row.raisedById === reading.personId,
    thumbUrl: row.thumbId
      ? photoLink(reading.secrets, reading.compoundId, row.thumbId, 'thumb', reading.now)
      : null,
    isPrivate: row.isPrivate,
  }
}
