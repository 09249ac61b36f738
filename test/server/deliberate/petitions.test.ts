import type { BodyOf } from '@yishiting/domain/contract'
import type { PetitionView } from '@yishiting/domain/contract/deliberate'
import { DAY } from '@yishiting/domain/matter/instant'
import { addCompound } from '../../support/compound'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { isoAt } from '../support/matters'
import { page, plan, waiting } from './support/meeting'

// 8 seated owners; with the owner, his family and the tenant 11 residents.
let hall: Hall
beforeAll(async () => {
  hall = await openHall({ seats: 8 })
})
afterAll(() => hall.close())

const NO_MATTER = '00000000-0000-4000-8000-000000000000'
const WORDS = { title: '车棚的灯', why: '坏了三个月，没有人管。' }

const seatOf = (index: number): TestPerson => {
  const seat = hall.compound.seated[index]
  if (!seat) throw new Error(`no seat ${index}`)
  return seat
}

const start = (
  who: TestPerson,
  kind: BodyOf<'deliberate.petition'>['kind'] = 'deliberation',
): Promise<PetitionView> => hall.ok(who, 'deliberate.petition', { body: { kind, ...WORDS } })

const sign = (
  who: TestPerson,
  petitionId: string,
  body: BodyOf<'deliberate.signPetition'> = { sign: true },
) => hall.send(who, 'deliberate.signPetition', { params: { petitionId }, body })

async function see(who: TestPerson, id: string): Promise<PetitionView> {
  const { petitions } = await hall.ok(who, 'deliberate.petitions')
  const petition = petitions.find((each) => each.id === id)
  if (!petition) throw new Error('no petition')
  return petition
}

/** Signed by as many seated members as it takes. */
async function reached(): Promise<PetitionView> {
  const { id, needed } = await start(seatOf(0))
  for (let index = 1; index < needed; index += 1) await sign(seatOf(index), id)
  return see(seatOf(0), id)
}

const convened = async (petitionId: string, more: Parameters<typeof plan>[2] = {}) =>
  hall.send(hall.people.branch_secretary, 'deliberate.convene', {
    body: plan(hall, [await waiting(hall)], { petitionId, ...more }),
  })

const told = (who: TestPerson) =>
  hall.platform.db
    .selectFrom('notices')
    .select('body')
    .where('personId', '=', who.id)
    .where('title', '=', `联名够了：${WORDS.title}`)
    .execute()

test('half of the seated members demand an 议事会: 4 of 8; whoever starts it has signed', async () => {
  const petition = await start(seatOf(0))
  expect(petition).toMatchObject({
    ...WORDS,
    kind: 'deliberation',
    base: 8,
    needed: 4,
    signatures: 1,
    signed: true,
    startedAt: isoAt(hall.clock.now()),
    closesAt: isoAt(hall.clock.now() + 30 * DAY),
    reachedAt: null,
    meetingId: null,
  })
  for (const index of [1, 2]) {
    const { signatures, reachedAt } = (await sign(seatOf(index), petition.id)).body
    expect({ signatures, reachedAt }).toEqual({ signatures: index + 1, reachedAt: null })
  }
  await hall.pass(DAY)
  expect((await sign(seatOf(3), petition.id)).body).toMatchObject({
    signatures: 4,
    reachedAt: isoAt(hall.clock.now()),
  })
})

test('a fifth of the residents demand a 听证会, rounded up: 3 of 11, tenants and family among them', async () => {
  const { owner, tenant, family } = hall.people
  const petition = await start(tenant, 'hearing')
  expect(petition).toMatchObject({ base: 11, needed: 3, signatures: 1, signed: true })
  expect((await sign(family, petition.id)).body).toMatchObject({ signatures: 2, reachedAt: null })
  expect((await sign(owner, petition.id)).body).toMatchObject({
    signatures: 3,
    reachedAt: isoAt(hall.clock.now()),
  })
})

