import { DAY, type Instant } from '@yishiting/domain/matter/instant'
import type { RuleSet } from '@yishiting/domain/matter/rule-set'
import { type RatingCounts, rateInWords } from '@yishiting/domain/rate/verdict'
import { sql } from 'kysely'
import { moment, type Queries } from '../platform/database/database'

/** A body is reviewed on a year's work (RULES.md §2: at least yearly). */
const SPAN = 365 * DAY

interface Row extends RatingCounts {
  body: string
  done: number
}

/** Each of the three answers by itself with its N, never one mark; too few are not told (RULES.md §5). */
function inWords({ n, contacted, solved, satisfied }: RatingCounts, rules: RuleSet): string {
  const of = (part: number) => rateInWords(part, n, rules)
  return `住户说：联系过 ${of(contacted)}，解决了 ${of(solved)}，满意 ${of(satisfied)}`
}

export interface Reviewable {
  matterId: string
  receipt: string
  title: string
  scores: string
}

const LISTED = 50

/** Matters that residents rated within the year before `now`, the latest first; `ids` for these alone. Private ones are nobody's to review. */
export async function reviewable(
  queries: Queries,
  compoundId: string,
  { now, rules, ids }: { now: Instant; rules: RuleSet; ids: readonly string[] | null },
): Promise<Reviewable[]> {
  const { rows } = await sql<Omit<Reviewable, 'scores'> & RatingCounts>`
    select m.id as matter_id, m.receipt, m.title, count(*)::int as n, (count(*) filter (where r.contacted))::int as contacted,
      (count(*) filter (where r.solved))::int as solved, (count(*) filter (where r.satisfied))::int as satisfied
    from ratings r
    join matter_routes t on t.compound_id = r.compound_id and t.id = r.route_id
    join matters m on m.compound_id = t.compound_id and m.id = t.matter_id and not m.is_private
    where r.compound_id = ${compoundId} and r.at > ${moment(now - SPAN)}
      and (${ids === null}::boolean or m.id = any(${[...(ids ?? [])]}::uuid[]))
    group by m.id, m.receipt, m.title order by max(r.at) desc, m.id limit ${LISTED}
  `.execute(queries)
  return rows.map(({ matterId, receipt, title, ...counts }) => ({
    matterId,
    receipt,
    title,
    scores: inWords(counts, rules),
  }))
}

/**
 * What residents answered about the work of each body, named as those who lead for it are (their duty), over the year before `now`.
 */
export async function scoresOf(
  queries: Queries,
  compoundId: string,
  bodies: readonly string[],
  now: Instant,
  rules: RuleSet,
): Promise<Map<string, string>> {
  if (bodies.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select m.duty_title as body, count(distinct t.id)::int as done, count(r.person_id)::int as n,
      (count(*) filter (where r.contacted))::int as contacted, (count(*) filter (where r.solved))::int as solved,
      (count(*) filter (where r.satisfied))::int as satisfied
    from members m
    join matter_routes t on t.compound_id = m.compound_id and t.lead_id = m.person_id and t.claimed_at > ${moment(now - SPAN)}
    left join ratings r on r.compound_id = t.compound_id and r.route_id = t.id
    where m.compound_id = ${compoundId} and m.duty_title = any(${[...bodies]}::text[])
    group by m.duty_title
  `.execute(queries)
  return new Map(
    rows.map(({ body, done, ...counts }) => [body, `一年里说办完的 ${done} 件；${inWords(counts, rules)}`]),
  )
}
