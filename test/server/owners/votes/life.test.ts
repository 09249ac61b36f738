import { DAY } from '@yishiting/domain/matter/instant'
import { titlesOf } from '../../support/inbox'
import { expectProblem } from '../../support/problem'
import { type HallWithVote, hallWithVote } from '../support/hall-with-vote'

let it_: HallWithVote
beforeEach(async () => {
  it_ = await hallWithVote()
})
afterEach(() => it_.hall.close())

const params = (voteId: string) => ({ params: { voteId } })

describe('起草和公告', () => {
  test('a draft says what stands in the way of its notice; nobody else sees it', async () => {
    const { hall, owners, director } = it_
    const vote = await it_.draft((body) => {
      body.rules.specialSpaces = 'unset'
      body.opensAt = new Date(hall.clock.now() + 3 * DAY).toISOString()
      Object.assign(body.items[0] ?? {}, { lawItem: 8 })
    })
    expect(vote.state).toBe('draft')
    expect(vote.problems.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['rules.specialSpaces', 'opensAt', 'items.0.kind']),
    )
    const refused = await hall.send(director, 'owners.notice', { ...params(vote.id), ifMatch: vote.version })
    expectProblem(refused, 422, 'draft_incomplete')
    expectProblem(await hall.send(owners.a, 'owners.read', params(vote.id)), 404, 'not_found')
    expect((await hall.ok(owners.a, 'owners.votes')).votes).toEqual([])
  })

  test('two members mend one draft: the slower one is told to look first, and nothing of the other is lost', async () => {
    const { hall, director } = it_
    const { id, version, opensAt, closesAt, rules } = await it_.draft()
    const edit = (who: typeof director, title: string) =>
      hall.send(who, 'owners.editDraft', {
        ...params(id),
        ifMatch: version,
        body: {
          ...{ title, why: '漏水', contact: '业委会', opensAt, closesAt, rules },
          items: [{ title: '修屋顶', body: '重做防水。', kind: 'ordinary', lawItem: 5 }],
        },
      })
    expect((await edit(director, '先改的')).body.version).toBe(version + 1)
    expectProblem(await edit(hall.people.committee_member, '后改的'), 412, 'stale_version')
    expect(await it_.see(director, id)).toMatchObject({ title: '先改的', receipt: 'BJ-2026-0001' })
  })

  test('without a roll nothing can be announced', async () => {
    const { hall, director } = it_
    const { id, version } = await it_.draft()
    await hall.platform.pool.query('delete from roll_units')
    await hall.platform.pool.query('delete from roll_versions')
    const refused = await hall.send(director, 'owners.notice', { ...params(id), ifMatch: version })
    expectProblem(refused, 409, 'roll_missing')
  })

  test('the notice freezes roll and rules, numbers the keys, tells owners and 居委会', async () => {
    const { hall, owners, director } = it_
    const vote = await it_.announced()
    expect(vote).toMatchObject({ state: 'noticed', rollVersion: 1, problems: [] })
    expect(vote.rulesDigest).toMatch(/^[0-9a-f]{64}$/)
    expect(await titlesOf(hall, owners.a)).toContain('业主表决公告：动用维修资金修屋顶')
    expect(await titlesOf(hall, hall.people.residents_committee)).toContain('告知居委会：动用维修资金修屋顶')
    const again = await hall.send(director, 'owners.editDraft', {
      ...params(vote.id),
      ifMatch: vote.version,
      body: {
        title: '改个题目',
        why: '',
        contact: '',
        opensAt: vote.opensAt,
        closesAt: vote.closesAt,
        rules: vote.rules,
        items: [{ title: '修屋顶', body: '改了', kind: 'ordinary' }],
      },
    })
    expectProblem(again, 409, 'vote_frozen')
    const mine = await it_.see(owners.a, vote.id)
    expect(mine.rights).toMatchObject([
      { capacity: 'owner', unitCodes: ['1-1-101', '1-1-102'], area: '170.00', mayVote: false },
    ])
    expect(mine.rights[0]?.whyNot).toMatch(/开始投票/)
    expect((await it_.see(owners.c, vote.id)).rights).toMatchObject([{ capacity: 'co_owner', coOwners: 1 }])
  })

  test('two members announce at once: one does, the other is told so, and it is announced once', async () => {
    const { hall, director } = it_
    const { id, version } = await it_.draft()
    const member = hall.people.committee_member
    const answers = await Promise.all([
      hall.send(director, 'owners.notice', { ...params(id), ifMatch: version }),
      hall.send(member, 'owners.notice', { ...params(id), ifMatch: version }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.problem.detail).toBe('这次表决已经公告过了。')
    const { rows } = await hall.platform.pool.query(
      "select count(*)::int as n from journal where kind = 'vote_notice'",
    )
    expect(rows[0].n).toBe(1)
  })

  test('a correction of the roll after the notice does not touch the vote', async () => {
    const { hall, owners, director } = it_
    const vote = await it_.announced()
    await hall.ok(director, 'owners.correct', {
      body: { unitCode: '1-1-101', area: '8000', reason: '写错了' },
    })
    expect((await it_.see(owners.a, vote.id)).rights[0]?.area).toBe('170.00')
  })
})

describe('投票期间', () => {
  test('only the clock opens and closes: a millisecond before, it has not', async () => {
    const { hall, owners } = it_
    const vote = await it_.announced()
    const state = async () => (await it_.see(owners.a, vote.id)).state
    await hall.pass(Date.parse(vote.opensAt) - hall.clock.now() - 1)
    expect(await state()).toBe('noticed')
    // Without a sweep: the clock alone decides.
    hall.clock.forward(1)
    expect(await state()).toBe('open')
    hall.clock.forward(Date.parse(vote.closesAt) - hall.clock.now() - 1)
    expect(await state()).toBe('open')
    hall.clock.forward(1)
    expect(await state()).toBe('closed')
  })

  test('everybody sees how many take part and how far from two thirds, nobody which way', async () => {
    const { hall, owners } = it_
    const vote = await it_.opened()
    await it_.put(vote, await it_.keyNo(vote, '1-1-101'), 'against', { voter: owners.a })
    const seen = await it_.see(owners.b, vote.id)
    expect(seen.participation).toEqual({
      roll: { people: 6, area: '640.00' },
      voted: { people: 1, area: '170.00' },
      shortPeople: 3,
      shortArea: '256.6667',
    })
    expect(seen.result).toBeNull()
    expect(JSON.stringify(await it_.see(hall.people.branch_secretary, vote.id))).not.toMatch(/against/)
    expect((await it_.see(hall.people.branch_secretary, vote.id)).rights).toEqual([])
  })

  test('reminders go only to those who have not voted, once a day', async () => {
    const { hall, owners, director } = it_
    const vote = await it_.opened()
    await it_.put(vote, await it_.keyNo(vote, '1-1-101'), 'agree', { voter: owners.a })
    // 丙 and 丁 share a key: when one has voted neither is asked again.
    await it_.put(vote, await it_.keyNo(vote, '1-1-202'), 'agree', { voter: owners.c, seat: 'self:1' })
    expect(await hall.ok(director, 'owners.remind', params(vote.id))).toEqual({ reminded: 2 })
    expect(await titlesOf(hall, owners.b)).toContain('请投票：动用维修资金修屋顶')
    for (const who of [owners.a, owners.c, owners.d])
      expect(await titlesOf(hall, who)).not.toContain('请投票：动用维修资金修屋顶')
    expectProblem(await hall.send(director, 'owners.remind', params(vote.id)), 409, 'reminded_already')
  })

  test('extended once, by the announced days, before the close', async () => {
    const { hall, director } = it_
    const vote = await it_.opened()
    const extend = (version: number) =>
      hall.send(director, 'owners.extend', {
        ...params(vote.id),
        ifMatch: version,
        body: { reason: '下雨，没走完' },
      })
    const { body } = await extend(vote.version)
    expect(Date.parse(body.closesAt) - Date.parse(vote.closesAt)).toBe(5 * DAY)
    expectProblem(await extend(body.version), 409, 'extension_used')
    await hall.pass(Date.parse(vote.closesAt) - hall.clock.now())
    expect((await it_.see(director, vote.id)).state).toBe('open')
    await hall.pass(5 * DAY)
    expect((await it_.see(director, vote.id)).state).toBe('closed')
  })

  test('where the notice announced no extension there is none; cancelled only before the opening', async () => {
    const { hall, owners, director } = it_
    const vote = await it_.opened((body) => {
      body.rules.extensionDays = 0
    })
    const reason = { ...params(vote.id), body: { reason: '改主意了' } }
    expectProblem(await hall.send(director, 'owners.extend', reason), 409, 'extension_not_announced')
    expectProblem(await hall.send(director, 'owners.cancelVote', reason), 409, 'vote_frozen')
    const other = await it_.announced()
    expect(await titlesOf(hall, owners.a)).toContain('业主表决公告：动用维修资金修屋顶')
    const cancelled = await hall.ok(director, 'owners.cancelVote', {
      ...params(other.id),
      body: { reason: '方案要重做' },
    })
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: '方案要重做' })
    for (const who of [owners.a, hall.people.residents_committee])
      expect(await titlesOf(hall, who)).toContain('业主表决取消了：动用维修资金修屋顶')
    // Its clocks are stopped: nobody is called to vote.
    await hall.pass(Date.parse(other.opensAt) - hall.clock.now())
    expect((await it_.see(owners.a, other.id)).state).toBe('cancelled')
    const { rows } = await hall.platform.pool.query(
      "select count(*)::int as n from journal where kind = 'vote_open' and vote_id = $1",
      [other.id],
    )
    expect(rows[0].n).toBe(0)
  })
})