test('who counts signs: for an 议事会 the seated members, for a 听证会 the residents', async () => {
  const { owner, property_manager, branch_secretary, tenant } = hall.people
  // A neighbour without a seat may ask, but he does not count himself.
  const sitting = await start(owner)
  expect(sitting).toMatchObject({ signatures: 0, signed: false, canSign: false })
  expect(sitting.whyNotSign).toBe('这份联名由议事员来签。')
  expect((await sign(tenant, sitting.id)).problem).toMatchObject({ status: 403, code: 'petition_not_yours' })
  const hearing = await start(owner, 'hearing')
  for (const who of [property_manager, branch_secretary]) {
    const refused = await sign(who, hearing.id)
    expect(refused.problem).toMatchObject({
      code: 'petition_not_yours',
      detail: '这份联名由住户来签。',
    })
    const answer = await hall.send(who, 'deliberate.petition', { body: { kind: 'hearing', ...WORDS } })
    expect(answer.problem).toMatchObject({ status: 403, code: 'not_allowed' })
  }
  expect((await see(owner, hearing.id)).signatures).toBe(1)
})

test('it says what for and why', async () => {
  const { owner } = hall.people
  const ask = (words: typeof WORDS) =>
    hall.send(owner, 'deliberate.petition', { body: { kind: 'hearing', ...words } })
  expect((await ask({ ...WORDS, title: ' ' })).problem.code).toBe('text_required')
  expect((await ask({ ...WORDS, why: ' ' })).problem.code).toBe('reason_required')
})

test('the same person counts once, however often he signs', async () => {
  const { id } = await start(seatOf(0))
  for (let times = 0; times < 3; times += 1) {
    expect((await sign(seatOf(0), id)).body).toMatchObject({ signatures: 1, signed: true, reachedAt: null })
    expect((await sign(seatOf(1), id)).body.signatures).toBe(2)
    await sign(seatOf(1), id, { sign: false })
  }
  expect((await see(seatOf(0), id)).signatures).toBe(1)
})

test('a name taken back no longer counts, and may be given again', async () => {
  const { id } = await start(seatOf(0))
  await sign(seatOf(1), id)
  await sign(seatOf(2), id)
  expect((await sign(seatOf(2), id, { sign: false })).body).toMatchObject({ signatures: 2, signed: false })
  // Three have been on it, not four: the third name is missing.
  expect((await sign(seatOf(3), id)).body).toMatchObject({ signatures: 3, reachedAt: null })
  expect(await see(seatOf(1), id)).toMatchObject({ signed: true })
  expect((await sign(seatOf(2), id)).body).toMatchObject({ signatures: 4, reachedAt: expect.any(String) })
})

test('a helper puts down the name of somebody without a phone, who counts or does not as by himself', async () => {
  const { helper, tenant, owner } = hall.people
  const elsewhere = await addCompound(hall.platform, { name: '隔壁里', seats: 1 })
  const { id } = await start(seatOf(0))
  expect((await sign(helper, id, { sign: true, forId: seatOf(1).id })).body).toMatchObject({
    signatures: 2,
    signed: false,
  })
  expect((await see(seatOf(1), id)).signed).toBe(true)
  expect((await sign(seatOf(1), id)).body.signatures).toBe(2)
  expect((await sign(helper, id, { sign: true, forId: tenant.id })).problem.code).toBe('petition_not_yours')
  const outside = await sign(helper, id, { sign: true, forId: elsewhere.seated[0]?.id ?? '' })
  expect(outside.problem.code).toBe('target_invalid')
  const byNeighbour = await sign(owner, id, { sign: true, forId: seatOf(2).id })
  expect(byNeighbour.problem).toMatchObject({ status: 403, code: 'not_allowed' })
  const kept = await hall.platform.db
    .selectFrom('petitionSignatures')
    .select(['personId', 'enteredById'])
    .where('petitionId', '=', id)
    .where('personId', '=', seatOf(1).id)
    .execute()
  expect(kept).toEqual([{ personId: seatOf(1).id, enteredById: helper.id }])
})

