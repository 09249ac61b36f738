import { journey } from './support/journey'
import type { Phone } from './support/phone'

const DAY = 86_400_000
const TELEVISION = { width: 1280, height: 720 }

/** A whole 听证会: few are burdened by what helps many; each of them is asked, heard when absent, answered in writing. */
describe('听证会：一楼两户受影响，一户到场、一户来不了', () => {
  const { hall, step } = journey()
  const residents = ['chen', 'zhang', 'li', 'wang'] as const
  let id = ''
  let item = ''
  let television: Phone

  const page = () => `/meeting?id=${id}`
  const record = () => `/hearing?id=${id}`
  const read = async () => (await hall().api('li')).ok('deliberate.read', { params: { meetingId: id } })
  const hearing = async () =>
    (await hall().api('committee')).ok('deliberate.hearing', { params: { meetingId: id } })
  const partyNamed = async (words: string) => {
    const found = (await hearing()).parties.find(({ label }) => label.includes(words))
    if (!found) throw new Error(`no party ${words}`)
    return found.id
  }

  step(
    '通知：居委会答三个问题，应用说要开听证会；议事会定不了',
    async () => {
      const zhang = await hall().api('zhang')
      const { matter } = await zhang.ok('speak.raise', {
        body: {
          text: '2 号楼加装电梯，高层老人盼了三年，一楼担心挡光。想请大家坐下来听一听。',
          title: '2 号楼加装电梯',
          place: { buildingId: null, detail: '' },
        },
      })
      const secretary = await hall().api('secretary')
      await secretary.ok('sort.sort', {
        params: { matterId: matter.id },
        body: {
          topic: 'renewal',
          reason: '关系到一楼两户，先听证',
          routes: [{ code: 'deliberation' }],
        },
      })
      const committee = await hall().phone('committee')
      await committee.go('/plan')
      await committee.tap('kind-deliberation')
      await committee.tap('sign-burdensFew')
      await committee.sees('要开听证会')
      await committee.tap('plan-next')
      await committee.sees(/听证会/)
      await committee.tap('kind-hearing')
      await committee.tap('plan-next')
      await committee.type('plan-place', '社区活动室')
      await committee.tap('plan-next')
      const { candidates } = await (await hall().api('committee')).ok('deliberate.agendaCandidates')
      const routeId = candidates.find(({ matterId }) => matterId === matter.id)?.routeId
      await committee.tap(`candidate-${routeId}`)
      await committee.type(
        `plan-motion-${routeId}`,
        '2 号楼加装电梯，井道往东移 1.2 米，一楼两户各补偿窗户改造。',
      )
      await committee.type('plan-burdened', '2 号楼 101\n2 号楼 102')
      await committee.tap('plan-next')
      await committee.tap('plan-submit')
      await committee.sayYes()
      id = (await committee.at('/meeting')).get('id') ?? ''
      const meeting = await read()
      item = meeting.items[0]?.id ?? ''
      expect(meeting.kind).toBe('hearing')
      expect(Date.parse(meeting.startsAt) - (await hall().now())).toBeGreaterThan(9.9 * DAY)
    },
    90_000,
  )

  step('一户一户请：少请一户，会就开不了；来不了的先把意见说了', async () => {
    const committee = await hall().phone('committee')
    await committee.go(record())
    await committee.sees('还有 2 户没有请到')
    const [first, second] = [await partyNamed('101'), await partyNamed('102')]
    await committee.tap(`invite-${first}`)
    await committee.tap(`invite-send-${first}`)
    await committee.sees('还有 1 户没有请到')

    await hall().pass(Date.parse((await read()).startsAt) - (await hall().now()) + 60_000)
    const early = await (await hall().api('committee')).send('deliberate.open', { params: { meetingId: id } })
    expect(early).toMatchObject({ status: 409, body: { code: 'parties_uninvited' } })

    await committee.tap(`invite-${second}`)
    await committee.type(`invite-how-${second}`, '打电话')
    await committee.tap(`invite-send-${second}`)
    await committee.sees('打电话请过')
    await committee.tap(`view-${second}`)
    await committee.type(`view-text-${second}`, '在外地住院，来不了。同意装，但不要挡北窗。')
    await committee.tap(`view-send-${second}`)
    await committee.sees('不要挡北窗')
  })

  step(
    '开会：主持、副手、四位居民、电视，七块屏幕',
    async () => {
      const committee = await hall().phone('committee')
      await committee.go(`/moderate?id=${id}`)
      await (await hall().phone('secretary')).go(`/moderate?id=${id}`)
      for (const persona of residents) await (await hall().phone(persona)).go(page())
      television = await hall().anotherPhone('committee', TELEVISION)
      await television.go(`/screen?id=${id}`)
      await committee.tap('meeting-open')
      await television.sees('2 号楼加装电梯')
      const code = (await television.page.locator('.screen__digits').innerText()).trim()
      for (const persona of residents) {
        const phone = await hall().phone(persona)
        await phone.type('checkin-code', code)
        await phone.tap('checkin')
        await phone.sees('您已经签到')
      }
      await television.sees('4')
    },
    90_000,
  )

  step('问答和诉求：居民问、各方答，不用刷新，别人的屏幕上就有', async () => {
    const [committee, chen, zhang] = [
      await hall().phone('committee'),
      await hall().phone('chen'),
      await hall().phone('zhang'),
    ]
    for (const phone of [committee, chen, zhang]) await phone.go(record())
    await chen.type('ask-text', '井道离一楼北窗几米？')
    await chen.tap('ask-send')
    await committee.sees('井道离一楼北窗几米？')
    const [question] = (await hearing()).questions
    await committee.type(`answer-${question?.id}`, '移位以后是 3.1 米。')
    await committee.tap(`answer-send-${question?.id}`)
    await zhang.sees('移位以后是 3.1 米。')

    const first = await partyNamed('101')
    await committee.tap(`view-${first}`)
    await committee.type(`view-text-${first}`, '怕挡光、怕吵，要看图纸。')
    await committee.tap(`view-here-${first}`)
    await committee.tap(`view-send-${first}`)
    await chen.sees('怕挡光、怕吵，要看图纸。')

    await committee.tap('demand-party')
    await committee.tap(`demand-party-${first}`)
    await committee.type('demand-text', '给一楼两户装双层玻璃，费用由受益户出。')
    await committee.tap('demand-send')
    await chen.sees('给一楼两户装双层玻璃')
  })

  step('书面答复：过了期限大家看得到；答复要写原因', async () => {
    const [committee, chen] = [await hall().phone('committee'), await hall().phone('chen')]
    const [demand] = (await hearing()).demands
    await committee.tap(`demand-adopt-${demand?.id}`)
    committee.complaints.expect(422, /answer/)
    await committee.sees(/原因|怎么答复|写/)
    await committee.type(`demand-answer-${demand?.id}`, '采纳：双层玻璃写进施工合同，开工前装好。')
    await committee.tap(`demand-adopt-${demand?.id}`)
    await chen.sees('书面答复：采纳：双层玻璃写进施工合同')
  })

  step('签字、结论、散会', async () => {
    const committee = await hall().phone('committee')
    const first = await partyNamed('101')
    await committee.tap(`sign-${first}`)
    await committee.type(`sign-how-${first}`, '纸上签字')
    await committee.tap(`sign-send-${first}`)
    await committee.sees(/在记录上签字：纸上签字/)
    await committee.go(`/moderate?id=${id}&do=refer&item=${item}`)
    const api = await hall().api('committee')
    await api.ok('deliberate.refer', {
      params: { meetingId: id, itemId: item },
      body: {
        to: 'owners',
        whereTo: '业委会，2 号楼全体业主表决',
        reason: '两户的条件都写进方案，交 2 号楼业主表决。',
      },
    })
    await committee.go(`/moderate?id=${id}`)
    await committee.tap('meeting-close')
    await committee.sayYes()
    await television.sees('散会了，谢谢大家')
    for (const persona of residents) await (await hall().phone(persona)).go(page())
    await (await hall().phone('li')).sees('转')
  })

  step('纪要写着：缺席的那户说了什么，每条诉求怎么答复的', async () => {
    const committee = await hall().phone('committee')
    await committee.go(`/minutes?id=${id}`)
    await committee.tap('minutes-draft')
    for (const words of ['不要挡北窗', '怕挡光、怕吵', '双层玻璃写进施工合同', '移位以后是 3.1 米'])
      await committee.sees(new RegExp(words))
  })
})
