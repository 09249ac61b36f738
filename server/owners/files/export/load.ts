import type { Channel, Mark, VotingCapacity } from '@yishiting/domain/owners/ballot'
import type { Marks } from '@yishiting/domain/owners/marks'
import type { Unit } from '@yishiting/domain/owners/roll'
import type { Queries } from '../../../platform/database/database'
import { unitsOfVersion } from '../../roll/load'
import type { ExportBallot, ExportMandate, ExportTables, ExportUnit } from './model'
import { Numbers } from './numbers'
import { type ExportRows, exportRows, type VoteOf } from './rows'

const idsOf = <Row extends { id: string }>(rows: readonly Row[]): string[] => rows.map(({ id }) => id)

function numbersFor(voteId: string, units: readonly Unit[], rows: ExportRows) {
  const { keys, ballots, mandates, transfers } = rows
  const people = [...ballots.map(({ voterId }) => voterId), ...mandates.map(({ proxyId }) => proxyId)]
  return {
    unit: Numbers.shuffled(voteId, 'unit', idsOf(units)),
    owner: Numbers.shuffled(voteId, 'owner', [
      ...units.flatMap(({ ownerIds }) => ownerIds),
      ...keys.flatMap(({ ownerIds }) => ownerIds),
      ...transfers.flatMap(({ toOwnerIds }) => toOwnerIds),
    ]),
    voter: Numbers.shuffled(
      voteId,
      'voter',
      people.filter((id) => id !== null),
    ),
    mandate: Numbers.inOrder(idsOf(mandates)),
  }
}
type AllNumbers = ReturnType<typeof numbersFor>

function unitOf(unit: Unit, numbers: AllNumbers): ExportUnit {
  const { building, stairwell, use, area, areaSource, isDevelopers } = unit
  const [unitNo, ownerNos] = [numbers.unit.of(unit.id), numbers.owner.ofAll(unit.ownerIds)]
  return { unitNo, building, stairwell, use, area, areaSource, ownerNos, isDevelopers }
}

function ballotOf(row: ExportRows['ballots'][number], index: number, numbers: AllNumbers): ExportBallot {
  const { keyNo, seat, edition, receivedAt, isUnsigned } = row
  return {
    ballotNo: index + 1,
    keyNo,
    seat,
    edition,
    voterNo: numbers.voter.ofOrNull(row.voterId),
    capacity: row.capacity as VotingCapacity,
    channel: row.channel as Channel,
    mandateNo: numbers.mandate.ofOrNull(row.mandateId),
    receivedAt,
    isUnsigned,
    marks: row.marks as Marks,
    second: row.secondOf
      ? { marks: row.secondMarks as Marks, isUnsigned: row.secondUnsigned ?? false }
      : null,
    digest: row.digest.toString('hex'),
  }
}

function mandateOf(row: ExportRows['mandates'][number], numbers: AllNumbers): ExportMandate {
  const { id, proxyId, instructions, ...rest } = row
  return {
    ...rest,
    mandateNo: numbers.mandate.of(id),
    proxyNo: numbers.voter.ofOrNull(proxyId),
    instructions: instructions as Marks | null,
  }
}

/** All tables of a vote, every id turned into a number of this vote; `queries` should see one snapshot. */
export async function loadTables(queries: Queries, vote: VoteOf, rollVersion: number): Promise<ExportTables> {
  const units = await unitsOfVersion(queries, vote.compoundId, rollVersion)
  const rows = await exportRows(queries, vote)
  const numbers = numbersFor(vote.voteId, units, rows)
  return {
    units: units.map((unit) => unitOf(unit, numbers)).sort((a, b) => a.unitNo - b.unitNo),
    keys: rows.keys.map(({ ownerIds, unitIds, ...key }) => ({
      ...key,
      ownerNos: numbers.owner.ofAll(ownerIds),
      unitNos: numbers.unit.ofAll(unitIds),
    })),
    ballots: rows.ballots.map((row, index) => ballotOf(row, index, numbers)),
    mandates: rows.mandates.map((row) => mandateOf(row, numbers)).sort((a, b) => a.mandateNo - b.mandateNo),
    rulings: rows.rulings.map((row) => ({ ...row, mark: row.mark as unknown as Mark | 'void' })),
    deliveries: rows.deliveries,
    transfers: rows.transfers.map(({ unitId, at, toOwnerIds }) => ({
      unitNo: numbers.unit.of(unitId),
      at,
      toOwnerNos: numbers.owner.ofAll(toOwnerIds),
    })),
  }
}
