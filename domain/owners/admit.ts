import type { Ballot } from './ballot'
import type { Mandates } from './mandates'
import type { Disposition, TallyInput } from './tally-types'

/** Why a ballot does not count whatever it says, by itself; null: it may. */
export function objectionTo(ballot: Ballot, input: TallyInput, mandates: Mandates): Disposition | null {
  const { rules, opensAt, closesAt } = input
  if (ballot.receivedAt >= closesAt) return 'late'
  if (ballot.receivedAt < opensAt) return 'early'
  if (!rules.channels.includes(ballot.channel)) return 'channel_not_allowed'
  if (ballot.capacity === 'proxy') {
    const objection = mandates.objectionTo(ballot)
    if (objection) return objection
  }
  // Whatever was not cast by the voter's own hand is read by two (§4.11).
  if (ballot.channel !== 'online' && !ballot.secondMarks) return 'not_entered_twice'
  return null
}

type PutAside = (ballot: Ballot, disposition: Disposition) => void

/** Ballots of one key in the order of receipt, without those that others of the same key put aside. */
export function standing(
  ballots: readonly Ballot[],
  mayChange: boolean,
  putAside: PutAside,
): readonly Ballot[] {
  // By far most keys have one ballot or none, and then there is nothing to put aside.
  if (ballots.length <= 1) return ballots
  const sorted = inOrder(ballots)
  const kept = withoutProxies(sorted, putAside)
  return kept.length > 1 ? oneEach(kept, mayChange, putAside) : kept
}

/** The owner's own ballot beats his proxy's (§4.10). */
function withoutProxies(ballots: readonly Ballot[], putAside: PutAside): readonly Ballot[] {
  const hasProxy = ballots.some(({ capacity }) => capacity === 'proxy')
  if (!hasProxy || !ballots.some(({ capacity, isUnsigned }) => capacity !== 'proxy' && !isUnsigned))
    return ballots
  return ballots.filter((ballot) => {
    if (ballot.capacity !== 'proxy') return true
    putAside(ballot, 'personal_over_proxy')
    return false
  })
}

/** They mostly come in the order of receipt: looking is faster than sorting. */
function inOrder(ballots: readonly Ballot[]): readonly Ballot[] {
  const isSorted = ballots.every(
    (ballot, index) => index === 0 || (ballots[index - 1] as Ballot).seq < ballot.seq,
  )
  return isSorted ? ballots : [...ballots].sort((a, b) => a.seq - b.seq)
}

const isSameHand = (a: Ballot, b: Ballot): boolean =>
  a.voterId === b.voterId && a.capacity === b.capacity && a.channel === b.channel

/** Somebody who votes twice in the same way changes his vote: allowed or not, by the rule (§4.12). */
function oneEach(ballots: readonly Ballot[], mayChange: boolean, putAside: PutAside): Ballot[] {
  // A key has few hands (its owners, a proxy, a paper): looking through them is faster than a name for each.
  const chosen: Ballot[] = []
  for (const ballot of ballots) {
    const index = chosen.findIndex((each) => isSameHand(each, ballot))
    const before = chosen[index]
    if (!before) {
      chosen.push(ballot)
    } else if (mayChange) {
      putAside(before, 'superseded')
      chosen.splice(index, 1)
      chosen.push(ballot)
    } else {
      const isSame = JSON.stringify(before.marks) === JSON.stringify(ballot.marks)
      putAside(ballot, isSame ? 'duplicate' : 'change_not_allowed')
    }
  }
  return chosen
}
