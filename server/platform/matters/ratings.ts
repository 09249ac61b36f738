import type { Matter, Route } from '@yishiting/domain/matter/matter'
import type { RuleSet } from '@yishiting/domain/matter/rule-set'
import { type RatingFacts, rateInWords } from '@yishiting/domain/rate/verdict'
import { sql } from 'kysely'
import type { Queries } from '../database/database'

export interface RatingSummary extends RatingFacts {
  rated: boolean
}

interface Row {
  routeId: string
  n: number
  contacted: number
  solved: number
  satisfied: number
  reporterSolved: boolean | null
  rated: boolean
}

/** What has been answered in the present round of each route, by route id. */
export async function ratingsOf(
  queries: Queries,
  compoundId: string,
  matter: Matter,
  personId: string | null,
): Promise<Map<string, RatingSummary>> {
  if (matter.routes.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select r.route_id, count(*)::int as n,
      (count(*) filter (where r.contacted))::int as contacted,
      (count(*) filter (where r.solved))::int as solved,
      (count(*) filter (where r.satisfied))::int as satisfied,
      bool_and(r.solved) filter (where r.rater = 'reporter') as reporter_solved,
      coalesce(bool_or(r.person_id = ${personId}), false) as rated
    from ratings r
    join matter_routes mr on mr.compound_id = r.compound_id and mr.id = r.route_id
    where r.compound_id = ${compoundId} and mr.matter_id = ${matter.id} and r.round = ${sql.raw(
      "mr.failures - (case when mr.state in ('redo', 'escalated') then 1 else 0 end)",
    )}
    group by r.route_id
  `.execute(queries)
  const closesAt = new Map(matter.routes.map((route) => [route.id, route.ratingClosesAt ?? 0]))
  return new Map(
    rows.map((row) => [
      row.routeId,
      {
        counts: { n: row.n, contacted: row.contacted, solved: row.solved, satisfied: row.satisfied },
        reporterSolved: row.reporterSolved,
        closesAt: closesAt.get(row.routeId) ?? 0,
        rated: row.rated,
      },
    ]),
  )
}

/** Every rate prints its N; null before rating opens. */
export function ratingView(route: Route, summary: RatingSummary | undefined, rules: RuleSet) {
  const isAsked = route.state === 'being_rated' || summary !== undefined
  if (!isAsked) return null
  const { n, contacted, solved, satisfied } = summary?.counts ?? {
    n: 0,
    contacted: 0,
    solved: 0,
    satisfied: 0,
  }
  return {
    n,
    contacted: rateInWords(contacted, n, rules),
    solved: rateInWords(solved, n, rules),
    satisfied: rateInWords(satisfied, n, rules),
    reporterSolved: summary?.reporterSolved ?? null,
    rated: summary?.rated ?? false,
  }
}
