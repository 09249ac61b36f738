import { personaId, SEATED_MEMBERS } from '../../server/demo/compound'
import { itemId, meetingId } from '../../server/demo/story/names'
import { type Guest, inviteGuest } from './support/guest'
import { journey } from './support/journey'
import type { Phone } from './support/phone'

const DAY = 86_400_000
const TELEVISION = { width: 1280, height: 720 }

/** A whole 议事会 on eight screens at once: nobody reloads, everybody sees the same. */
describe('议事会现场：支部主持，居委会接手，五位邻居（一位用小程序），一台电视', () => {
  const id = meetingId('coming')
  const item = itemId('coming', 'M39')
  const { hall, step } = journey()
  const page = `/meeting?id=${id}`
  const desk = `/moderate?id=${id}`
  const people = ['zhang', 'li', 'chen', 'wang'] as const
  type Somebody = (typeof people)[number] | 'secretary' | 'committee'
  const who = (persona: Somebody) => hall().phone(persona)
  let television: Phone
  let guest: Guest | undefined

  afterAll(() => guest?.stop())

  const read = async () => (await hall().api('li')).ok('deliberate.read', { params: { meetingId: id } })
  const untilSo = async (isSo: () => Promise<boolean>) => {
    const end = Date.now() + 45_000
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`not so: ${isSo}`)
      await television.page.waitForTimeout(100)
    }
  }
  /** So many votes have come in on phones, the mini-program's among them; the moderator's screen says so too. */
  const untilCast = async (count: number) => {
    await untilSo(async () => (await read()).items[0]?.polls.at(-1)?.cast === count)
    await television.sees(String(count))
  }
  const everybody = async (words: string | RegExp) => {
    for (const persona of people) await (await who(persona)).sees(words)
  }

  step(
    '到点了：主持人宣布开会，六部手机和电视自己跟上',
    async () => {
      const { startsAt } = await read()
      await hall().pass(Date.parse(startsAt) - (await hall().now()) + 60_000)
      guest = inviteGuest('resident', {
        HALL_URL: hall().server.url,
        HALL_TOKEN: (await hall().api('secretary')).token ?? '',
      })
      const secretary = await who('secretary')
      await secretary.go(desk)
      for (const persona of people) await (await who(persona)).go(page)
      await (await who('committee')).go(desk)
      television = await hall().anotherPhone('secretary', TELEVISION)
      await television.go(`/screen?id=${id}`)
      await television.sees('请签到，马上开会')
      await secretary.tap('meeting-open')
      await television.sees('第 1 项')
      await everybody('现在议')
    },
    90_000,
  )

  step('签到：电视上的四位数字；议事员由帮办员签，人数够了大家都看得到', async () => {
    const digits = (await television.page.locator('.screen__digits').innerText()).trim()
    expect(digits).toMatch(/^\d{4}$/)
    for (const persona of people) {
      const phone = await who(persona)
      await phone.type('checkin-code', digits)
      await phone.tap('checkin')
      await phone.sees('您已经签到')
    }
    const helper = await hall().api('helper')
    const others = SEATED_MEMBERS.filter(({ key }) => key !== 'zhang').slice(0, 14)
    for (const { id: personId } of others)
      await helper.ok('deliberate.checkInOther', {
        params: { meetingId: id },
        body: { personId, byHand: false },
      })
    const { presentMembers, seats, present } = await read()
    await television.sees(`议事员 ${presentMembers}／${seats}`)
    expect(present).toBeGreaterThanOrEqual(18)
    // The mini-program is the nineteenth.
    await untilSo(async () => (await read()).present >= 19)
  })

  step('发言：没说过的先说；电视上有人、有时间、有次序', async () => {
    const [secretary, li, chen] = [await who('secretary'), await who('li'), await who('chen')]
    await li.tap('speech-ask')
    await li.sees('您排第 1 位')
    await secretary.sees('第 1 位')
    await secretary.tap('speech-next')
    await li.sees('轮到您了')
    await television.sees('正在发言：10 号楼居民')
    expect(await television.page.locator('.screen__speaking .screen__figure').innerText()).toMatch(
      /^\d:\d\d$/,
    )
    await secretary.type('speech-note', '充电口不够，楼道里拉线不安全')
    await secretary.tap('speech-end')
    // 李晓彤 asks again before 陈思远 does; he has not spoken and goes first.
    await li.sees('举手发言')
    await li.tap('speech-ask')
    await li.sees('您排第 1 位')
    await chen.tap('speech-ask')
    await chen.sees('您排第 1 位')
    await li.sees('您排第 2 位')
    await secretary.sees('第 2 位')
    await secretary.tap('speech-next')
    await chen.sees('轮到您了')
    await secretary.tap('speech-end')
    await li.tap('speech-withdraw')
    await li.sees('举手发言')
  })

  step('修正：有人提、有人附议，主持人采用，动议跟着改', async () => {
    const [secretary, zhang, wang] = [await who('secretary'), await who('zhang'), await who('wang')]
    const words = '东侧车棚装 20 个充电口，费用从公共收益里出，两个月内装好，物业负责。'
    await zhang.tap('propose')
    await zhang.type('propose-text', words)
    await zhang.tap('propose-send')
    await wang.sees(words)
    const motion = (await read()).items[0]?.motions[0]
    await wang.tap(`second-${motion?.id}`)
    await wang.sees(/1 人附议/)
    await secretary.sees(/1 人附议/)
    await secretary.tap(`take-${motion?.id}`)
    await secretary.sayYes()
    await television.sees(words)
    expect((await read()).items[0]).toMatchObject({ motion: words, adopted: null })
  })

  step('摸个底：几个办法里选一个，四个人投，结果当场在电视上', async () => {
    const secretary = await who('secretary')
    await secretary.tap('ask')
    await secretary.type('ask-question', '充电口先装在哪里？')
    await secretary.tap('ask-method-choose_one')
    await secretary.type('ask-option-1', '东侧车棚')
    await secretary.type('ask-option-2', '北门空地')
    await secretary.tap('ask-submit')
    await secretary.sayYes()
    await television.sees('充电口先装在哪里？')
    for (const [persona, option] of [
      ['zhang', 'o1'],
      ['li', 'o1'],
      ['chen', 'o1'],
      ['wang', 'o2'],
    ] as const) {
      const phone = await who(persona)
      await phone.tap(`choice-${option}`)
      await phone.tap('vote-submit')
      await phone.sayYes()
      await phone.sees('您投过了')
    }
    await untilCast(5)
    await secretary.tap('poll-close')
    await secretary.sayYes()
    await television.sees('“东侧车棚”选的人最多。')
    await everybody('“东侧车棚”选的人最多。')
  })

  step('主持人要走：居委会接过来，原来的主持人不能再推进', async () => {
    const [secretary, committee] = [await who('secretary'), await who('committee')]
    await committee.tap('take-over')
    await committee.sayYes()
    await television.sees('居委会主持')
    await secretary.sees('接过主持')
    const refused = await (await hall().api('secretary')).send('deliberate.openPoll', {
      params: { meetingId: id, itemId: item },
    })
    expect(refused).toMatchObject({ status: 409, body: { code: 'not_in_the_chair' } })
  })

  step('表决：票自己出现在四个人手里，断网的回来接着投，结果到每一块屏幕', async () => {
    const committee = await who('committee')
    await committee.tap('poll-open')
    await committee.sayYes()
    await television.sees('正在表决 · 不记名')
    await everybody('投后不能改')
    const wang = await who('wang')
    await wang.setOnline(false)
    for (const [persona, choice] of [
      ['zhang', 'agree'],
      ['li', 'agree'],
      ['chen', 'against'],
    ] as const) {
      const phone = await who(persona)
      await phone.tap(`choice-${choice}`)
      await phone.tap('vote-submit')
      await phone.sayYes()
      await phone.sees('您投过了')
    }
    await wang.setOnline(true)
    await wang.tap('choice-agree')
    await wang.tap('vote-submit')
    await wang.sayYes()
    await wang.sees('您投过了')
    await untilCast(5)
    await committee.tap('poll-close')
    await committee.sayYes()
    await television.sees('4 人同意，1 人不同意，0 人弃权')
    await everybody('4 人同意，1 人不同意，0 人弃权')
    expect(JSON.stringify((await read()).items[0]?.polls.at(-1)?.result?.voices)).toBe('[]')
  })

  step('决议、散会：少数意见写上，每一项都有结果', async () => {
    const committee = await who('committee')
    await committee.tap('resolve')
    await committee.type('minority-views', '有一位担心占了晾衣服的地方。')
    await committee.tap('resolve-lead')
    await committee.tap(`resolve-lead-${personaId('property')}`)
    await committee.tap('resolve-submit')
    await committee.sayYes()
    await committee.sees('形成决议了')
    const left = (await read()).items.filter(({ outcome }) => outcome === null)
    for (const each of left) {
      const api = await hall().api('committee')
      await api.ok('deliberate.refer', {
        params: { meetingId: id, itemId: each.id },
        body: { to: 'residents', whereTo: '居民会议', reason: '这次没有议到，转居民会议。' },
      })
    }
    await committee.tap('meeting-close')
    await committee.sayYes()
    await television.sees('散会了，谢谢大家')
    await guest?.done()
    await (await who('chen')).sees('有一位担心占了晾衣服的地方')
  })

  step(
    '纪要：起草、给到会的人看、提意见、答复、签字、公布',
    async () => {
      const [committee, chen] = [await who('committee'), await who('chen')]
      const minutes = `/minutes?id=${id}`
      await committee.go(minutes)
      await committee.tap('minutes-draft')
      for (const words of [
        '充电口不够，楼道里拉线不安全',
        '有一位担心占了晾衣服的地方',
        '“东侧车棚”选的人最多',
      ])
        await committee.sees(new RegExp(words))
      await committee.tap('minutes-show')
      await committee.sayYes()
      await chen.go(minutes)
      await chen.type('minutes-objection', '我说的是北门，不是东门。')
      await chen.tap('minutes-object')
      await chen.sees('您提的')
      await committee.go(minutes)
      const { objections } = await (await hall().api('committee')).ok('deliberate.minutes', {
        params: { meetingId: id },
      })
      await committee.type(`objection-answer-${objections[0]?.id}`, '改过来了。')
      await committee.tap(`objection-accept-${objections[0]?.id}`)
      await committee.sees('答复：照改。改过来了。')
      await hall().pass(3 * DAY + 60_000)
      for (const persona of ['committee', 'zhang'] as const) {
        const phone = await hall().phone(persona)
        await phone.go(minutes)
        await phone.tap('minutes-sign')
        await phone.sayYes()
        await phone.sees('签好了')
      }
      await committee.go(minutes)
      await committee.tap('minutes-publish')
      await committee.sayYes()
      await committee.sees('已经公布')
      await chen.go(minutes)
      await chen.sees('已经公布')
    },
    90_000,
  )
})
