import { DAY } from '@yishiting/domain/matter/instant'
import { claimDigest } from '../../../../server/owners/roll/identity'
import { newId } from '../../../../server/platform/ids'
import { tidy } from '../../../../server/platform/queue/queue'
import { type Hall, openHall } from '../../../support/hall'
import { addPerson, type TestPerson } from '../../../support/people'
import { titlesOf } from '../../support/inbox'
import { expectProblem } from '../../support/problem'
import { voteOnRows } from '../support/vote-rows'
import { imported, line } from './support/files'

let hall: Hall
let tenant: TestPerson
beforeEach(async () => {
  hall = await openHall()
  tenant = await addPerson(hall.platform, hall.compound.id, { name: '金丝雀', roles: ['tenant'] })
  await imported(hall, [
    line('3-2-501', '金丝雀、白灵', {
      area: '83.25',
      phones: '13900000001、13900000002',
      certificates: '11010119800101123X、110101198201014321',
    }),
    line('3-2-502', '百灵鸟', { area: '90.1', phones: '13900000003' }),
    line('3-2-503', '无号码'),
    line('1-1-101', '未交房', { developers: '是', phones: '13900000009' }),
  ])
})
afterEach(() => hall.close())

const GOOD = { unitCode: '3-2-501', name: '金丝雀', lastDigits: '0001' }
const claim = (who: TestPerson, body: object = GOOD, key = newId()) =>
  hall.send(who, 'owners.claim', { key, body: { ...GOOD, ...body } })
const rolesOf = async (who: TestPerson) =>
  (await hall.platform.pool.query('select roles from members where person_id = $1', [who.id])).rows[0].roles

test('before: who can vote, and what to do', async () => {
  const mine = await hall.ok(tenant, 'owners.mine')
  expect(mine).toMatchObject({ rollVersion: 1, canVote: false, units: [], requests: [] })
  expect(mine.line).toContain('用房号、姓名和证件（或电话）后四位认领')
})

test.each([
  ['by telephone', {}],
  ['by certificate, in small letters', { lastDigits: '123x' }],
  ['the code in words, the name with a space', { unitCode: '3号楼2单元501室', name: '金 丝 雀' }],
  ['full-width digits', { unitCode: '３－２－５０１' }],
])('linked %s', async (_how, body) => {
  const { status, body: mine } = await claim(tenant, body)
  expect(status).toBe(200)
  expect(mine).toMatchObject({
    canVote: true,
    line: '可以投票，和共有人合起来算 1 人、83.25 平方米。',
    units: [{ code: '3-2-501', area: '83.25', areaSource: 'register', owners: ['金**', '白*'], problem: '' }],
  })
  expect(await rolesOf(tenant)).toEqual(['tenant', 'owner'])
})

test('whatever is wrong, the answer is the same', async () => {
  const wrong = [
    { unitCode: '3-2-599' },
    { unitCode: '3-2-502' },
    { name: '白灵' },
    { lastDigits: '0002' },
    { unitCode: '1-1-101', name: '未交房', lastDigits: '0009' },
  ]
  const details = new Set<string>()
  for (const body of wrong) {
    const answer = await claim(tenant, body)
    expectProblem(answer, 422, 'claim_no_match')
    details.add(JSON.stringify(answer.problem))
  }
  expect(details.size).toBe(1)
})

test('an owner without numbers cannot be claimed by four digits', async () => {
  for (const lastDigits of ['0000', 'XXXX']) {
    expectProblem(
      await claim(tenant, { unitCode: '3-2-503', name: '无号码', lastDigits }),
      422,
      'claim_no_match',
    )
  }
})

test('five failures a day, all at once as well; the next day again', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, () => claim(tenant, { lastDigits: '9999' })))
  expect(answers.map(({ status }) => status).sort()).toEqual([422, 422, 422, 422, 422, 429, 429, 429])
  expectProblem(await claim(tenant), 429, 'claim_too_often')
  await hall.pass(DAY)
  expect((await claim(tenant)).status).toBe(200)
})

test('a claim sent twice is one failure', async () => {
  const key = newId()
  for (let time = 0; time < 8; time += 1) {
    expectProblem(await claim(tenant, { lastDigits: '9999' }, key), 422, 'claim_no_match')
  }
  expect((await claim(tenant)).status).toBe(200)
})

test('who is linked already stays linked: to himself again, to nobody else', async () => {
  await claim(tenant)
  expect((await claim(tenant)).status).toBe(200)
  const answer = await claim(hall.people.family)
  expectProblem(answer, 409, 'claim_taken')
  expect(await rolesOf(hall.people.family)).toEqual(['family'])
  expect((await hall.ok(hall.people.family, 'owners.mine')).canVote).toBe(false)
})