describe('截止、公布、异议、确认', () => {
  /** 甲, 乙 and 丙丁 agree, 戊 is against: 4 of 6 people, 440 of 640 ㎡ take part. */
  async function closed() {
    const { hall, owners } = it_
    const vote = await it_.opened()
    await it_.put(vote, await it_.keyNo(vote, '1-1-101'), 'agree', { voter: owners.a })
    await it_.put(vote, await it_.keyNo(vote, '1-1-201'), 'agree', { voter: owners.b })
    await it_.put(vote, await it_.keyNo(vote, '1-1-202'), 'agree', { voter: owners.c, seat: 'self:1' })
    await it_.put(vote, await it_.keyNo(vote, '2-1-101'), 'against', { voter: owners.e })
    await hall.pass(Date.parse(vote.closesAt) - hall.clock.now())
    return it_.see(it_.director, vote.id)
  }

  test('counted at the close by itself; the public sees it once it is published', async () => {
    const { hall, owners, director } = it_
    const vote = await closed()
    expect(vote.result?.items[0]).toMatchObject({
      verdict: 'PASS',
      participating: { people: 4, area: '440.00' },
      agree: { people: 3, area: '340.00' },
      against: { people: 1, area: '100.00' },
    })
    expect((await it_.see(owners.a, vote.id)).result).toBeNull()
    expect((await it_.see(hall.people.branch_secretary, vote.id)).result).toBeNull()
    const published = await hall.ok(director, 'owners.publish', { ...params(vote.id), ifMatch: vote.version })
    expect(published).toMatchObject({ state: 'published' })
    const seen = await it_.see(owners.a, vote.id)
    expect(seen.result?.digest).toBe(vote.result?.digest)
    expect(await titlesOf(hall, owners.d)).toContain('表决结果：动用维修资金修屋顶')
  })

  test('a late publication is told to everybody', async () => {
    const { hall, owners } = it_
    const { id } = await closed()
    expect((await it_.see(owners.a, id)).line).toBe('截止了，3 天内公布结果')
    await hall.pass(5 * DAY)
    expect((await it_.see(owners.a, id)).line).toMatch(/逾期 2 天/)
  })

  test('objections are answered in public; certified only when the period is over and all are answered', async () => {
    const { hall, owners, director } = it_
    const vote = await closed()
    await hall.ok(director, 'owners.publish', params(vote.id))
    const certify = () => hall.send(director, 'owners.certify', params(vote.id))
    expectProblem(await certify(), 409, 'objections_running')
    const objected = await hall.ok(owners.e, 'owners.object', {
      ...params(vote.id),
      body: { text: '我没收到纸质票' },
    })
    const [objection] = objected.objections
    await hall.pass(16 * DAY)
    expectProblem(await certify(), 409, 'objections_open')
    const late = await hall.send(owners.e, 'owners.object', {
      ...params(vote.id),
      body: { text: '再说一句' },
    })
    expectProblem(late, 409, 'vote_frozen')
    await hall.ok(director, 'owners.answerObjection', {
      params: { voteId: vote.id, objectionId: objection?.id ?? '' },
      body: { answer: '您在线上投过，编号在公布的摘要里。' },
    })
    expect((await it_.see(owners.a, vote.id)).objections[0]?.answer).toMatch(/线上投过/)
    expect((await certify()).body.state).toBe('certified')
  })

  test('what cannot be certified may be published, and is told so; it is not confirmed', async () => {
    const { hall, director, owners } = it_
    const vote = await it_.opened()
    for (const code of ['1-1-101', '1-1-201', '2-1-101'])
      await it_.put(vote, await it_.keyNo(vote, code), 'agree')
    // 丙 and 丁 say different things about one flat: with it the quorum stands, without it nobody knows.
    const shared = await it_.keyNo(vote, '1-1-202')
    await it_.put(vote, shared, 'agree', { voter: owners.c, seat: 'self:1' })
    await it_.put(vote, shared, 'against', { voter: owners.d, seat: 'self:2' })
    await hall.pass(Date.parse(vote.closesAt) - hall.clock.now())
    const published = await hall.ok(director, 'owners.publish', params(vote.id))
    expect(published.result).toMatchObject({
      items: [{ verdict: 'CANNOT_CERTIFY' }],
      conflicts: { open: 1, ruled: 0 },
    })
    await hall.pass(16 * DAY)
    expectProblem(await hall.send(director, 'owners.certify', params(vote.id)), 409, 'conflicts_open')
  })

  test('published before the sweep has come by: closed in the journal all the same, and only once', async () => {
    const { hall, director } = it_
    const vote = await it_.opened()
    await it_.put(vote, await it_.keyNo(vote, '1-1-101'), 'agree')
    hall.clock.forward(Date.parse(vote.closesAt) - hall.clock.now())
    const published = await hall.ok(director, 'owners.publish', params(vote.id))
    expect(published.result?.ballots).toBe(1)
    await hall.pass(DAY)
    const { rows } = await hall.platform.pool.query(
      "select kind, from_state, to_state from journal where kind in ('vote_close', 'vote_publish') order by id",
    )
    expect(rows).toEqual([
      { kind: 'vote_close', from_state: 'open', to_state: 'closed' },
      { kind: 'vote_publish', from_state: 'closed', to_state: 'published' },
    ])
    expect(await titlesOf(hall, hall.people.scrutineer)).toContain('投票截止：动用维修资金修屋顶')
  })

  test('a server that slept through the whole voting invites nobody to vote afterwards', async () => {
    const { hall, owners, director } = it_
    const vote = await it_.announced()
    await hall.pass(Date.parse(vote.closesAt) - hall.clock.now())
    expect(await titlesOf(hall, owners.a)).not.toContain('可以投票了：动用维修资金修屋顶')
    expect((await it_.see(director, vote.id)).result?.items[0]?.verdict).toBe('NOT_HELD')
  })

  test('nothing about a published vote changes any more', async () => {
    const { hall, director } = it_
    const vote = await closed()
    await hall.ok(director, 'owners.publish', params(vote.id))
    expectProblem(await hall.send(director, 'owners.publish', params(vote.id)), 409, 'vote_frozen')
    expectProblem(
      await hall.send(director, 'owners.extend', { ...params(vote.id), body: { reason: '再等等' } }),
      409,
      'vote_frozen',
    )
  })
})
