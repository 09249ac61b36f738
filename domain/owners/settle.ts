import type { Ballot, Ruling } from './ballot'
import type { Mandates } from './mandates'
import { type Meaning, meaningOf } from './mark'
import type { VoteRules } from './rule-set'
import type { Disposition, TallyItem } from './tally-types'

/** What one key says about one item once all its ballots have been looked at. */
export interface Settled {
  /** null: nothing counts, nobody took part. */
  meaning: Meaning | null
  /** Ballots that differ, or a paper read in two ways; null: none. */
  conflict: { why: 'differ' | 'entry_mismatch'; ballotIds: string[]; isRuled: boolean } | null
  /** The same without the scrutineers' ruling. */
  unruled: Meaning | 'open' | null
}

type Note = (ballot: Ballot, disposition: Disposition) => void

/** What a ballot says about the item; null: a proxy who may not speak to it. `open`: the two readings of a paper differ. */
type Said = { ballot: Ballot; meaning: Meaning | 'open' }

function saidBy(ballot: Ballot, item: TallyItem, mandates: Mandates): Meaning | 'open' | null {
  if (ballot.isUnsigned) return 'invalid'
  const meaning = meaningOf(item, ballot.marks[item.id])
  if (ballot.capacity === 'proxy') {
    const mandate = mandates.of(ballot)
    if (mandate?.itemIds && !mandate.itemIds.includes(item.id)) return null
    const wanted = mandate?.instructions?.[item.id]
    if (wanted !== undefined && meaningOf(item, wanted) !== meaning) return null
  }
  if (ballot.secondMarks && meaningOf(item, ballot.secondMarks[item.id]) !== meaning) return 'open'
  return meaning
}

/** Which of several different answers prevails by the announced rule (§4.11); null: the scrutineers must decide. */
function prevailing(said: readonly Said[], { conflicts }: VoteRules): Said | 'void' | null {
  const first = said[0] as Said
  const last = said.at(-1) as Said
  switch (conflicts) {
    case 'first_valid':
      return first
    case 'last_before_close':
      return last
    case 'void_both':
      return 'void'
    case 'online_over_paper': {
      const online = said.filter(({ ballot }) => ballot.channel === 'online')
      const isOne = new Set(online.map(({ meaning }) => meaning)).size === 1
      return isOne ? (online[0] as Said) : null
    }
    // The owner's own ballot has already put the proxy's aside; what is left is between owners.
    case 'personal_over_proxy':
    case 'scrutineers':
      return null
  }
}

const isOpen = ({ meaning }: Said): boolean => meaning === 'open'

/** All say the same: it counts once. */
function agreeing(said: readonly Said[], meaning: Meaning, note: Note): Settled {
  for (const [index, { ballot }] of said.entries()) {
    note(ballot, index === 0 ? (meaning === 'invalid' ? 'invalid' : 'counted') : 'duplicate')
  }
  return { meaning, conflict: null, unruled: meaning }
}

function differing(
  said: readonly Said[],
  rules: VoteRules,
  item: TallyItem,
  ruling: Ruling | undefined,
  note: Note,
): Settled {
  const winner = prevailing(said, rules)
  if (winner === 'void') {
    for (const { ballot } of said) note(ballot, 'conflicting')
    return { meaning: 'invalid', conflict: null, unruled: 'invalid' }
  }
  if (winner && !isOpen(winner)) {
    const meaning = winner.meaning as Meaning
    for (const each of said) {
      const isSame = each.meaning === meaning
      note(
        each.ballot,
        each === winner
          ? meaning === 'invalid'
            ? 'invalid'
            : 'counted'
          : isSame
            ? 'duplicate'
            : 'superseded',
      )
    }
    return { meaning, conflict: null, unruled: meaning }
  }
  for (const { ballot } of said) note(ballot, 'conflicting')
  const why = said.some(isOpen) ? 'entry_mismatch' : 'differ'
  const conflict = {
    why,
    ballotIds: said.map(({ ballot }) => ballot.id),
    isRuled: ruling !== undefined,
  } as const
  if (!ruling) return { meaning: null, conflict, unruled: 'open' }
  const meaning = ruling.mark === 'void' ? null : meaningOf(item, ruling.mark)
  return { meaning, conflict, unruled: 'open' }
}

/**
 * One key, one item: the ballots that may count, in the order of receipt, come to one opinion (RULES.md §4.8–11). A valid
 * ballot goes before an invalid one.
 */
export function settle(
  ballots: readonly Ballot[],
  item: TallyItem,
  rules: VoteRules,
  mandates: Mandates,
  ruling: Ruling | undefined,
  note: Note,
): Settled {
  const said: Said[] = []
  for (const ballot of ballots) {
    const meaning = saidBy(ballot, item, mandates)
    if (meaning === null) note(ballot, 'proxy_out_of_mandate')
    else said.push({ ballot, meaning })
  }
  const valid = said.filter(({ meaning }) => meaning !== 'invalid')
  const speaking = valid.length > 0 ? valid : said.slice(0, 1)
  for (const each of said) if (!speaking.includes(each)) note(each.ballot, 'invalid')
  const [first] = speaking
  if (!first) return { meaning: null, conflict: null, unruled: null }
  const isOne = speaking.every(({ meaning }) => meaning === first.meaning) && !isOpen(first)
  return isOne
    ? agreeing(speaking, first.meaning as Meaning, note)
    : differing(speaking, rules, item, ruling, note)
}
