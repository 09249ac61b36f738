import { DAY } from '@yishiting/domain/matter/instant'
import { photoOf } from '../../support/pictures'
import { expectProblem } from '../../support/problem'
import { type HallWithVote, hallWithVote } from '../support/hall-with-vote'

let it_: HallWithVote
beforeEach(async () => {
  it_ = await hallWithVote()
})
afterEach(() => it_.hall.close())

const at = (days: number) => new Date(it_.hall.clock.now() + days * DAY).toISOString()

const announced = (title: string, from: number, to: number) =>
  it_.announced((body) => Object.assign(body, { title, opensAt: at(from), closesAt: at(to) }))

const waitingFor = async (owner: keyof HallWithVote['owners']) =>
  (await it_.hall.ok(it_.owners[owner], 'people.home')).waiting.filter(({ kind }) => kind === 'ownersVote')

test('open ones first, then announced ones, then what is over; page by page, each once', async () => {
  const { hall, owners, director } = it_
  await announced('先投完的', 16, 22)
  await announced('正在投的', 17, 60)
  await announced('还没开始的', 50, 60)
  await it_.draft((body) => Object.assign(body, { title: '草稿' }))
  // By the clock alone: no sweep has come by.
  hall.clock.forward(30 * DAY)
  const titles = ({ votes }: { votes: { title: string }[] }) => votes.map(({ title }) => title)
  expect(titles(await hall.ok(owners.a, 'owners.votes'))).toEqual(['正在投的', '还没开始的', '先投完的'])
  expect(titles(await hall.ok(director, 'owners.votes'))).toEqual([
    '正在投的',
    '还没开始的',
    '草稿',
    '先投完的',
  ])
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await hall.ok(director, 'owners.votes', { query: { limit: 1, cursor } })
    seen.push(...titles(page))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(['正在投的', '还没开始的', '草稿', '先投完的'])
  expectProblem(
    await hall.send(director, 'owners.votes', { query: { limit: 1, cursor: 'bm9uc2Vuc2U' } }),
    400,
    'bad_input',
  )
})

test('a draft that was dropped was never announced: nobody but the committee hears of it', async () => {
  const { hall, owners, director } = it_
  const { id } = await it_.draft()
  await hall.ok(director, 'owners.cancelVote', { params: { voteId: id }, body: { reason: '不办了' } })
  expect((await hall.ok(owners.a, 'owners.votes')).votes).toEqual([])
  expectProblem(await hall.send(owners.a, 'owners.read', { params: { voteId: id } }), 404, 'not_found')
  expect((await hall.ok(director, 'owners.votes')).votes).toMatchObject([{ id, state: 'cancelled' }])
  const told = await hall.ok(owners.a, 'people.inbox')
  expect(told.notices.filter(({ title }) => title.includes('业主表决'))).toEqual([])
})

describe('等我办', () => {
  const listed = async (who: keyof HallWithVote['owners'], voteId: string) => ({
    list: (await it_.hall.ok(it_.owners[who], 'owners.votes')).votes.find(({ id }) => id === voteId)
      ?.waitsForMe,
    page: (await it_.see(it_.owners[who], voteId)).waitsForMe,
    home: (await waitingFor(who)).some((each) => each.voteId === voteId),
  })
  const waits = (isWaiting: boolean) => ({ list: isWaiting, page: isWaiting, home: isWaiting })

  test('from the opening until I have voted, alike on home, list and page', async () => {
    const vote = await it_.announced()
    expect(await listed('a', vote.id)).toEqual(waits(false))
    it_.hall.clock.forward(Date.parse(vote.opensAt) - it_.hall.clock.now())
    expect(await listed('a', vote.id)).toEqual(waits(true))
    expect(await waitingFor('a')).toMatchObject([{ action: '去投票', voteId: vote.id }])
    await it_.put(vote, await it_.keyNo(vote, '1-1-101'), 'agree', { voter: it_.owners.a })
    expect(await listed('a', vote.id)).toEqual(waits(false))
    expect(await listed('b', vote.id)).toEqual(waits(true))
    it_.hall.clock.forward(Date.parse(vote.closesAt) - it_.hall.clock.now())
    expect(await listed('b', vote.id)).toEqual(waits(false))
  })

  test('one of two co-owners has voted: the other is not urged into a contradiction, but may', async () => {
    const vote = await it_.opened()
    await it_.put(vote, await it_.keyNo(vote, '1-1-202'), 'agree', { voter: it_.owners.c, seat: 'self:1' })
    expect(await listed('d', vote.id)).toEqual(waits(false))
    expect((await it_.see(it_.owners.d, vote.id)).rights[0]?.mayVote).toBe(true)
  })

  test('where the notice announced paper only, nothing waits on the phone', async () => {
    const vote = await it_.opened((body) => {
      body.rules.channels = ['paper']
    })
    expect(await listed('a', vote.id)).toEqual(waits(false))
    expect((await it_.see(it_.owners.a, vote.id)).rights[0]?.whyNot).toMatch(/纸质票/)
  })

  test('a proxy is waited for as long as his mandate runs, and reminded no longer than that', async () => {
    const { hall, owners, director } = it_
    const vote = await it_.opened()
    const params = { voteId: vote.id }
    const keyNo = await it_.keyNo(vote, '2-1-101')
    await it_.put(vote, await it_.keyNo(vote, '1-1-201'), 'agree', { voter: owners.b })
    expect(await listed('b', vote.id)).toEqual(waits(false))
    const photoId = await photoOf(hall, owners.e)
    const granted = await hall.ok(owners.e, 'owners.grantMandate', {
      params,
      body: { keyNo, photoId, itemIds: null, instructions: null, expiresAt: at(2) },
    })
    const code = granted.rights.find((right) => right.keyNo === keyNo)?.mandate?.acceptCode ?? ''
    await hall.ok(owners.b, 'owners.acceptMandate', { params, body: { code } })
    expect(await listed('b', vote.id)).toEqual(waits(true))
    expect(await hall.ok(director, 'owners.remind', { params })).toEqual({ reminded: 5 })
    hall.clock.forward(2 * DAY)
    expect(await listed('b', vote.id)).toEqual(waits(false))
    expect(await hall.ok(director, 'owners.remind', { params })).toEqual({ reminded: 4 })
    expect(await listed('e', vote.id)).toEqual(waits(true))
  })
})
