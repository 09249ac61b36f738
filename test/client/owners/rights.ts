import type { ItemResultView, RightView, VoteResultView } from '@yishiting/domain/contract/owners'
import { ITEM } from '../owners-desk/vote'

export const figure = (people: number | null, area: string | null) => ({ people, area })

/** The right of one home's owner, not used yet. */
export const aRight = (part: Partial<RightView> = {}): RightView => ({
  keyNo: 5,
  capacity: 'owner',
  unitCodes: ['3-2-501'],
  area: '89.43',
  ownerLabel: '',
  coOwners: 0,
  mayVote: true,
  whyNot: '',
  mayChange: false,
  receipt: null,
  mandate: null,
  instructions: null,
  ...part,
})

export const RECEIPT = {
  code: 'K7PM-2Q4X-9RTW',
  digest: 'ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12cd34ab12ef99',
  at: '2026-03-12T01:30:00.000Z',
  channel: 'online' as const,
}

/** A lift that passed: everybody's picture of a result. */
export const aResult = (part: Partial<ItemResultView> = {}): ItemResultView => ({
  itemId: ITEM,
  title: '加装电梯',
  kind: 'special',
  verdict: 'PASS',
  verdictWithoutRulings: 'PASS',
  strict: 'PASS',
  otherReading: null,
  words: '通过。',
  failed: [],
  missing: [],
  notes: [],
  roll: figure(36, '3508.53'),
  participating: figure(30, '2951.07'),
  agree: figure(24, '2298.66'),
  against: figure(4, '400'),
  abstain: figure(2, '252.41'),
  invalid: figure(0, '0'),
  deliveredNotVoted: figure(0, '0'),
  openConflicts: 0,
  conflictsToFlip: null,
  percentages: {},
  options: [],
  ...part,
})

export const counted = (...items: ItemResultView[]): VoteResultView => ({
  countedAt: '2026-03-25T10:00:01.000Z',
  digest: 'ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00ff00abcd',
  items,
  dispositions: {},
  ballots: 30,
  conflicts: { open: 0, ruled: 0 },
  registryDifference: { units: null, area: null },
})