test('the name that makes it enough tells the branch and the committee, once', async () => {
  const { branch_secretary, branch_sorter, residents_committee, owner, property_manager } = hall.people
  await hall.platform.db.deleteFrom('notices').where('title', 'like', '联名够了%').execute()
  const { id } = await reached()
  await sign(seatOf(4), id)
  await sign(seatOf(4), id, { sign: false })
  await sign(seatOf(4), id)
  for (const who of [branch_secretary, branch_sorter, residents_committee]) {
    expect(await told(who)).toEqual([{ body: '4 人联名要求开会，请安排。' }])
  }
  for (const who of [owner, property_manager]) expect(await told(who)).toEqual([])
})

test('after thirty days it is over: nobody signs or takes his name back', async () => {
  const { id } = await start(seatOf(0))
  await sign(seatOf(1), id)
  await hall.pass(30 * DAY - 1)
  expect((await sign(seatOf(2), id)).body).toMatchObject({ signatures: 3, canSign: true })
  await hall.pass(1)
  expect(await see(seatOf(3), id)).toMatchObject({
    canSign: false,
    whyNotSign: '这份联名已经过了 30 天，可以再发起一次。',
  })
  for (const [who, body] of [
    [seatOf(3), { sign: true }],
    [seatOf(1), { sign: false }],
    [hall.people.helper, { sign: true, forId: seatOf(3).id }],
  ] as const) {
    expect((await sign(who, id, body)).problem).toMatchObject({ status: 409, code: 'petition_over' })
  }
  expect(await see(seatOf(0), id)).toMatchObject({ signatures: 3, reachedAt: null })
  expect((await convened(id)).problem.code).toBe('petition_over')
})

test('a meeting is called on it once it has enough names, and then it is met', async () => {
  const few = await start(seatOf(0))
  expect((await convened(few.id)).problem).toMatchObject({
    status: 409,
    code: 'petition_over',
    detail: '这份联名还没有够人数，或者已经开过会了。',
  })
  const { id } = await reached()
  // It is owed even when the thirty days are over meanwhile.
  await hall.pass(31 * DAY)
  const meeting = await convened(id)
  expect(meeting.status).toBe(201)
  expect(await see(hall.people.tenant, id)).toMatchObject({
    meetingId: meeting.body.id,
    canSign: false,
    whyNotSign: '这份联名已经开过会了。',
  })
  expect((await sign(seatOf(5), id)).problem.code).toBe('petition_over')
  expect((await convened(id)).problem.code).toBe('petition_over')
  expect((await convened(meeting.body.id)).problem.code).toBe('petition_over')
})

test('where residents demanded a 听证会 an 议事会 does not do, and the petition waits on', async () => {
  const { owner, tenant, family } = hall.people
  const { id } = await start(owner, 'hearing')
  for (const who of [tenant, family]) await sign(who, id)
  expect((await convened(id)).problem).toMatchObject({
    status: 409,
    code: 'hearing_required',
    detail: expect.stringMatching('够人数的居民联名要求开听证会'),
    legalBasis: '居民委员会组织法第32条',
  })
  expect((await see(owner, id)).meetingId).toBeNull()
  const hearing = await convened(id, { kind: 'hearing', startsAt: isoAt(hall.clock.now() + 10 * DAY) })
  expect(await page(hall, tenant, hearing.body.id)).toMatchObject({ kind: 'hearing', state: 'noticed' })
  expect((await see(owner, id)).meetingId).toBe(hearing.body.id)
})

test('a notice that is refused leaves the petition unmet', async () => {
  const { id } = await reached()
  const refused = await convened(id, { place: ' ' })
  expect(refused.problem.code).toBe('place_required')
  expect(await see(seatOf(0), id)).toMatchObject({ meetingId: null, canSign: true })
})

