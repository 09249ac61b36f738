import { ROLE_CODES } from '@yishiting/domain/people/roles'
import { unitsOfVersion } from '../../../../server/owners/roll/load'
import { newId } from '../../../../server/platform/ids'
import { digestOf } from '../../../../server/platform/journal/digest'
import { type Hall, openHall } from '../../../support/hall'
import { expectProblem } from '../../support/problem'
import { applying, csv, HEADER, imported, line, uploadRoll } from './support/files'

let hall: Hall
beforeEach(async () => {
  hall = await openHall()
})
afterEach(() => hall.close())

const PHONE = { a: '13900000001', b: '13900000002', c: '13900000003' }
const CERTIFICATE = '110101198001011234'
const ROLL = [
  line('3-2-501', '金丝雀甲、金丝雀乙', { area: '83.25', phones: `${PHONE.a}、${PHONE.b}` }),
  line('3-2-502', '金丝雀丙', { area: '90.1', certificates: CERTIFICATE, phones: PHONE.c }),
  line('3-2-503', '金丝雀丙', { area: '40', certificates: CERTIFICATE }),
  line('1-1-101', '', { developers: '是', area: '' }),
  line('地库-1-001', '金丝雀丙', { area: '12.72', use: '车位', certificates: CERTIFICATE }),
]
const director = () => hall.people.committee_director
const upload = async (lines: string[][], who = director()) =>
  (await uploadRoll(hall, who, csv([HEADER, ...lines]))).view
