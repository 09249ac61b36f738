import type { VoteView } from '@yishiting/domain/contract/owners'
import { formatArea } from '@yishiting/domain/owners/area'
import { shortfall, THRESHOLDS } from '@yishiting/domain/owners/thresholds'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import type { VoteRow } from '../load'

type Participation = NonNullable<VoteView['participation']>

interface Row {
  people: number
  area: number | null
  votedPeople: number
  votedArea: number | null
}

/** In a large compound counting takes a while, and a whole compound looks: then what was counted serves for a second. */
const SLOW_MS = 20
const KEPT_MS = 1_000
const kept = new Map<string, { at: number; row: Row }>()

async function ask(queries: Queries, { compoundId, id, closesAt }: VoteRow): Promise<Row> {
  const { rows } = await sql<Row>`
    select count(*) as people, case when bool_or(k.area is null) then null else coalesce(sum(k.area), 0)::bigint end as area,
      count(b.key_no) as voted_people,
      case when bool_or(k.area is null and b.key_no is not null) then null
        else coalesce(sum(k.area) filter (where b.key_no is not null), 0)::bigint end as voted_area
    from owner_vote_keys k
    left join (select distinct key_no from owner_ballots where compound_id = ${compoundId} and vote_id = ${id}
      and received_at < ${new Date(closesAt)}) b on b.key_no = k.key_no
    where k.compound_id = ${compoundId} and k.vote_id = ${id} and cardinality(k.unit_ids) > 0
  `.execute(queries)
  return rows[0] as Row
}

async function askOrRemember(queries: Queries, vote: VoteRow): Promise<Row> {
  const before = kept.get(vote.id)
  const began = performance.now()
  if (before && began - before.at < KEPT_MS) return before.row
  const row = await ask(queries, vote)
  kept.delete(vote.id)
  if (performance.now() - began > SLOW_MS) kept.set(vote.id, { at: began, row })
  return row
}

const areaText = (area: number | null): string | null => (area === null ? null : formatArea(area))

/** How many take part, in people and ㎡, and what is short of two thirds; never the direction. */
export async function participationOf(queries: Queries, vote: VoteRow): Promise<Participation> {
  const { people, area, votedPeople, votedArea } = await askOrRemember(queries, vote)
  const { quorum } = THRESHOLDS.ordinary
  return {
    roll: { people, area: areaText(area) },
    voted: { people: votedPeople, area: areaText(votedArea) },
    shortPeople: shortfall(quorum, votedPeople, people),
    shortArea: area === null || votedArea === null ? null : formatArea(shortfall(quorum, votedArea, area)),
  }
}
