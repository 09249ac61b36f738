import type { Scope } from '@yishiting/domain/owners/roll'
import { checkDraft, type DraftProblem } from '@yishiting/domain/owners/rules-check'
import { scopeInWords } from '@yishiting/domain/owners/rules-in-words'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import type { LoadedVote } from '../load'
import { currentVersion } from '../roll/load'

/** The parts of the scope, each by itself: a mistyped building would leave its owners out without a word. */
function partsOf(scope: Scope): { building: string; stairwell: string | null; scope: Scope }[] {
  if (scope.type === 'compound') return []
  if (scope.type === 'stairwell') return [{ ...scope, scope }]
  return scope.buildings.map((building) => ({
    building,
    stairwell: null,
    scope: { type: 'buildings', buildings: [building] },
  }))
}

async function checkScope(queries: Queries, { row }: LoadedVote): Promise<DraftProblem[]> {
  const parts = partsOf(row.rules.scope)
  if (parts.length === 0) return []
  const { rows } = await sql<{ building: string; stairwell: string }>`
    select distinct building, stairwell from roll_units where compound_id = ${row.compoundId} and until_version is null
  `.execute(queries)
  return parts
    .filter(
      ({ building, stairwell }) =>
        !rows.some(
          (each) => each.building === building && (stairwell === null || each.stairwell === stairwell),
        ),
    )
    .map(({ scope }) => ({
      field: 'rules.scope',
      message: `名册里没有 ${scopeInWords(scope)}，请看看范围。`,
    }))
}

/** Everything that stands in the way of announcing this draft now; empty: it may be announced. */
export async function problemsOf(queries: Queries, vote: LoadedVote, now: number): Promise<DraftProblem[]> {
  const { row, items } = vote
  const found = checkDraft({ ...row, items }, now)
  if ((await currentVersion(queries, row.compoundId)) === null)
    return [{ field: 'roll', message: '还没有业主名册，请先导入名册。' }, ...found]
  return [...found, ...(await checkScope(queries, vote))]
}
