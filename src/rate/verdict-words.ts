import type { RouteView } from '@yishiting/domain/contract/speak'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { DEFAULT_RULES, type RuleSet } from '@yishiting/domain/matter/rule-set'

const FRACTIONS: Record<string, string> = { '1/3': '三分之一', '1/2': '一半', '1/4': '四分之一' }

/** The rule that the answers are added up by (RULES.md §5). */
export function verdictRule(rules: RuleSet = DEFAULT_RULES): string {
  const [part, whole] = rules.dissatisfiedShare
  const share = FRACTIONS[`${part}/${whole}`] ?? `${part}/${whole}`
  return `报事人说没解决，或者满 ${rules.rateMinimumN} 人评且不满意的超过${share}，就要返工；返工后还不行，报上一级。别的情况办结。`
}

/** Whether the reporter may still answer: then only too many dissatisfied neighbours can decide it already. */
export function isWaiting(route: Pick<RouteView, 'rating' | 'ratingClosesAt'>, now: Instant): boolean {
  const answered = (route.rating?.reporterSolved ?? null) !== null
  return !answered && route.ratingClosesAt !== null && now < Date.parse(route.ratingClosesAt)
}

/** What pressing 评完 will do as far as the answers tell by now, in a sentence. */
export function verdictNow(route: Pick<RouteView, 'rating' | 'ratingClosesAt'>, now: Instant): string {
  const reporterSolved = route.rating?.reporterSolved ?? null
  if (reporterSolved === false) return '报事人说没解决：评完会返工，要另请一位没查验过的人来查验。'
  if (reporterSolved === true) return '报事人说解决了：不满意的不过线，就办结。'
  if (route.ratingClosesAt !== null && isWaiting(route, now)) {
    const closesAt = speakTime(Date.parse(route.ratingClosesAt), now)
    return `报事人还没有评，要等他评过，或等到 ${closesAt} 评价截止；不满意的已经过线，就不用等。`
  }
  return '报事人没有评，评价已经截止：不满意的不过线，就办结。'
}
