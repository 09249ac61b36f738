import type { RouteCode, WhistleGround } from '../sort/routes'
import { REASON_MAX } from '../speak/limits'
import { isOnlyPassedOn, namesNobody } from './passed-on'
import { accept, type RefusalCode, type Result, refuse } from './refusals'
import { requireWords } from './words'

/** Words that close something or report it done: “已转交相关部门” and “不属于本部门” never count (RULES.md §1). */
export function requireAnswer(
  words: string,
  code: RefusalCode,
  missing: string,
  max: number = REASON_MAX,
): Result<string> {
  const kept = requireWords(words, code, missing, max)
  if (!kept.ok || !isOnlyPassedOn(kept.value)) return kept
  return refuse(code, '“已转交”“不属于本部门”不算答复，也不算办完，请写明谁在办、办得怎么样、去哪里办。')
}

/** Where to go, or who takes it over: a name, not “相关部门”. */
export function requireWhereTo(words: string, missing: string): Result<string> {
  const kept = requireWords(words, 'where_to_required', missing)
  if (!kept.ok || !namesNobody(kept.value)) return kept
  return refuse('where_to_required', '“相关部门”找不到人，请写明是哪个部门、哪个窗口。')
}

/** Only the whistle (吹哨) has a ground, and never goes without one: three are known (RULES.md §1). null for all other routes. */
export function requireGround(
  code: RouteCode,
  ground: WhistleGround | null | undefined,
): Result<WhistleGround | null> {
  if (code !== 'whistle') return accept(null)
  if (ground) return accept(ground)
  return refuse('whistle_ground_required', '吹哨要写明是哪一种理由：综合执法、重点工作、应急处置。')
}
