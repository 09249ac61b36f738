import type { Ballot, Mandate, Mark } from '@yishiting/domain/owners/ballot'
import { asRead } from '@yishiting/domain/owners/readings'
import type { CountInput } from '@yishiting/domain/owners/result'
import { DEVELOPER_KEY, type KeyId, keyOf, type Unit } from '@yishiting/domain/owners/roll'
import type { ExportBallot, ExportHead, ExportKey, ExportMandate, ExportTables, ExportUnit } from './model'

// Fixed width: the engine breaks a tie by comparing ids as text, and numbers were given in the order of the ids.
const named = (what: string, number: number): string => `${what}${String(number).padStart(9, '0')}`
const owner = (number: number) => named('owner', number)
const unit = (number: number) => named('unit', number)
const voter = (number: number) => named('voter', number)

function unitOf(row: ExportUnit): Unit {
  const { unitNo, ownerNos, ...rest } = row
  return { ...rest, id: unit(unitNo), code: String(unitNo), ownerIds: ownerNos.map(owner) }
}

/** The set of owners; a unit of which nobody knows whose it is stands for itself. */
function keyIdOf({ ownerNos, unitNos, isDevelopers }: ExportKey): KeyId {
  if (isDevelopers) return DEVELOPER_KEY
  return keyOf({ ownerIds: ownerNos.map(owner), isDevelopers }) || `unknown:${unit(unitNos[0] ?? 0)}`
}

const ofKey = (keys: ReadonlyMap<number, KeyId>, keyNo: number): KeyId => keys.get(keyNo) ?? `none:${keyNo}`

function ballotOf(row: ExportBallot, keys: ReadonlyMap<number, KeyId>): Ballot {
  return {
    id: named('ballot', row.ballotNo),
    seq: row.ballotNo,
    receivedAt: row.receivedAt,
    key: ofKey(keys, row.keyNo),
    // On paper nobody is signed in: the paper of a key is one hand.
    voterId: row.voterNo === null ? `paper:${row.keyNo}` : voter(row.voterNo),
    capacity: row.capacity,
    channel: row.channel,
    mandateId: row.mandateNo === null ? null : named('mandate', row.mandateNo),
    ...(row.seat === 'paper'
      ? asRead({ marks: row.marks, isUnsigned: row.isUnsigned }, row.second)
      : { marks: row.marks, isUnsigned: row.isUnsigned }),
  }
}

function mandateOf(row: ExportMandate, keys: ReadonlyMap<number, KeyId>): Mandate {
  const { mandateNo, keyNo, proxyNo, acceptedAt, ...rest } = row
  return {
    ...rest,
    id: named('mandate', mandateNo),
    key: ofKey(keys, keyNo),
    proxyId: proxyNo === null ? '' : voter(proxyNo),
  }
}

/** What the engine counts, out of an export's tables alone. */
export function countInputOf(head: ExportHead, tables: ExportTables): CountInput {
  const keys = new Map(tables.keys.map((key) => [key.keyNo, keyIdOf(key)]))
  const delivered = tables.deliveries.filter(({ outcome }) => outcome === 'delivered')
  return {
    units: tables.units.map(unitOf),
    rules: head.rules,
    items: head.items,
    registry: head.registry,
    opensAt: head.opensAt,
    closesAt: head.closesAt,
    ballots: tables.ballots.map((row) => ballotOf(row, keys)),
    mandates: tables.mandates.map((row) => mandateOf(row, keys)),
    rulings: tables.rulings.map(({ keyNo, itemId, mark }) => ({
      key: ofKey(keys, keyNo),
      itemId,
      mark: mark as Mark | 'void',
      reason: '',
    })),
    transfers: tables.transfers.map(({ unitNo, at, toOwnerNos }) => ({
      unitId: unit(unitNo),
      at,
      toOwnerIds: toOwnerNos.map(owner),
    })),
    delivered: [...new Set(delivered.map(({ keyNo }) => ofKey(keys, keyNo)))],
  }
}