test('everybody sees how many signed, nobody who; people of another compound see nothing', async () => {
  const elsewhere = await addCompound(hall.platform, { name: '隔壁里', seats: 1 })
  const { id } = await start(seatOf(0))
  await sign(seatOf(1), id)
  const { petitions } = await hall.ok(hall.people.supervisor, 'deliberate.petitions')
  expect(petitions.find((each) => each.id === id)).toMatchObject({ signatures: 2, signed: false })
  for (const { id: personId, name } of hall.compound.seated) {
    expect(JSON.stringify(petitions)).not.toContain(personId)
    expect(JSON.stringify(petitions)).not.toContain(name)
  }
  const [stranger] = elsewhere.seated
  if (!stranger) throw new Error('no seat')
  for (const compoundId of [hall.compound.id, elsewhere.id]) {
    const answer = await hall.send(stranger, 'deliberate.signPetition', {
      params: { petitionId: id, compoundId },
      body: { sign: true },
    })
    expect(answer.problem).toMatchObject({ status: 404, code: 'not_found' })
  }
  const theirs = await hall.ok(stranger, 'deliberate.petitions', { params: { compoundId: elsewhere.id } })
  expect(theirs.petitions).toEqual([])
})

test('a 恳谈会 does not use up a petition for a 听证会', async () => {
  const { owner, tenant, family, branch_secretary } = hall.people
  const { id } = await start(owner, 'hearing')
  for (const who of [tenant, family]) await sign(who, id)
  expect((await convened(id, { kind: 'talk' })).problem).toMatchObject({
    status: 409,
    code: 'petition_kind',
    detail: '联名要求开的是听证会，请按听证会来通知。',
  })
  const answered = await convened(id, { kind: 'hearing', startsAt: isoAt(hall.clock.now() + 10 * DAY) })
  await hall.ok(branch_secretary, 'deliberate.cancel', {
    params: { meetingId: answered.body.id },
    body: { reason: '会议室漏水' },
  })
  expect(await see(owner, id)).toMatchObject({ meetingId: null, signatures: 3 })
  const again = await convened(id, { kind: 'hearing', startsAt: isoAt(hall.clock.now() + 10 * DAY) })
  expect((await see(owner, id)).meetingId).toBe(again.body.id)
})

test('those to whom it is addressed may write a name down, not strike one out', async () => {
  const { branch_secretary, helper } = hall.people
  const { id } = await start(seatOf(0))
  await sign(helper, id, { sign: true, forId: seatOf(1).id })
  for (const who of [branch_secretary, helper]) {
    const refused = await sign(who, id, { sign: false, forId: seatOf(1).id })
    expect(refused.problem).toMatchObject({ code: 'petition_not_yours', detail: '撤回联名要本人自己来。' })
  }
  expect((await see(seatOf(0), id)).signatures).toBe(2)
})

test('it names a matter of this compound that everybody may see, or none', async () => {
  const { matterId } = await waiting(hall)
  const body = { kind: 'deliberation' as const, ...WORDS }
  expect((await hall.ok(seatOf(0), 'deliberate.petition', { body: { ...body, matterId } })).matterId).toBe(
    matterId,
  )
  const unknown = await hall.send(seatOf(0), 'deliberate.petition', {
    body: { ...body, matterId: NO_MATTER },
  })
  expect(unknown.problem.code).toBe('target_invalid')
})

test('where one signature is enough, the one who starts it has it', async () => {
  const small = await openHall({ seats: 1 })
  try {
    const [member] = small.compound.seated
    if (!member) throw new Error('no seat')
    const petition = await small.ok(member, 'deliberate.petition', {
      body: { kind: 'deliberation', ...WORDS },
    })
    expect(petition).toMatchObject({ needed: 1, signatures: 1, reachedAt: isoAt(small.clock.now()) })
  } finally {
    await small.close()
  }
})
