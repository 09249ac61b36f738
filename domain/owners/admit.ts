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

/** Ballots of one key in the order of receipt, without those that others of the same key put aside. */
export function standing(
  ballots: readonly Ballot[],
  mayChange: boolean,
  note: (id: string, disposition: Disposition) => void,
): Ballot[] {
  const sorted = ballots.length > 1 ? [...ballots].sort((a, b) => a.seq - b.seq) : ballots
  const own = sorted.filter(({ capacity, isUnsigned }) => capacity !== 'proxy' && !isUnsigned)
  const kept = sorted.filter((ballot) => {
    if (ballot.capacity !== 'proxy' || own.length === 0) return true
    note(ballot.id, 'personal_over_proxy')
    return false
  })
  return kept.length > 1 ? oneEach(kept, mayChange, note) : kept
}

const hand = ({ voterId, capacity, channel }: Ballot): string => `${voterId} ${capacity} ${channel}`

/** Somebody who votes twice in the same way changes his vote: allowed or not, by the rule (§4.12). */
function oneEach(
  ballots: readonly Ballot[],
  mayChange: boolean,
  note: (id: string, disposition: Disposition) => void,
): Ballot[] {
  const chosen = new Map<string, Ballot>()
  for (const ballot of ballots) {
    const before = chosen.get(hand(ballot))
    if (!before) {
      chosen.set(hand(ballot), ballot)
    } else if (mayChange) {
      note(before.id, 'superseded')
      chosen.set(hand(ballot), ballot)
    } else {
      const isSame = JSON.stringify(before.marks) === JSON.stringify(ballot.marks)
      note(ballot.id, isSame ? 'duplicate' : 'change_not_allowed')
    }
  }
  return [...chosen.values()].sort((a, b) => a.seq - b.seq)
}
