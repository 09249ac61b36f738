import type { Ballot, Mandate } from './ballot'
import type { VoteRules } from './rule-set'
import type { Disposition } from './tally-types'

/** The written mandates of a vote as they are asked about while ballots are looked at. */
export interface Mandates {
  /** Why a proxy's ballot does not count at all; null: it may. */
  objectionTo(ballot: Ballot): Disposition | null
  of(ballot: Ballot): Mandate | undefined
}

/** At most so many different owners to one proxy (§4.10): those count whose mandates were written first. */
function withinLimit(mandates: readonly Mandate[], limit: number): Set<string> {
  const inOrder = mandates
    .filter(({ revokedAt }) => revokedAt === null)
    .sort((a, b) => a.grantedAt - b.grantedAt || (a.id < b.id ? -1 : 1))
  const keysOf = new Map<string, Set<string>>()
  const within = new Set<string>()
  for (const { id, proxyId, key } of inOrder) {
    const keys = keysOf.get(proxyId) ?? new Set<string>()
    keysOf.set(proxyId, keys)
    if (keys.has(key) || keys.size < limit) {
      keys.add(key)
      within.add(id)
    }
  }
  return within
}

export function mandatesOf(mandates: readonly Mandate[], rules: VoteRules): Mandates {
  const byId = new Map(mandates.map((mandate) => [mandate.id, mandate]))
  const within = withinLimit(mandates, rules.mandatesPerProxy)
  const of = ({ mandateId }: Ballot) => (mandateId === null ? undefined : byId.get(mandateId))
  return {
    of,
    objectionTo(ballot) {
      const mandate = of(ballot)
      if (!mandate || mandate.key !== ballot.key || mandate.proxyId !== ballot.voterId) return 'proxy_unknown'
      if (mandate.grantedAt > ballot.receivedAt) return 'proxy_unknown'
      if (mandate.expiresAt <= ballot.receivedAt) return 'proxy_expired'
      if (mandate.revokedAt !== null && mandate.revokedAt <= ballot.receivedAt) return 'proxy_revoked'
      if (mandate.isPropertyStaff && !rules.propertyStaffMayProxy) return 'proxy_barred'
      if (mandate.revokedAt === null && !within.has(mandate.id)) return 'proxy_over_limit'
      return null
    },
  }
}
