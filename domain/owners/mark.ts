import type { Mark } from './ballot'
import type { TallyItem } from './tally-types'

/** What a mark counts as: options as their sorted ids joined by “,”. */
export type Meaning = 'agree' | 'against' | 'abstain' | 'invalid' | `options:${string}`

const hasOptions = ({ kind }: TallyItem): boolean => kind === 'options' || kind === 'election'

/**
 * A blank item on a returned ballot is an abstention; too many candidates, or something that is not on the ballot, is invalid
 * (RULES.md §4.6). Nothing written for an item at all is blank.
 */
export function meaningOf(item: TallyItem, mark: Mark | undefined): Meaning {
  if (mark === undefined || mark === 'blank' || mark === 'abstain') return 'abstain'
  if (mark === 'invalid') return 'invalid'
  if (typeof mark === 'string') return hasOptions(item) ? 'invalid' : mark
  if (!hasOptions(item)) return 'invalid'
  const ids = [...new Set(mark)].sort()
  if (ids.length === 0) return 'abstain'
  const tooMany = item.kind === 'election' && ids.length > item.seats
  return tooMany || ids.some((id) => !item.options.includes(id)) ? 'invalid' : `options:${ids.join(',')}`
}

export const optionsIn = (meaning: Meaning): string[] =>
  meaning.startsWith('options:') ? meaning.slice('options:'.length).split(',') : []