test('two at the same moment: one is linked', async () => {
  const answers = await Promise.all([claim(tenant), claim(hall.people.family)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('when the account has another name, the committee is asked to look', async () => {
  await claim(tenant)
  expect(await titlesOf(hall, hall.people.committee_director)).toEqual([])
  await claim(hall.people.family, { name: '白灵', lastDigits: '0002' })
  expect(await titlesOf(hall, hall.people.committee_director)).toEqual(['有人认领了房屋，姓名与账号不同'])
})

test('the link holds through the next version of the roll, and ends with the ownership', async () => {
  await claim(tenant)
  const numbers = { phones: '13900000001', certificates: '11010119800101123X' }
  await imported(hall, [line('3-2-501', '金丝雀', { area: '83.25', ...numbers })])
  expect((await hall.ok(tenant, 'owners.mine')).line).toBe('可以投票，算 1 人、83.25 平方米。')
  await imported(hall, [line('3-2-501', '新业主', { phones: '13900000008' })])
  expect(await hall.ok(tenant, 'owners.mine')).toMatchObject({ canVote: false, units: [] })
})

test('a certificate or a telephone that comes later does not lose who is linked', async () => {
  const { family } = hall.people
  expect((await claim(family, { unitCode: '3-2-502', name: '百灵鸟', lastDigits: '0003' })).status).toBe(200)
  const canVote = async () => (await hall.ok(family, 'owners.mine')).canVote
  await imported(hall, [line('3-2-502', '百灵鸟', { certificates: 'E12345678' })])
  expect(await canVote()).toBe(true)
  await imported(hall, [line('3-2-502', '百灵鸟', { certificates: 'E12345678', phones: '13900000777' })])
  expect(await canVote()).toBe(true)
  // Another certificate is another person, who only has the same name.
  await imported(hall, [line('3-2-502', '百灵鸟', { certificates: 'E87654321' })])
  expect(await canVote()).toBe(false)
})

test('a telephone that is new can be claimed with, the old one no more', async () => {
  const certificates = 'E12345678'
  const who = { unitCode: '3-2-502', name: '百灵鸟' }
  await imported(hall, [line('3-2-502', '百灵鸟', { certificates, phones: '13900000666' })])
  await imported(hall, [line('3-2-502', '百灵鸟', { certificates, phones: '13900000777' })])
  expectProblem(await claim(tenant, { ...who, lastDigits: '0666' }), 422, 'claim_no_match')
  expect((await claim(tenant, { ...who, lastDigits: '0777' })).status).toBe(200)
})

test('whoever is linked after the notice may still vote in it', async () => {
  const vote = await voteOnRows(hall, {
    flats: [
      { code: '3-2-501', area: 800_000, owners: ['金丝雀', '白灵'] },
      { code: '3-2-502', area: 800_000, owners: ['百灵鸟'] },
      { code: '3-2-503', area: 800_000, owners: [], isDevelopers: true },
    ],
  })
  const { secrets, pool } = hall.platform
  for (const name of ['白灵', '百灵鸟']) {
    const digest = claimDigest(secrets, hall.compound.id, name, '0007')
    await pool.query('update roll_owners set claim_digests = $1 where id = $2', [
      [digest],
      vote.ownerId(name),
    ])
  }
  await claim(tenant, { name: '白灵', lastDigits: '0007' })
  await claim(hall.people.family, { unitCode: '3-2-502', name: '百灵鸟', lastDigits: '0007' })
  const { rows } = await pool.query(
    'select person_id, key_no, seat, capacity from owner_vote_voters order by key_no',
  )
  expect(rows).toEqual([
    { person_id: tenant.id, key_no: vote.keyNo('3-2-501'), seat: 'self:2', capacity: 'co_owner' },
    { person_id: hall.people.family.id, key_no: vote.keyNo('3-2-502'), seat: 'self', capacity: 'owner' },
  ])
})

test('a file that nobody applied is gone after a day', async () => {
  const count = async () => (await hall.platform.pool.query('select from roll_imports')).rowCount
  expect(await count()).toBe(1)
  await hall.pass(2 * DAY)
  await tidy(hall.platform)
  expect(await count()).toBe(0)
})

test('owner sets that differ, an area that is missing: told before the vote', async () => {
  const [phones, both] = ['13900000001', '13900000001、13900000002']
  await imported(hall, [
    line('3-2-501', '金丝雀', { phones, area: '80' }),
    line('3-2-502', '金丝雀、白灵', { phones: both, area: '' }),
  ])
  const { body } = await claim(tenant)
  expect(body.line).toBe(
    '可以投票。您的房子产权人不完全相同，分开算 2 人，合计 80.00 平方米。有的房子名册里没有面积，请业委会补上。',
  )
  expect(body.units.map(({ problem }) => problem)).toEqual([
    expect.stringContaining('和 3-2-502 的产权人在名册里不完全相同'),
    expect.stringContaining('没有面积'),
  ])
  const { flags } = await hall.ok(hall.people.committee_director, 'owners.roll')
  expect(flags).toEqual(['3-2-501、3-2-502 有共同的业主，但产权人不完全相同，按不同的人分别计算。'])
})
