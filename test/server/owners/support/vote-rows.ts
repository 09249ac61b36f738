import { DAY } from '@yishiting/domain/matter/instant'
import type { Channel } from '@yishiting/domain/owners/ballot'
import { DEVELOPER_KEY, keyOf } from '@yishiting/domain/owners/roll'
import type { DecisionKind, VoteRules } from '@yishiting/domain/owners/rule-set'
import { moment } from '../../../../server/platform/database/database'
import { newId } from '../../../../server/platform/ids'
import { digestOf } from '../../../../server/platform/journal/digest'
import type { Hall } from '../../../support/hall'
import type { TestPerson } from '../../../support/people'

/** One flat of the roll, as short as a test needs it. Owners by their names: the same name is the same owner. */
export interface Flat {
  code: string
  /** In 0.0001 ㎡. */
  area: number | null
  owners: readonly string[]
  isDevelopers?: boolean
}

export interface ItemSketch {
  title: string
  kind?: DecisionKind
  options?: { id: string; title: string }[]
  seats?: number
}

export interface VoteOnRows {
  id: string
  itemIds: string[]
  /** By the unit's code. */
  keyNo(code: string): number
  ownerId(name: string): string
  opensAt: number
  closesAt: number
}

interface Sketch {
  flats: readonly Flat[]
  items?: readonly ItemSketch[]
  rules?: Partial<VoteRules>
  /** Owners who are persons of the hall: name on the roll → person. */
  people?: Record<string, TestPerson>
}

const RULES: VoteRules = {
  preset: 'statute',
  legalBasis: ['民法典第278条'],
  scope: { type: 'compound' },
  specialSpaces: 'excluded',
  invalidParticipates: false,
  nonVoters: 'none',
  channels: ['online', 'paper', 'door'] as Channel[],
  conflicts: 'scrutineers',
  mayChange: false,
  mandatesPerProxy: 3,
  propertyStaffMayProxy: false,
  ranking: 'people_then_area',
  noticeDays: 15,
  votingDays: 10,
  extensionDays: 0,
  objectionDays: 15,
}

const partsOf = (code: string): [string, string] => {
  const [building = '', stairwell = ''] = code.split('-')
  return [building, stairwell]
}

async function addOwners(hall: Hall, names: readonly string[], people: Record<string, TestPerson>) {
  const ids = new Map(names.map((name) => [name, newId()]))
  const { db, secrets, clock } = hall.platform
  for (const [name, id] of ids) {
    const person = people[name]
    await db
      .insertInto('rollOwners')
      .values({
        compoundId: hall.compound.id,
        id,
        sealedName: secrets.seal(name),
        maskedName: `${name.slice(0, 1)}**`,
        identityDigest: digestOf(`${id}${name}`),
        personId: person?.id ?? null,
        linkedAt: person ? moment(clock.now()) : null,
      })
      .execute()
  }
  return ids
}

/**
 * A joint decision as it stands after its notice, written straight into its tables: what a room of the server does with it can
 * be tested apart from how it came about. It opens a day from now and closes ten days later.
 */
export async function voteOnRows(hall: Hall, sketch: Sketch): Promise<VoteOnRows> {
  const { db, clock } = hall.platform
  const compoundId = hall.compound.id
  const by = hall.people.committee_director
  const now = clock.now()
  const names = [...new Set(sketch.flats.flatMap(({ owners }) => owners))]
  const ownerIds = await addOwners(hall, names, sketch.people ?? {})
  const units = sketch.flats.map((flat) => ({
    unitId: newId(),
    ...flat,
    isDevelopers: flat.isDevelopers ?? false,
    ownerIds: flat.owners.map((name) => ownerIds.get(name) as string),
  }))
  const last = await db
    .selectFrom('rollVersions')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('compoundId', '=', compoundId)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await db
    .updateTable('rollUnits')
    .set({ untilVersion: version })
    .where('compoundId', '=', compoundId)
    .where('untilVersion', 'is', null)
    .execute()
  await db
    .insertInto('rollVersions')
    .values({
      compoundId,
      version,
      kind: 'import',
      at: moment(now),
      byId: by.id,
      reason: '试验',
      unitCount: units.length,
      area: units.reduce((sum, { area }) => sum + (area ?? 0), 0),
      digest: digestOf(units),
    })
    .execute()
  for (const unit of units) {
    const [building, stairwell] = partsOf(unit.code)
    await db
      .insertInto('rollUnits')
      .values({
        compoundId,
        rowId: newId(),
        unitId: unit.unitId,
        sinceVersion: version,
        code: unit.code,
        building,
        stairwell,
        use: 'dwelling',
        area: unit.area,
        areaSource: 'register',
        ownerIds: unit.ownerIds,
        isDevelopers: unit.isDevelopers,
      })
      .execute()
  }
  const id = newId()
  const [opensAt, closesAt] = [now + DAY, now + 11 * DAY]
  const rules = { ...RULES, ...sketch.rules }
  await db
    .insertInto('ownerVotes')
    .values({
      compoundId,
      id,
      receipt: `BJ-2026-${id.slice(-6)}`,
      state: 'noticed',
      title: '更换电梯',
      why: '电梯老了',
      contact: '业委会 郑主任',
      isExtraordinary: false,
      rules: JSON.stringify(rules),
      rulesDigest: digestOf(rules),
      rollVersion: version,
      rollDigest: digestOf(units),
      opensAt: moment(opensAt),
      closesAt: moment(closesAt),
      createdById: by.id,
      createdAt: moment(now),
      noticedAt: moment(now),
    })
    .execute()
  const itemIds: string[] = []
  for (const [position, item] of (sketch.items ?? [{ title: '同意更换电梯' }]).entries()) {
    const itemId = newId()
    itemIds.push(itemId)
    await db
      .insertInto('ownerVoteItems')
      .values({
        compoundId,
        voteId: id,
        id: itemId,
        position,
        title: item.title,
        body: `${item.title}的全文`,
        kind: item.kind ?? 'ordinary',
        lawItem: null,
        options: JSON.stringify(item.options ?? []),
        seats: item.seats ?? 1,
      })
      .execute()
  }
  const keys = new Map<string, typeof units>()
  for (const unit of units) {
    const key = unit.isDevelopers ? DEVELOPER_KEY : keyOf(unit)
    keys.set(key, [...(keys.get(key) ?? []), unit])
  }
  const numbers = new Map<string, number>()
  for (const [index, [keyId, owned]] of [...keys].entries()) {
    const keyNo = index + 1
    const [building, stairwell] = partsOf(owned[0]?.code ?? '')
    for (const { code } of owned) numbers.set(code, keyNo)
    await db
      .insertInto('ownerVoteKeys')
      .values({
        compoundId,
        voteId: id,
        keyNo,
        keyId,
        ownerIds: owned[0]?.ownerIds ?? [],
        unitIds: owned.map(({ unitId }) => unitId),
        unitCodes: owned.map(({ code }) => code),
        building,
        stairwell,
        area: owned.reduce((sum, { area }) => sum + (area ?? 0), 0),
        isDevelopers: keyId === DEVELOPER_KEY,
      })
      .execute()
  }
  return {
    id,
    itemIds,
    keyNo: (code) => numbers.get(code) as number,
    ownerId: (name) => ownerIds.get(name) as string,
    opensAt,
    closesAt,
  }
}
