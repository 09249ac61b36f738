import type { Ballot, Channel, Mark } from '@yishiting/domain/owners/ballot'
import { keyOf, type Unit } from '@yishiting/domain/owners/roll'
import type { VoteRules } from '@yishiting/domain/owners/rule-set'
import type { TallyInput } from '@yishiting/domain/owners/tally-types'

const RULES: VoteRules = {
  preset: 'statute',
  legalBasis: ['民法典第278条'],
  scope: { type: 'compound' },
  specialSpaces: 'excluded',
  invalidParticipates: false,
  nonVoters: 'none',
  channels: ['online', 'paper', 'door', 'phone'],
  conflicts: 'scrutineers',
  mayChange: true,
  mandatesPerProxy: 3,
  propertyStaffMayProxy: false,
  ranking: 'people_then_area',
  noticeDays: 15,
  votingDays: 10,
  extensionDays: 0,
  objectionDays: 15,
}
const ITEMS = ['special', 'ordinary', 'ordinary'] as const
const MARKS: readonly Mark[] = ['agree', 'agree', 'agree', 'against', 'abstain', 'blank', 'invalid']
const CHANNELS: readonly Channel[] = ['online', 'online', 'online', 'paper']

const CHANGES_HIS_MIND = 0.1
const IS_MISREAD = 0.02

/** xorshift32: the same election every time, in this process and in the next. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

function unitAt(index: number, next: () => number): Unit {
  const kind = next()
  // One flat in ten belongs to the owner of the flat before it, one in five to two people.
  const owner = kind < 0.1 && index > 0 ? index - 1 : index
  const ownerIds = kind > 0.8 ? [String(index), `b${index}`] : [String(owner)]
  return {
    id: String(index),
    code: `${Math.floor(index / 200) + 1}-${(Math.floor(index / 50) % 4) + 1}-${index % 50}`,
    building: String(Math.floor(index / 200) + 1),
    stairwell: String((Math.floor(index / 50) % 4) + 1),
    use: kind > 0.15 && kind < 0.2 ? 'parking' : 'dwelling',
    area: 400_000 + Math.floor(next() * 1_600_000),
    areaSource: 'register',
    ownerIds,
    isDevelopers: kind > 0.12 && kind < 0.13,
  }
}

/** A vote with five returned ballots to a unit: changed votes, co-owners, papers read twice, late ones, and every kind of mark. */
export function election(ballotCount: number): TallyInput {
  const next = chance(20_260_311)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const unitCount = ballotCount / 5
  const units = Array.from({ length: unitCount }, (_, index) => unitAt(index, next))
  const items = ITEMS.map((kind, index) => ({ id: `item-${index}`, kind, options: [], seats: 1 }))
  const [opensAt, closesAt] = [1_000_000, 1_000_000 + ballotCount]
  const keys = units.map(keyOf)
  const marksOf = () => Object.fromEntries(items.map(({ id }) => [id, pick(MARKS)]))
  // A household mostly says the same on every channel.
  const opinions = units.map(marksOf)
  const ballots = Array.from({ length: ballotCount }, (_, seq): Ballot => {
    const index = Math.floor(next() * unitCount)
    const unit = units[index] as Unit
    const channel = pick(CHANNELS)
    const marks = next() < CHANGES_HIS_MIND ? marksOf() : { ...opinions[index] }
    const voterId = pick(unit.ownerIds)
    return {
      id: String(seq),
      seq,
      receivedAt: opensAt + Math.floor(next() * ballotCount * 1.01),
      key: keys[index] as string,
      voterId,
      capacity: unit.ownerIds.length > 1 ? 'co_owner' : 'owner',
      channel,
      mandateId: null,
      marks,
      secondMarks: channel === 'online' ? undefined : next() < IS_MISREAD ? marksOf() : { ...marks },
    }
  })
  return {
    units,
    rules: RULES,
    items,
    opensAt,
    closesAt,
    ballots,
    mandates: [],
    rulings: [],
    transfers: [],
    delivered: [],
  }
}
