import { type Instant, spanInWords } from '@yishiting/domain/matter/instant'
import type { ApiProblem } from '@/api/problem'

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/**
 * What somebody else did while this page was open, for a 412: “3 分钟前，支部书记已经“退回”了。下面是最新的。”
 * null for any other problem.
 */
export function staleWords(problem: ApiProblem | null, now: Instant): string | null {
  if (problem?.code !== 'stale_version') return null
  const { what, by, at } = problem.details
  if (!isText(what) || !isText(by)) return problem.message
  const ago = isText(at) ? now - Date.parse(at) : Number.NaN
  const when = Number.isNaN(ago) ? '' : `${ago < 60_000 ? '刚刚' : `${spanInWords(ago)}前`}，`
  return `${when}${by}已经“${what}”了。下面是最新的，请看过再定。`
}
