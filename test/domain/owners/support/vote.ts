import { AREA_SCALE } from '@yishiting/domain/owners/area'
import type { Ballot, Mandate, Mark } from '@yishiting/domain/owners/ballot'
import { PRESETS } from '@yishiting/domain/owners/presets'
import type { Unit } from '@yishiting/domain/owners/roll'
import type { VoteRules } from '@yishiting/domain/owners/rule-set'
import { tally } from '@yishiting/domain/owners/tally'
import type { ItemTally, Tally, TallyInput } from '@yishiting/domain/owners/tally-types'

export const OPENS = 1_000_000
export const CLOSES = 2_000_000
export const ITEM = 'lift'

export const RULES: VoteRules = {
  ...(PRESETS[0] as (typeof PRESETS)[number]).rules,
  specialSpaces: 'excluded',
  channels: ['online', 'paper', 'door', 'phone'],
}

/** A flat of so many ㎡ that belongs to these. */
export function unit(
  code: string,
  owners: readonly string[],
  metres: number | null = 100,
  more: Partial<Unit> = {},
): Unit {
  const [building = '', stairwell = ''] = code.split('-')
  return {
    id: code,
    code,
    building,
    stairwell,
    use: 'dwelling',
    area: metres === null ? null : Math.round(metres * AREA_SCALE),
    areaSource: metres === null ? null : 'register',
    ownerIds: [...owners],
    isDevelopers: false,
    ...more,
  }
}

let count = 0

/** A ballot of an owner on the one item, online in the middle of the window. */
export function ballot(key: string, mark: Mark, more: Partial<Ballot> = {}): Ballot {
  count += 1
  return {
    id: `b${count}`,
    seq: count,
    receivedAt: OPENS + 500_000,
    key,
    voterId: key,
    capacity: 'owner',
    channel: 'online',
    mandateId: null,
    marks: { [ITEM]: mark },
    ...more,
  }
}

/** A paper that two scrutineers read, alike unless said otherwise. */
export const paper = (
  key: string,
  mark: Mark,
  second: Mark | null = mark,
  more: Partial<Ballot> = {},
): Ballot =>
  ballot(key, mark, {
    channel: 'paper',
    voterId: '',
    secondMarks: second === null ? null : { [ITEM]: second },
    ...more,
  })

export const mandate = (key: string, proxyId: string, more: Partial<Mandate> = {}): Mandate => ({
  id: `${proxyId} for ${key}`,
  key,
  proxyId,
  itemIds: null,
  instructions: null,
  grantedAt: OPENS,
  expiresAt: CLOSES,
  revokedAt: null,
  isPropertyStaff: false,
  ...more,
})

export const proxyBallot = (key: string, proxyId: string, mark: Mark, more: Partial<Ballot> = {}): Ballot =>
  ballot(key, mark, { voterId: proxyId, capacity: 'proxy', mandateId: `${proxyId} for ${key}`, ...more })

export function count278(
  units: readonly Unit[],
  ballots: readonly Ballot[],
  more: Partial<TallyInput> = {},
): Tally {
  return tally({
    units,
    ballots,
    rules: RULES,
    items: [{ id: ITEM, kind: 'ordinary', options: [], seats: 1 }],
    opensAt: OPENS,
    closesAt: CLOSES,
    mandates: [],
    rulings: [],
    transfers: [],
    delivered: [],
    ...more,
  })
}

export const only = (counted: Tally): ItemTally => counted.items[0] as ItemTally

/** People who agree, are against, abstain, are invalid; then how many are open. */
export function people(counted: Tally): number[] {
  const { agree, against, abstain, invalid, openConflicts = [] } = only(counted).totals
  return [
    agree.people ?? -1,
    against.people ?? -1,
    abstain.people ?? -1,
    invalid.people ?? -1,
    openConflicts.length,
  ]
}
