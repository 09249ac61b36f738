import type { SubjectFacts } from '../people/abilities'
import type { Matter, Route } from './matter'

/** What the ability table may ask about a matter, or about one of its routes. */
export function subjectFacts(matter: Matter, route?: Route): SubjectFacts {
  return {
    reporterId: matter.reporterId,
    raisedById: matter.raisedById,
    againstId: matter.objection?.againstId ?? null,
    leadId: route?.leadId ?? null,
    helperIds: route?.helperIds ?? [],
    checkerId: route?.checkerId ?? null,
    claimedById: route?.claimedById ?? null,
    pastCheckerIds: route?.pastCheckerIds ?? [],
    isEscalated: route?.state === 'escalated',
  }
}
