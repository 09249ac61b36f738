import type { ItemResultView, VoteResultView } from '../contract/owners'
import { type Area, formatArea } from './area'
import { decide } from './decide'
import { outcomeInWords } from './in-words'
import type { Inequality } from './outcome'
import { tally } from './tally'
import type { ItemTally, Tally, TallyInput } from './tally-types'
import type { Figure } from './totals'

export interface ResultItem {
  id: string
  title: string
  kind: TallyInput['items'][number]['kind']
  options: readonly { id: string; title: string }[]
  seats: number
}

export interface CountInput extends Omit<TallyInput, 'items'> {
  items: readonly ResultItem[]
  /** What the registry states for the whole roll; null: nothing stated. */
  registry: { units: number | null; area: Area | null }
}

/** What is hashed and published: it can be made again from the exported files alone. */
export type ResultDocument = Omit<VoteResultView, 'countedAt' | 'digest'>

export interface Counted {
  tally: Tally
  document: ResultDocument
}

const areaText = (area: Area | null): string | null => (area === null ? null : formatArea(area))
const figureOf = ({ people, area }: Figure) => ({ people, area: areaText(area) })

const failedOf = (failed: readonly Inequality[]) =>
  failed.map(({ code, words, shortPeople, shortArea }) => ({
    code,
    words,
    shortPeople,
    shortArea: areaText(shortArea),
  }))

function itemResult(item: ResultItem, { totals, withoutRulings }: ItemTally): ItemResultView {
  const outcome = decide(totals)
  const titleOf = new Map(item.options.map(({ id, title }) => [id, title]))
  const agreeOf = new Map((totals.options ?? []).map(({ id, agree }) => [id, agree]))
  return {
    itemId: item.id,
    title: item.title,
    kind: item.kind,
    verdict: outcome.verdict,
    verdictWithoutRulings: withoutRulings === totals ? outcome.verdict : decide(withoutRulings).verdict,
    strict: outcome.strict,
    otherReading: outcome.otherReading,
    words: outcomeInWords(outcome),
    failed: failedOf(outcome.failed),
    missing: [...outcome.missing],
    notes: [...outcome.notes],
    roll: figureOf(totals.roll),
    participating: figureOf(totals.participating),
    agree: figureOf(totals.agree),
    against: figureOf(totals.against),
    abstain: figureOf(totals.abstain),
    invalid: figureOf(totals.invalid),
    deliveredNotVoted: figureOf(totals.deliveredNotVoted),
    openConflicts: outcome.openConflicts,
    conflictsToFlip: outcome.conflictsToFlip,
    percentages: { ...outcome.percentages },
    options: outcome.options.map(({ id, verdict, isWinner, failed }) => ({
      id,
      title: titleOf.get(id) ?? id,
      agree: figureOf(agreeOf.get(id) ?? { people: null, area: null }),
      verdict,
      isWinner,
      failed: failedOf(failed),
    })),
  }
}

/** The registry's stated totals less the sums of the roll (RULES.md §4.5); null: nothing stated, or an area not known. */
function differenceOf({ registry, units }: CountInput): ResultDocument['registryDifference'] {
  const isKnown = units.every(({ area }) => area !== null)
  const sum = units.reduce((total, { area }) => total + (area ?? 0), 0)
  const less = registry.area === null || !isKnown ? null : registry.area - sum
  return {
    units: registry.units === null ? null : registry.units - units.length,
    area: less === null ? null : `${less < 0 ? '-' : ''}${formatArea(Math.abs(less))}`,
  }
}

/** How many ballots came to which end, in the order of the codes' letters. */
function endsOf({ dispositions }: Tally): Record<string, number> {
  const ends = new Map<string, number>()
  for (const end of dispositions.values()) ends.set(end, (ends.get(end) ?? 0) + 1)
  return Object.fromEntries([...ends].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Counts a vote: the tally, and the document that is hashed, published and made again by `npm run recount`. */
export function countVote(input: CountInput): Counted {
  const items = input.items.map((item) => ({ ...item, options: item.options.map(({ id }) => id) }))
  const counted = tally({ ...input, items })
  const ruled = counted.conflicts.filter(({ isRuled }) => isRuled).length
  return {
    tally: counted,
    document: {
      items: input.items.map((item, index) => itemResult(item, counted.items[index] as ItemTally)),
      dispositions: endsOf(counted),
      ballots: input.ballots.length,
      conflicts: { open: counted.conflicts.length - ruled, ruled },
      registryDifference: differenceOf(input),
    },
  }
}