const count = async (table: string) =>
  (await hall.platform.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n as number

test('the first roll: totals, buildings, the register’s total beside them', async () => {
  const view = await upload(ROLL)
  const { status, body } = await applying(hall, director(), view, {
    registryUnits: 6,
    registryArea: '230.00',
  })
  expect(status).toBe(201)
  expect(body).toMatchObject({
    version: 1,
    units: 5,
    people: 3,
    area: '226.07',
    withoutArea: 1,
    registry: { units: 6, area: '230.00', unitDifference: -1, areaDifference: '-3.93' },
    buildings: [
      { building: '1', stairwells: ['1'], units: 1, area: '0.00' },
      { building: '3', stairwells: ['2'], units: 3, area: '213.35' },
      { building: '地库', stairwells: ['1'], units: 1, area: '12.72' },
    ],
    versions: [{ version: 1, kind: 'import', reason: '首次建册', sourceName: '名册.csv' }],
    openRequests: 0,
    flags: [],
  })
  expect(await hall.ok(director(), 'owners.roll')).toEqual(body)
})

test('one bad line, and nothing at all is imported', async () => {
  const view = await upload([...ROLL, line('3-2-501', '丁')])
  const answer = await applying(hall, director(), view)
  expectProblem(answer, 422, 'roll_lines_bad')
  expect(answer.problem.detail).toContain('第 7 行：房号 3-2-501 和第 2 行重复了。')
  for (const table of ['roll_versions', 'roll_units', 'roll_owners']) expect(await count(table)).toBe(0)
  expect(await count('journal')).toBe(0)
})

test('an empty table, and columns that nobody chose', async () => {
  const view = await upload([])
  expectProblem(await applying(hall, director(), view), 422, 'roll_lines_bad')
  const full = await upload(ROLL)
  for (const mapping of [{}, { code: 0 }, { owners: 4 }]) {
    expectProblem(await applying(hall, director(), full, { mapping }), 400, 'bad_input')
  }
})

test('a file is imported once, also when the phone sends twice', async () => {
  const view = await upload(ROLL)
  const key = newId()
  const sent = { key, params: { importId: view.id }, body: { mapping: view.mapping, reason: '建册' } }
  const [first, second] = [
    await hall.ok(director(), 'owners.applyImport', sent),
    await hall.ok(director(), 'owners.applyImport', sent),
  ]
  expect(second).toEqual(first)
  expectProblem(await applying(hall, director(), view), 409, 'import_used')
  expect(await count('roll_versions')).toBe(1)
  const { rows } = await hall.platform.pool.query('select length(sealed_rows) as n from roll_imports')
  expect(rows[0].n).toBe(0)
})

test('two members at the same moment: one wins, the other is told', async () => {
  const { committee_member } = hall.people
  const views = [await upload(ROLL), await upload(ROLL.slice(1), committee_member)] as const
  const answers = await Promise.all([
    applying(hall, director(), views[0]),
    applying(hall, committee_member, views[1]),
  ])
  const lost = answers.filter(({ status }) => status !== 201)
  expect(lost).toHaveLength(1)
  for (const answer of lost) expectProblem(answer, 409, 'roll_changed')
  expect(await count('roll_versions')).toBe(1)
})

test('a file sent before somebody else changed the roll does not undo his change', async () => {
  const [early, other] = [await upload(ROLL), await upload(ROLL)]
  await applying(hall, hall.people.committee_member, other)
  const answer = await applying(hall, director(), early)
  expectProblem(answer, 409, 'roll_changed')
  expect(answer.problem.detail).toContain('重新传文件')
})

test('the next version: units keep their ids, what is the same its row, and the version before stays readable', async () => {
  await imported(hall, ROLL)
  const before = await unitsOfVersion(hall.platform.db, hall.compound.id, 1)
  const next = [
    ...ROLL.slice(0, 1),
    line('3-2-502', '金丝雀丁', { area: '90.1', phones: '13900000004' }),
    ...ROLL.slice(2, 4),
    line('3-2-504', '金丝雀甲', { phones: PHONE.a }),
  ]
  expect(await imported(hall, next)).toMatchObject({ version: 2, units: 5 })
  const after = await unitsOfVersion(hall.platform.db, hall.compound.id, 2)
  const idOf = (units: typeof after, code: string) => units.find((unit) => unit.code === code)?.id
  expect(after.map(({ code }) => code)).toEqual(['1-1-101', '3-2-501', '3-2-502', '3-2-503', '3-2-504'])
  for (const code of ['3-2-501', '3-2-502']) expect(idOf(after, code)).toBe(idOf(before, code))
  expect(await unitsOfVersion(hall.platform.db, hall.compound.id, 1)).toEqual(before)
  const { rows } = await hall.platform.pool.query(
    'select code, since_version as since, until_version as until from roll_units order by code, since_version',
  )
  expect(rows).toEqual([
    { code: '1-1-101', since: 1, until: null },
    { code: '3-2-501', since: 1, until: null },
    { code: '3-2-502', since: 1, until: 2 },
    { code: '3-2-502', since: 2, until: null },
    { code: '3-2-503', since: 1, until: null },
    { code: '3-2-504', since: 2, until: null },
    { code: '地库-1-001', since: 1, until: 2 },
  ])
})

test('an owner with one name and one certificate is one, also in the next version', async () => {
  await imported(hall, ROLL)
  expect(await count('roll_owners')).toBe(3)
  await imported(hall, ROLL)
  expect(await count('roll_owners')).toBe(3)
  const units = await unitsOfVersion(hall.platform.db, hall.compound.id, 2)
  const owners = new Set(
    ['3-2-502', '3-2-503'].map((code) => units.find((unit) => unit.code === code)?.ownerIds.join()),
  )
  expect(owners.size).toBe(1)
})

test('the digest says what the version says, and stands in the journal', async () => {
  const { versions } = await imported(hall, ROLL)
  const units = await unitsOfVersion(hall.platform.db, hall.compound.id, 1)
  const inOrder = units
    .map((unit) => ({ ...unit, ownerIds: [...unit.ownerIds].sort() }))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
  expect(versions[0]?.digest).toBe(digestOf(inOrder).toString('hex'))
  const { rows } = await hall.platform.pool.query('select kind, actor_id, reason, extra from journal')
  expect(rows).toEqual([
    {
      kind: 'roll_imported',
      actor_id: director().id,
      reason: '首次建册',
      extra: { version: 1, units: 5, added: 5, closed: 0, digest: versions[0]?.digest },
    },
  ])
})

test('units by code, page by page, names masked', async () => {
  await imported(hall, ROLL)
  const codes: string[] = []
  for (let cursor: string | undefined, page = 0; page < 5; page += 1) {
    const answer = await hall.ok(director(), 'owners.rollUnits', { query: { limit: 2, cursor } as never })
    codes.push(...answer.units.map(({ code }) => code))
    if (!answer.next) break
    cursor = answer.next
  }
  expect(codes).toEqual(['1-1-101', '3-2-501', '3-2-502', '3-2-503', '地库-1-001'])
  const find = async (query: object) =>
    (await hall.ok(director(), 'owners.rollUnits', { query: query as never })).units
  expect((await find({ code: '3号楼2单元501' }))[0]).toMatchObject({
    code: '3-2-501',
    area: '83.25',
    areaSource: 'register',
    owners: [
      { maskedName: '金**', isLinked: false },
      { maskedName: '金**', isLinked: false },
    ],
  })
  const codesOf = async (query: object) => (await find(query)).map(({ code }) => code)
  expect(await codesOf({ building: '3号楼' })).toEqual(['3-2-501', '3-2-502', '3-2-503'])
  expect(await codesOf({ only: 'without_area' })).toEqual(['1-1-101'])
  expect(await codesOf({ only: 'special' })).toEqual(['地库-1-001'])
  expect(await codesOf({ only: 'without_owner' })).toEqual([])
  expect(await codesOf({ code: '%' })).toEqual([])
  const broken = await hall.send(director(), 'owners.rollUnits', { query: { cursor: 'AA' } as never })
  expectProblem(broken, 400, 'bad_input')
})

test('names, certificates and telephones are neither in an answer nor open in the database', async () => {
  const canaries = ['金丝雀甲', '金丝雀乙', '金丝雀丙', CERTIFICATE, ...Object.values(PHONE)]
  const view = await upload(ROLL)
  const check = await hall.ok(director(), 'owners.checkImport', {
    params: { importId: view.id },
    body: { mapping: view.mapping },
  })
  const applied = await applying(hall, director(), view)
  const units = await hall.ok(director(), 'owners.rollUnits')
  const seen = JSON.stringify([view, check.bad, applied.body, units])
  expect(canaries.filter((canary) => seen.includes(canary))).toEqual([])
  for (const table of [
    'roll_owners',
    'roll_units',
    'roll_imports',
    'roll_versions',
    'journal',
    'idempotency',
  ]) {
    const { rows } = await hall.platform.pool.query<{ row: string }>(`select t::text as row from ${table} t`)
    const text = rows.map(({ row }) => row).join()
    const leaks = canaries.filter(
      (canary) => text.includes(canary) || text.includes(Buffer.from(canary).toString('hex')),
    )
    expect([table, leaks]).toEqual([table, []])
  }
})

test('columns that nobody recognised are masked in the sample too', async () => {
  const rows = [
    ['房号', '面积', '业主', '备注'],
    ['1-1-101', '80', '金丝雀甲', '金丝雀乙的儿子 13900000002'],
  ]
  const { view } = await uploadRoll(hall, director(), csv(rows))
  expect(view.sample).toEqual([['1-1-101', '80', '金**', '金**']])
})

test('nobody but the committee may see, send, check or change the roll', async () => {
  const view = await upload(ROLL)
  const params = { importId: view.id, requestId: newId() }
  for (const role of ROLE_CODES.filter((each) => !each.startsWith('committee_'))) {
    const who = hall.people[role]
    expect([role, (await uploadRoll(hall, who, csv([HEADER]))).status]).toEqual([role, 403])
    const { mapping } = view
    const answers = [
      await hall.send(who, 'owners.roll'),
      await hall.send(who, 'owners.rollUnits'),
      await hall.send(who, 'owners.checkImport', { params, body: { mapping } }),
      await hall.send(who, 'owners.applyImport', { params, body: { mapping, reason: '改' } }),
      await hall.send(who, 'owners.correct', { body: { unitCode: '1-1-101', reason: '改' } }),
      await hall.send(who, 'owners.requests'),
      await hall.send(who, 'owners.answerRequest', { params, body: { state: 'accepted', answer: '好' } }),
    ]
    expect([role, answers.map(({ status }) => status)]).toEqual([role, Array(7).fill(403)])
  }
  expect((await uploadRoll(hall, null, csv([HEADER]))).status).toBe(401)
  expect(await count('roll_versions')).toBe(0)
})
