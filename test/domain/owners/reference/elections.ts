import { CHANNEL_CODES, type Mark } from '@yishiting/domain/owners/ballot'
import { keyOf, type Unit } from '@yishiting/domain/owners/roll'
import type { TallyInput, TallyItem } from '@yishiting/domain/owners/tally-types'
import fc from 'fast-check'

export const OPENS = 1_000
export const CLOSES = 2_000
const PEOPLE = ['a', 'b', 'c', 'd', 'e']

const someOwners = fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 2 })

const someUnit = fc.record({
  building: fc.constantFrom('1', '2'),
  stairwell: fc.constantFrom('1', '2'),
  use: fc.oneof(
    { weight: 6, arbitrary: fc.constant('dwelling' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('parking' as const, 'storage' as const, 'common' as const, 'shop' as const),
    },
  ),
  area: fc.option(fc.integer({ min: 1, max: 9_999_999 }), { freq: 15 }),
  owners: fc.oneof(
    { weight: 8, arbitrary: someOwners },
    { weight: 1, arbitrary: fc.constant([] as string[]) },
  ),
  isDevelopers: fc.oneof(
    { weight: 7, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
})

const someUnits = fc.array(someUnit, { minLength: 1, maxLength: 7 }).map((units) =>
  units.map(
    ({ owners, isDevelopers, ...unit }, index): Unit => ({
      ...unit,
      id: `u${index}`,
      code: `${unit.building}-${unit.stairwell}-${index}`,
      areaSource: null,
      ownerIds: isDevelopers ? [] : owners,
      isDevelopers,
    }),
  ),
)

const ITEMS: TallyItem[] = [
  { id: 'plain', kind: 'ordinary', options: [], seats: 1 },
  { id: 'chosen', kind: 'election', options: ['x', 'y', 'z'], seats: 2 },
]

const plainMark = fc.constantFrom<Mark>('agree', 'agree', 'against', 'against', 'abstain', 'blank', 'invalid')
const chosenMark = fc.oneof(
  fc.constantFrom<Mark>('abstain', 'invalid', 'agree'),
  fc.uniqueArray(fc.constantFrom('x', 'y', 'z', 'nobody'), { maxLength: 3 }),
)
const someMarks = fc.record({ plain: plainMark, chosen: chosenMark }, { requiredKeys: [] }) as fc.Arbitrary<
  Record<string, Mark>
>

/** At the very ends of the window, a millisecond beside them, and anywhere. */
const someInstant = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(OPENS - 1, OPENS, CLOSES - 1, CLOSES, CLOSES + 1) },
  { weight: 6, arbitrary: fc.integer({ min: OPENS, max: CLOSES - 1 }) },
)

const someScope = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ type: 'compound' } as const) },
  { weight: 1, arbitrary: fc.constant({ type: 'buildings', buildings: ['1'] } as const) },
  { weight: 1, arbitrary: fc.constant({ type: 'stairwell', building: '1', stairwell: '2' } as const) },
)

const someRules = fc.record({
  preset: fc.constant('random'),
  legalBasis: fc.constant(['民法典第278条']),
  scope: someScope,
  specialSpaces: fc.constantFrom('included' as const, 'excluded' as const),
  invalidParticipates: fc.boolean(),
  nonVoters: fc.constantFrom('none' as const, 'join_leading' as const),
  channels: fc.oneof(fc.constant(CHANNEL_CODES), fc.constant(['online', 'paper'] as const)),
  conflicts: fc.constantFrom(
    'scrutineers' as const,
    'first_valid' as const,
    'last_before_close' as const,
    'personal_over_proxy' as const,
    'online_over_paper' as const,
    'void_both' as const,
  ),
  mayChange: fc.boolean(),
  mandatesPerProxy: fc.integer({ min: 0, max: 3 }),
  propertyStaffMayProxy: fc.boolean(),
  ranking: fc.constantFrom('people_then_area' as const, 'area_then_people' as const),
  noticeDays: fc.constant(15),
  votingDays: fc.constant(10),
  extensionDays: fc.constant(0),
  objectionDays: fc.constant(15),
})

