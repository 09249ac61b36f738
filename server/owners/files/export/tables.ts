import { CAPACITIES, CHANNEL_CODES, type VotingCapacity } from '@yishiting/domain/owners/ballot'
import type { Marks } from '@yishiting/domain/owners/marks'
import { AREA_SOURCES, type AreaSource, UNIT_USES, type UnitUse } from '@yishiting/domain/owners/roll'
import * as cells from './cells'
import type { ExportBallot, ExportHead, ExportTables } from './model'

/** A value and the columns it stands in: one, or several that belong together. */
export interface Field<T> {
  names: readonly string[]
  write(value: T): readonly string[]
  read(texts: readonly string[]): T
}
export type Fields<Row> = { [Name in keyof Row]-?: Field<Row[Name]> }

export interface Table<Row> {
  file: string
  fields: Fields<Row>
}
export type AllTables = { [Name in keyof ExportTables]: Table<ExportTables[Name][number]> }

function one<T>(name: string, cell: cells.Cell<T>): Field<T> {
  return { names: [name], write: (value) => [cell.write(value)], read: ([text = '']) => cell.read(text) }
}

const keysOf = <Key extends string>(table: Record<Key, string>) => Object.keys(table) as Key[]

function marks(prefix: string, itemIds: readonly string[]): Field<Marks> {
  const { write, read } = cells.marksOf(itemIds)
  return { names: itemIds.map((_, index) => `${prefix}_${index + 1}`), write, read }
}

/** Whether there is a second reading stands apart: a paper can be blank in every item. */
function second(itemIds: readonly string[]): Field<ExportBallot['second']> {
  const inner = marks('second_mark', itemIds)
  return {
    names: ['second_entry', 'second_unsigned', ...inner.names],
    write: (value) =>
      value
        ? ['yes', cells.yesNo.write(value.isUnsigned), ...inner.write(value.marks)]
        : ['no', '', ...itemIds.map(() => '')],
    read: ([isThere = '', isUnsigned = '', ...rest]) =>
      cells.yesNo.read(isThere)
        ? { isUnsigned: cells.yesNo.read(isUnsigned), marks: inner.read(rest) }
        : null,
  }
}

/** Which items a mandate is for: their places on the ballot; empty for all. */
const places = (itemIds: readonly string[]): cells.Cell<string[] | null> => ({
  write: (ids) => (ids === null ? 'all' : cells.numbers.write(ids.map((id) => itemIds.indexOf(id) + 1))),
  read: (text) => (text === 'all' ? null : cells.numbers.read(text).map((place) => itemAt(itemIds, place))),
})

function itemAt(itemIds: readonly string[], place: number): string {
  const id = itemIds[place - 1]
  if (id === undefined) throw new cells.UnreadableExportError(`there is no item ${place}`)
  return id
}

const place = (itemIds: readonly string[]): cells.Cell<string> => ({
  write: (id) => String(itemIds.indexOf(id) + 1),
  read: (text) => itemAt(itemIds, cells.integer.read(text)),
})

function instructions(itemIds: readonly string[]): Field<Marks | null> {
  const inner = marks('instruction', itemIds)
  return {
    names: ['has_instructions', ...inner.names],
    write: (value) => [cells.yesNo.write(value !== null), ...inner.write(value ?? {})],
    read: ([isThere = '', ...rest]) => (cells.yesNo.read(isThere) ? inner.read(rest) : null),
  }
}

const ballotFields = (itemIds: readonly string[]): Fields<ExportBallot> => ({
  ballotNo: one('ballot_no', cells.integer),
  keyNo: one('key_no', cells.integer),
  seat: one('seat', cells.text),
  edition: one('edition', cells.integer),
  voterNo: one('voter_no', cells.orNull(cells.integer)),
  capacity: one('capacity', cells.oneOf<VotingCapacity>(keysOf(CAPACITIES))),
  channel: one('channel', cells.oneOf(CHANNEL_CODES)),
  mandateNo: one('mandate_no', cells.orNull(cells.integer)),
  receivedAt: one('received_at', cells.instant),
  isUnsigned: one('unsigned', cells.yesNo),
  marks: marks('mark', itemIds),
  second: second(itemIds),
  digest: one('digest', cells.text),
})

/** Every table of an export with its columns. `mark_1` is the mark on the first item of the manifest, and so on. */
export function tablesFor({ items }: Pick<ExportHead, 'items'>): AllTables {
  const itemIds = items.map(({ id }) => id)
  return {
    units: {
      file: 'units.csv',
      fields: {
        unitNo: one('unit_no', cells.integer),
        building: one('building', cells.text),
        stairwell: one('stairwell', cells.text),
        use: one('use', cells.oneOf<UnitUse>(keysOf(UNIT_USES))),
        area: one('area', cells.orNull(cells.area)),
        areaSource: one('area_source', cells.orNull(cells.oneOf<AreaSource>(keysOf(AREA_SOURCES)))),
        ownerNos: one('owner_nos', cells.numbers),
        isDevelopers: one('developers', cells.yesNo),
      },
    },
    keys: {
      file: 'keys.csv',
      fields: {
        keyNo: one('key_no', cells.integer),
        ownerNos: one('owner_nos', cells.numbers),
        unitNos: one('unit_nos', cells.numbers),
        area: one('area', cells.orNull(cells.area)),
        isDevelopers: one('developers', cells.yesNo),
      },
    },
    ballots: { file: 'ballots.csv', fields: ballotFields(itemIds) },
    mandates: {
      file: 'mandates.csv',
      fields: {
        mandateNo: one('mandate_no', cells.integer),
        keyNo: one('key_no', cells.integer),
        proxyNo: one('proxy_no', cells.orNull(cells.integer)),
        itemIds: one('items', places(itemIds)),
        instructions: instructions(itemIds),
        isPropertyStaff: one('property_staff', cells.yesNo),
        grantedAt: one('granted_at', cells.instant),
        acceptedAt: one('accepted_at', cells.orNull(cells.instant)),
        expiresAt: one('expires_at', cells.instant),
        revokedAt: one('revoked_at', cells.orNull(cells.instant)),
      },
    },
    rulings: {
      file: 'rulings.csv',
      fields: {
        keyNo: one('key_no', cells.integer),
        itemId: one('item', place(itemIds)),
        mark: one('mark', cells.mark),
        at: one('at', cells.instant),
      },
    },
    deliveries: {
      file: 'deliveries.csv',
      fields: {
        keyNo: one('key_no', cells.integer),
        channel: one('channel', cells.text),
        outcome: one('outcome', cells.text),
        at: one('at', cells.instant),
      },
    },
    transfers: {
      file: 'transfers.csv',
      fields: {
        unitNo: one('unit_no', cells.integer),
        at: one('at', cells.instant),
        toOwnerNos: one('to_owner_nos', cells.numbers),
      },
    },
  }
}
