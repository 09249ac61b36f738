import { HOUR, type Instant, MINUTE } from '@yishiting/domain/matter/instant'
import { DEFAULT_RULES, type RuleSet } from '@yishiting/domain/matter/rule-set'
import type { RouteCode } from '@yishiting/domain/sort/routes'

/**
 * The due date put in for whoever assigns, who may change it: the route's clock, cut to the half hour before, so that it reads
 * well and never promises more time than the rules give.
 */
export function defaultDue(code: RouteCode, now: Instant, rules: RuleSet = DEFAULT_RULES): Instant {
  const step = 30 * MINUTE
  const exact = now + rules.actWithin[code]
  const cut = Math.floor(exact / step) * step
  return cut > now + HOUR ? cut : exact
}