const keysIn = (units: readonly Unit[]): string[] => [
  ...new Set([...units.map(keyOf).filter(Boolean), 'stranger', 'a+b']),
]

/** A whole small election with everything that can go wrong in it. */
export const someElection: fc.Arbitrary<TallyInput> = someUnits.chain((units) => {
  const someKey = fc.constantFrom(...keysIn(units))
  const someMandate = fc.record({
    key: someKey,
    proxyId: fc.constantFrom('p', 'q'),
    itemIds: fc.option(fc.subarray(['plain', 'chosen']), { freq: 3 }),
    instructions: fc.option(someMarks, { freq: 3 }),
    grantedAt: fc.constantFrom(900, 950, 1_400),
    expiresAt: fc.constantFrom(1_500, CLOSES, 3_000),
    revokedAt: fc.option(fc.constantFrom(1_200, 1_800), { freq: 4 }),
    isPropertyStaff: fc.oneof(
      { weight: 4, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  })
  const someBallot = fc.record({
    key: someKey,
    voterId: fc.constantFrom('a', 'b', 'p', 'q'),
    capacity: fc.constantFrom('owner' as const, 'owner' as const, 'co_owner' as const, 'proxy' as const),
    channel: fc.constantFrom(
      'online' as const,
      'online' as const,
      'paper' as const,
      'door' as const,
      'phone' as const,
    ),
    mandate: fc.nat(5),
    marks: someMarks,
    second: fc.option(fc.option(someMarks, { nil: 'same' as const }), { freq: 6 }),
    receivedAt: someInstant,
    isUnsigned: fc.oneof(
      { weight: 9, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  })
  return fc
    .record({
      rules: someRules,
      mandates: fc.array(someMandate, { maxLength: 5 }),
      ballots: fc.array(someBallot, { maxLength: 12 }),
      rulings: fc.array(
        fc.record({
          key: someKey,
          itemId: fc.constantFrom('plain', 'chosen'),
          mark: fc.oneof(plainMark, fc.constant('void' as const)),
        }),
        { maxLength: 2 },
      ),
      transfers: fc.array(
        fc.record({
          unit: fc.nat(units.length - 1),
          at: fc.integer({ min: OPENS, max: CLOSES }),
          toOwnerIds: someOwners,
        }),
        { maxLength: 2 },
      ),
      delivered: fc.array(someKey, { maxLength: 3 }),
    })
    .map((drawn): TallyInput => {
      const mandates = drawn.mandates.map((mandate, index) => ({ ...mandate, id: `m${index}` }))
      const rulings = new Map(
        drawn.rulings.map((each) => [`${each.key} ${each.itemId}`, { ...each, reason: '' }]),
      )
      return {
        units,
        rules: drawn.rules,
        items: ITEMS,
        opensAt: OPENS,
        closesAt: CLOSES,
        mandates,
        ballots: drawn.ballots.map(({ mandate, second, isUnsigned, ...ballot }, index) => {
          const backed = mandates[mandate]
          const isProxy = ballot.capacity === 'proxy'
          const isRead = ballot.channel !== 'online'
          return {
            ...ballot,
            id: `b${index}`,
            seq: index + 1,
            // Most proxies hold the mandate that they name.
            ...(isProxy && backed && index % 3 > 0 ? { key: backed.key, voterId: backed.proxyId } : {}),
            mandateId: isProxy ? (backed?.id ?? 'none') : null,
            ...(isRead ? { secondMarks: second === 'same' ? ballot.marks : second, isUnsigned } : {}),
          }
        }),
        rulings: [...rulings.values()],
        transfers: drawn.transfers.map(({ unit, ...transfer }) => ({ ...transfer, unitId: `u${unit}` })),
        delivered: drawn.delivered,
      }
    })
})
