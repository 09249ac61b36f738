import type { RouteIntent } from '@yishiting/domain/matter/intents'
import type { Matter } from '@yishiting/domain/matter/matter'
import type { RuleSet } from '@yishiting/domain/matter/rule-set'
import { verdictOf } from '@yishiting/domain/rate/verdict'
import type { Queries } from '../platform/database/database'
import { ratingsOf } from '../platform/matters/ratings'

/** The answers decide, not the one who presses the button. */
export async function settleIntent(
  queries: Queries,
  context: { compoundId: string; now: number; rules: RuleSet },
  matter: Matter,
  routeId: string,
): Promise<RouteIntent> {
  const summary = (await ratingsOf(queries, context.compoundId, matter, null)).get(routeId)
  const closesAt = matter.routes.find((route) => route.id === routeId)?.ratingClosesAt ?? 0
  const facts = summary ?? {
    counts: { n: 0, contacted: 0, solved: 0, satisfied: 0 },
    reporterSolved: null,
    closesAt,
  }
  return { type: 'settle', routeId, verdict: verdictOf(facts, context.now, context.rules) }
}
