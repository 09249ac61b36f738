import fc from 'fast-check'
import { UnreadableExportError } from '../../../../server/owners/files/export/cells'
import { readCsv, writeCsv } from '../../../../server/owners/files/export/csv'
import type { ExportBallot, ExportUnit } from '../../../../server/owners/files/export/model'
import { tablesFor } from '../../../../server/owners/files/export/tables'

const items = ['a', 'b'].map((id) => ({
  id,
  title: id,
  kind: 'ordinary' as const,
  lawItem: null,
  options: [],
  seats: 1,
}))
const { ballots, units } = tablesFor({ items })

const mark = fc.oneof(
  fc.constantFrom('agree', 'against', 'abstain', 'blank', 'invalid'),
  fc.array(fc.string({ minLength: 1, maxLength: 6 }), { maxLength: 3 }),
)
const marks = fc.record({ a: mark, b: mark }, { requiredKeys: [] })
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 })
const ballot = fc.record({
  ballotNo: fc.nat(),
  keyNo: fc.nat(),
  seat: fc.constantFrom('self', 'self:2', 'proxy', 'paper'),
  edition: fc.integer({ min: 1, max: 9 }),
  voterNo: fc.option(fc.nat()),
  capacity: fc.constantFrom('owner', 'co_owner', 'proxy'),
  channel: fc.constantFrom('online', 'paper', 'door', 'phone'),
  mandateNo: fc.option(fc.nat()),
  receivedAt: instant,
  isUnsigned: fc.boolean(),
  marks,
  second: fc.option(fc.record({ marks, isUnsigned: fc.boolean() })),
  digest: fc.constant('ab'.repeat(32)),
}) as fc.Arbitrary<ExportBallot>

const unit = fc.record({
  unitNo: fc.nat(),
  // What a spreadsheet would run, quote or break, and what begins with an apostrophe itself.
  building: fc.oneof(
    fc.string(),
    fc.constantFrom('=1+1', '-1', '+3', '@x', "'=1", "'", "''-2", '3,4', '"', '3\r\n4', '\t5', ' 6 '),
  ),
  stairwell: fc.string(),
  use: fc.constantFrom('dwelling', 'shop', 'parking'),
  area: fc.option(fc.integer({ min: 1, max: 99_999_999_999 })),
  areaSource: fc.option(fc.constantFrom('register', 'survey', 'contract')),
  ownerNos: fc.array(fc.nat(), { maxLength: 3 }),
  isDevelopers: fc.boolean(),
}) as fc.Arbitrary<ExportUnit>

test('what is written is read back as it was: ballots', () => {
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 8 }), (rows) => {
      expect(readCsv(ballots, writeCsv(ballots, rows))).toEqual(rows)
    }),
  )
})

test('what is written is read back as it was: units, whatever a building is called', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 8 }), (rows) => {
      expect(readCsv(units, writeCsv(units, rows))).toEqual(rows)
    }),
  )
})

test('no cell begins as a formula does', () => {
  const row = {
    unitNo: 1,
    stairwell: '-2',
    use: 'shop',
    area: 8_325_00,
    areaSource: null,
    ownerNos: [1],
  } as const
  for (const building of ['=cmd()', '+1', '-1', '@SUM(A1)', '\tx']) {
    const text = writeCsv(units, [{ ...row, building, ownerNos: [1], isDevelopers: false }]).toString()
    const cells = text.split('\r\n').flatMap((line) => line.split(','))
    expect(cells.filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([])
  }
})

test.each([
  ['a mark that is none', 'agree', 'agre', 'line 2'],
  ['a time without its milliseconds', '2026-03-11T02:00:00.000Z', '2026-03-11T02:00:00Z', 'line 2'],
  ['a column of another name', 'key_no', 'key', 'must have the columns'],
  ['half a line', ',online,', ',online\r\n', 'ballots.csv'],
])('%s is not guessed at', (_, from, to, where) => {
  const row: ExportBallot = {
    ballotNo: 1,
    keyNo: 1,
    seat: 'self',
    edition: 1,
    voterNo: 1,
    capacity: 'owner',
    channel: 'online',
    mandateNo: null,
    receivedAt: Date.parse('2026-03-11T02:00:00Z'),
    isUnsigned: false,
    marks: { a: 'agree', b: 'agree' },
    second: null,
    digest: 'ab'.repeat(32),
  }
  const changed = Buffer.from(writeCsv(ballots, [row]).toString().replace(from, to))
  expect(() => readCsv(ballots, changed)).toThrow(UnreadableExportError)
  expect(() => readCsv(ballots, changed)).toThrow(where)
})
