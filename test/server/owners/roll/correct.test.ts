import { unitsOfVersion } from '../../../../server/owners/roll/load'
import { newId } from '../../../../server/platform/ids'
import { type Hall, openHall } from '../../../support/hall'
import { titlesOf } from '../../support/inbox'
import { expectProblem } from '../../support/problem'
import { imported, line } from './support/files'

let hall: Hall
beforeEach(async () => {
  hall = await openHall()
})
afterEach(() => hall.close())

const director = () => hall.people.committee_director
const ROLL = [
  line('3-2-501', '金丝雀', { area: '83.25', phones: '13900000001' }),
  line('3-2-502', '白灵', { area: '' }),
  line('1-1-101', '', { developers: '是' }),
]
const correct = (body: object, key = newId()) =>
  hall.send(director(), 'owners.correct', {
    key,
    body: { unitCode: '3-2-502', reason: '登记簿补录', ...body },
  })

describe('a correction', () => {
  beforeEach(() => imported(hall, ROLL))

  test('is a new version with its reason; the one before stays as it was', async () => {
    const before = await unitsOfVersion(hall.platform.db, hall.compound.id, 1)
    const { status, body } = await correct({ area: '90.1234', areaSource: 'register' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: 2, units: 3, withoutArea: 0 })
    expect(body.versions[0]).toMatchObject({ version: 2, kind: 'correction', reason: '登记簿补录' })
    expect(body.versions[0]?.digest).not.toBe(body.versions[1]?.digest)
    expect(await unitsOfVersion(hall.platform.db, hall.compound.id, 1)).toEqual(before)
    const after = await unitsOfVersion(hall.platform.db, hall.compound.id, 2)
    expect(after.find(({ code }) => code === '3-2-502')).toMatchObject({
      area: 901_234,
      areaSource: 'register',
    })
  })

  test('new owners take the place of the old; they have to claim', async () => {
    const owners = [
      { name: '金丝雀', phone: '139 0000 0001' },
      { name: '丙', certificate: 'e12345678' },
    ]
    await correct({ owners })
    const units = await unitsOfVersion(hall.platform.db, hall.compound.id, 2)
    const [sold, other] = ['3-2-502', '3-2-501'].map((code) => units.find((unit) => unit.code === code))
    expect(sold?.ownerIds).toHaveLength(2)
    // The same name and telephone: the same person as next door.
    expect(sold?.ownerIds).toContain(other?.ownerIds[0])
  })

  test('the developer sells a flat, and takes one back', async () => {
    expectProblem(await correct({ unitCode: '1-1-101', isDevelopers: false }), 422, 'roll_lines_bad')
    expect(
      (await correct({ unitCode: '1-1-101', isDevelopers: false, owners: [{ name: '丁' }] })).status,
    ).toBe(200)
    expect((await correct({ isDevelopers: true })).status).toBe(200)
    const units = await unitsOfVersion(hall.platform.db, hall.compound.id, 3)
    expect(units.map(({ code, isDevelopers, ownerIds }) => [code, isDevelopers, ownerIds.length])).toEqual([
      ['1-1-101', false, 1],
      ['3-2-501', false, 1],
      ['3-2-502', true, 0],
    ])
  })

  test.each([
    ['an area of nothing', { area: '0' }, 422, 'roll_lines_bad'],
    ['ten decimals', { area: '80.1234567891' }, 400, 'bad_input'],
    ['an area too large', { area: '100001' }, 422, 'roll_lines_bad'],
    ['nobody as owner', { owners: [] }, 422, 'roll_lines_bad'],
    ['two in one name', { owners: [{ name: '甲、乙' }] }, 422, 'roll_lines_bad'],
    ['no such unit', { unitCode: '9-9-999' }, 422, 'unit_unknown'],
    ['no reason', { reason: ' ' }, 400, 'bad_input'],
  ])('%s is refused and changes nothing', async (_what, body, status, code) => {
    expectProblem(await correct(body), status, code)
    expect((await hall.ok(director(), 'owners.roll')).version).toBe(1)
  })

  test('ten at the same moment: no version is lost, none is made twice', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => correct({ area: `${90 + index}` })),
    )
    const done = answers.filter(({ status }) => status === 200).length
    for (const answer of answers.filter(({ status }) => status !== 200))
      expectProblem(answer, 409, 'roll_changed')
    expect(done).toBeGreaterThan(0)
    expect((await hall.ok(director(), 'owners.roll')).version).toBe(1 + done)
  })
})

test('without a roll there is nothing to correct', async () => {
  expectProblem(await correct({ area: '80' }), 409, 'roll_missing')
  expect(await hall.ok(director(), 'owners.roll')).toMatchObject({ version: null, units: 0, area: '0.00' })
  expect((await hall.ok(hall.people.owner, 'owners.mine')).line).toContain('名册还没有建好')
})

describe('“名册不对”', () => {
  const ask = (body: object = {}) =>
    hall.send(hall.people.owner, 'owners.request', {
      body: { unitCode: '3号楼2单元502', about: 'area', text: '面积少了两平方', ...body },
    })

  test('is asked, told to the committee, answered, and told to whoever asked', async () => {
    const { owner, committee_member } = hall.people
    const asked = await ask()
    expect(asked.status).toBe(201)
    const [request] = asked.body.requests
    expect(request).toMatchObject({ unitCode: '3-2-502', about: 'area', state: 'open', person: null })
    expect(await titlesOf(hall, committee_member)).toEqual(['有人说名册不对'])
    expect((await hall.ok(director(), 'owners.roll')).openRequests).toBe(1)

    const { requests } = await hall.ok(committee_member, 'owners.requests')
    expect(requests).toMatchObject([{ text: '面积少了两平方', person: { name: owner.name } }])
    expect(requests[0]?.person?.phone).toContain('****')
    const params = { requestId: request?.id ?? '' }
    const answer = { state: 'accepted', answer: '已按登记簿更正' } as const
    await hall.ok(committee_member, 'owners.answerRequest', { params, body: answer })
    expect(await titlesOf(hall, owner)).toEqual(['名册的异议：业委会同意更正'])
    expect((await hall.ok(owner, 'owners.mine')).requests[0]).toMatchObject(answer)
    expect((await hall.ok(director(), 'owners.requests')).requests).toEqual([])
    const again = await hall.send(director(), 'owners.answerRequest', { params, body: answer })
    expectProblem(again, 409, 'not_in_this_state')
  })

  test('the words are sealed in the database', async () => {
    await ask({ text: '金丝雀的话' })
    const { rows } = await hall.platform.pool.query('select t::text as row from roll_requests t')
    expect(rows[0].row).not.toContain(Buffer.from('金丝雀的话').toString('hex'))
  })

  test('ten open ones are enough; page by page for the committee', async () => {
    for (let index = 0; index < 10; index += 1) expect((await ask()).status).toBe(201)
    expectProblem(await ask(), 429, 'request_too_many')
    const first = await hall.ok(director(), 'owners.requests', { query: { limit: 6 } as never })
    const rest = await hall.ok(director(), 'owners.requests', {
      query: { limit: 6, cursor: first.next ?? '' } as never,
    })
    const ids = [...first.requests, ...rest.requests].map(({ id }) => id)
    expect([new Set(ids).size, rest.next]).toEqual([10, null])
  })
})
