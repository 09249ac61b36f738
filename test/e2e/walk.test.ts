import { COMPOUND, PEOPLE, personaId, SEATED_MEMBERS } from '../../server/demo/compound'
import { demoMatterOf } from '../../server/demo/matters'
import { BUILDINGS } from '../../server/demo/people/buildings'
import type { Hall } from './support/hall'
import { journey } from './support/journey'
import { hiddenWords, type Photos, takePhotos } from './support/photos'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** From any hour of a day it is past nine in the morning of the next: then the answers are asked for. */
const TO_NEXT_MORNING = DAY + 10 * HOUR

/** One real matter walks all five rooms in a browser, against the real server, as everybody it meets on its way. */
describe('一件事走完五事', () => {
  const words = demoMatterOf('M45')
  const motion = '外来车登记进院，最多停两小时；救护车随时进。三十天内装好登记牌。'
  const { hall, step } = journey()
  let photos: Photos
  let matterId = ''
  let meetingId = ''
  let code = ''
  const matter = () => `/matter?id=${matterId}`
  const meeting = () => `/meeting?id=${meetingId}`
  const moderate = () => `/moderate?id=${meetingId}`

  beforeAll(async () => {
    photos = await takePhotos(2)
  })
  afterAll(() => photos?.remove())

  const routeIn = async (code: 'deliberation' | 'property') => {
    const { routeViews } = await (await hall().api('secretary')).ok('speak.read', { params: { matterId } })
    const found = routeViews.find((route) => route.code === code)
    if (!found) throw new Error(`no route ${code}`)
    return found
  }
  const task = async (act = '') =>
    `/task?matter=${matterId}&route=${(await routeIn('deliberation')).id}${act && `&do=${act}`}`

  step('说事：先看到急救电话，说了就有编号，照片里没有地点', async () => {
    const zhang = await hall().anotherPhone()
    await zhang.become('zhang')
    await zhang.tap('raise')
    await zhang.at('/speak')
    await zhang.sees('119')
    await zhang.type('text', words.text)
    await zhang.type('title', words.title)
    await zhang.tap('building')
    await zhang.tap(`building-${BUILDINGS[3]?.id}`)
    await zhang.type('place-detail', '大门口')
    await zhang.addPhotos(photos.files)
    await zhang.tap('submit')
    await zhang.sees(/^SX-\d{4}-\d{6}$/)
    await zhang.tap('open-matter')
    matterId = (await zhang.at('/matter')).get('id') ?? ''
    await zhang.sees('等支部接件')
    await zhang.sees('4 号楼 大门口')

    const { photos: kept } = await (await hall().api('zhang')).ok('speak.read', { params: { matterId } })
    expect(kept).toHaveLength(2)
    for (const { url } of kept) {
      const picture = Buffer.from(await (await fetch(`${hall().server.url}${url}`)).arrayBuffer())
      expect(picture.length).toBeGreaterThan(1000)
      expect(await hiddenWords(picture)).toEqual({ hasExif: false, hasPlace: false })
    }
  })

  step('邻居：我也遇到，关注，说两句；看不到是谁说的', async () => {
    const li = await hall().phone('li')
    await li.go(matter())
    await li.sees('3 号楼居民 ·')
    await li.tap('support')
    await li.sees('1 人也遇到')
    await li.tap('follow')
    await li.sees('关注了')
    await li.type('comment-text', '我家门口也是，早上七点就出不去')
    await li.tap('comment-send')
    await li.sees('我家门口也是')
    expect(await li.text()).not.toContain('张文海')
  })

  step('理事：接件，分成两条，一条有人有期限', async () => {
    const secretary = await hall().phone('secretary')
    await secretary.go('/home')
    await secretary.tap('waiting-sort-queue')
    await secretary.at('/queue')
    await secretary.tap(`acknowledge-${matterId}`)
    await secretary.sees('接件了')
    await secretary.tap(`decide-${matterId}`)
    await secretary.at('/sort')
    await secretary.tap('topic-parking')
    await secretary.tap('route-deliberation')
    await secretary.tap('route-property')
    await secretary.tap('sort-submit')
    await secretary.sees('“物业服务”要有一位责任人。')
    await secretary.tap('lead-property')
    await secretary.tap(`lead-property-${personaId('property')}`)
    await secretary.type('task-property', '先在大门口放临时登记牌，白天有人值守')
    await secretary.type('sort-reason', '怎么停是大家的事，上议事会；门口先请物业管起来')
    await secretary.tap('sort-submit')
    await secretary.sayYes()
    await secretary.at('/queue')
    await secretary.go(matter())
    await secretary.sees('物业工程部负责')
    await secretary.sees(/应于 .+前办完/)
    await secretary.sees('已分类')
  })

  step('议事：三天前通知，议程上有这件事和一条具体的动议', async () => {
    const secretary = await hall().phone('secretary')
    await secretary.go('/plan')
    await secretary.tap('kind-deliberation')
    await secretary.tap('plan-next')
    await secretary.sees('议事会要提前 3 天通知大家')
    await secretary.type('plan-place', '社区活动室')
    await secretary.tap('plan-next')
    const { id } = await routeIn('deliberation')
    await secretary.tap(`candidate-${id}`)
    await secretary.type(`plan-motion-${id}`, motion)
    await secretary.tap('plan-next')
    await secretary.sees('大家会收到')
    await secretary.tap('plan-submit')
    await secretary.sayYes()
    meetingId = (await secretary.at('/meeting')).get('id') ?? ''
    await secretary.sees('已通知')

    const li = await hall().phone('li')
    await li.go(meeting())
    await li.sees(motion)
    await li.tap('rsvp-yes')
    await li.sees('记下了，到时候见')
    await li.go('/inbox')
    await li.sees(/^请来开会/)
  })

  step('时钟快进到开会，宣布开会', async () => {
    const secretary = await hall().phone('secretary')
    await secretary.go('/mine')
    await secretary.tap('forward-3-days')
    await secretary.sees('现在是')
    await secretary.go(moderate())
    const { startsAt } = await (await hall().api('secretary')).ok('deliberate.read', {
      params: { meetingId },
    })
    const tooEarly = Date.parse(startsAt) - HOUR - (await hall().now())
    if (tooEarly > 0) await hall().pass(tooEarly)
    await secretary.page.reload()
    await secretary.sees('开会前 30 分钟起，可以宣布开会')
    await hall().pass(HOUR)
    await secretary.page.reload()
    await secretary.tap('meeting-open')
    await secretary.sees(/会场签到/)
    code = (await secretary.it('meeting-code').innerText()).trim()
    expect(code).toMatch(/^\d{4}$/)
  })

  step(
    '签到：会场的码、帮办员代签、议事员够三分之二',
    async () => {
      const zhang = await hall().phone('zhang')
      await zhang.go(meeting())
      await zhang.type('checkin-code', code === '0000' ? '1111' : '0000')
      zhang.complaints.expect(422, /check-in$/)
      await zhang.tap('checkin')
      await zhang.sees(/签到码不对/)
      await zhang.type('checkin-code', code)
      await zhang.tap('checkin')
      await zhang.sees('您已经签到')
      for (const who of ['li', 'chen'] as const) {
        const phone = await hall().phone(who)
        await phone.go(meeting())
        await phone.type('checkin-code', code)
        await phone.tap('checkin')
        await phone.sees('您已经签到')
      }

      const others = SEATED_MEMBERS.filter(({ key }) => key !== 'zhang' && key !== 'director').slice(0, 12)
      const [withoutPhone, ...rest] = others
      const helper = await hall().phone('helper')
      await helper.go(meeting())
      await helper.tap('people')
      await helper.type('attendee-search', withoutPhone?.name ?? '')
      await helper.tap(`here-${withoutPhone?.id}`)
      await helper.sees('已到')
      const api = await hall().api('helper')
      for (const { id: personId } of rest) {
        await api.ok('deliberate.checkInOther', { params: { meetingId }, body: { personId } })
      }
      await (await hall().api('director')).ok('deliberate.checkIn', { params: { meetingId }, body: { code } })

      const secretary = await hall().phone('secretary')
      await secretary.go(moderate())
      await secretary.sees(/14/)
      await secretary.tap('tellers')
      for (const who of ['zhang', 'li'] as const) await secretary.tap(`teller-${personaId(who)}`)
      await secretary.tap('tellers-submit')
      await secretary.sees('计票人 ✓')
      await secretary.tap('poll-open')
      await secretary.sayYes()
      await secretary.sees(/人投了/)
    },
    90_000,
  )

  step('表决：一人一票，租户也算；结束前谁也看不到怎么投的', async () => {
    for (const [who, choice] of [
      ['zhang', 'agree'],
      ['li', 'agree'],
      ['chen', 'against'],
    ] as const) {
      const phone = await hall().phone(who)
      await phone.go(meeting())
      await phone.sees('投后不能改')
      expect(await phone.page.getByRole('radio', { checked: true }).count()).toBe(0)
      await phone.tap(`choice-${choice}`)
      await phone.tap('vote-submit')
      await phone.sayYes()
      await phone.sees('您投过了')
    }
    const { items } = await (await hall().api('director')).ok('deliberate.read', { params: { meetingId } })
    const pollId = items[0]?.polls[0]?.id ?? ''
    await (await hall().api('director')).ok('deliberate.vote', {
      params: { meetingId, pollId },
      body: { marks: { choice: 'agree' } },
    })
    // Twelve without a phone raise their hands; two neighbours count them, each on his own.
    for (const who of ['zhang', 'li'] as const) {
      const phone = await hall().phone(who)
      await phone.go(meeting())
      for (const [choice, hands] of [
        ['agree', '10'],
        ['against', '1'],
        ['abstain', '1'],
      ] as const)
        await phone.type(`hands-${choice}`, hands)
      await phone.tap('hands-tell')
      await phone.sees('报好了')
    }

    const secretary = await hall().phone('secretary')
    await secretary.go(moderate())
    await secretary.sees('结束前谁也看不到怎么投的，您也看不到')
    expect(await secretary.it('votes-cast').innerText()).toBe('4')
    expect(await secretary.text()).not.toContain('不同意')
    await secretary.tap('poll-close')
    await secretary.sayYes()
    await secretary.sees('通过')
  })

  step('决议：写上少数意见，不用再抄一遍就派了人；散会', async () => {
    const secretary = await hall().phone('secretary')
    await secretary.tap('resolve')
    await secretary.sees('已照动议填好')
    await secretary.type('minority-views', '有一位担心外卖和快递进不来，请留个口子。')
    await secretary.tap('resolve-lead')
    await secretary.tap(`resolve-lead-${personaId('property')}`)
    await secretary.tap('resolve-submit')
    await secretary.sayYes()
    await secretary.tap('meeting-close')
    await secretary.sayYes()
    const chen = await hall().phone('chen')
    await chen.go(meeting())
    await chen.sees('有一位担心外卖和快递进不来')
    await chen.sees('形成决议')
    expect((await routeIn('deliberation')).task).toBe(motion)
  })

  step(
    '干事：开始、报进展、延期一次、凭照片说办完了',
    async () => {
      const property = await hall().phone('property')
      await property.go(await task())
      await property.tap('start')
      await property.sees('开始办了')
      await property.tap('progress')
      await property.type('progress-text', '登记牌做好了，后天装')
      await property.addPhotos(photos.files.slice(0, 1))
      await property.tap('progress-submit')
      await property.sees(/登记牌做好了/)

      await property.go(await task('extend'))
      await property.tap('extend-submit')
      await property.sees('请选一个新的日期。')
      const later = new Date((await hall().now()) + 25 * DAY + 8 * HOUR).toISOString().slice(0, 10)
      await property.page.locator('input[type=date]:visible').fill(later)
      await property.page.locator('input[type=time]:visible').fill('18:00')
      await property.type('extend-reason', '道闸的牌子要去厂里刻')
      await property.tap('extend-submit')
      await property.sees('延过一次')

      await property.go(await task('claimDone'))
      await property.type('done-text', '登记牌装好了，门卫每天抄一遍')
      await property.tap('done-submit')
      await property.sees('办完要有凭据，请至少传一张照片。')
      await property.addPhotos(photos.files.slice(1))
      await property.tap('done-submit')
      await property.sayYes()
      await property.sees('说办完了')
    },
    90_000,
  )

  step('评事：第二天问报事人，他说没解决，就返工', async () => {
    await hall().pass(TO_NEXT_MORNING)
    const zhang = await hall().phone('zhang')
    await zhang.go('/inbox')
    await zhang.sees(`“${words.title}” 请大家评一评`)
    await zhang.go('/home')
    await zhang.tap(`waiting-rate-${(await routeIn('deliberation')).id}`)
    await zhang.at('/rate')
    await zhang.tap('contacted-yes')
    await zhang.tap('solved-no')
    await zhang.tap('satisfied-no')
    await zhang.tap('rate-submit')
    await zhang.sees('不满意请写一句原因，办事的人好改。')
    await zhang.type('rate-reason', '牌子装了没人看，晚上照样随便进')
    await zhang.tap('rate-submit')
    await zhang.sees('您评过了')

    const secretary = await hall().phone('secretary')
    await secretary.go(`/rate?matter=${matterId}&route=${(await routeIn('deliberation')).id}`)
    await secretary.sees(/评完会返工/)
    await secretary.tap('settle')
    await secretary.sayYes()
    await secretary.go(matter())
    await secretary.sees('没办好，返工')
  })

  step(
    '返工：另派人、另请人查验，查验过了再评',
    async () => {
      const secretary = await hall().phone('secretary')
      await secretary.go(await task('assign'))
      await secretary.tap('assign-lead')
      await secretary.tap(`assign-lead-${personaId('property')}`)
      await secretary.tap('assign-submit')
      await secretary.sees('返工要请一位没查验过的人来查验。')
      await secretary.tap('assign-checker')
      await secretary.tap(`assign-checker-${personaId('director')}`)
      await secretary.tap('assign-submit')
      await secretary.sees('派下去了')

      const property = await hall().phone('property')
      await property.go(await task())
      await property.tap('start')
      await property.sees('开始办了')
      await property.tap('claimDone')
      await property.type('done-text', '夜里加了一个门卫，进出都登记')
      await property.addPhotos(photos.files.slice(0, 1))
      await property.tap('done-submit')
      await property.sayYes()
      await property.sees('说办完了')

      const director = await hall().phone('director')
      await director.go(await task('check'))
      await director.tap('check-yes')
      await director.type('check-reason', '昨晚十点去看了，进来的车都登记了')
      await director.tap('check-submit')
      await director.sees('查验完了')
    },
    90_000,
  )

  step('第二天评解决了，两条都办完，办结', async () => {
    const property = await hall().api('property')
    const routeId = (await routeIn('property')).id
    const params = { matterId, routeId }
    await property.ok('act.start', { params })
    const photo = await uploadPhoto(hall(), property.token ?? '', photos.files[0] ?? '')
    const { version } = await property.ok('speak.read', { params: { matterId } })
    await property.ok('act.claimDone', {
      params,
      body: { text: '临时登记牌放了半个月，正式的装好后收走了', photoIds: [photo] },
      ifMatch: version,
    })
    await hall().pass(TO_NEXT_MORNING)
    for (const id of [(await routeIn('deliberation')).id, routeId]) {
      const zhang = await hall().phone('zhang')
      await zhang.go(`/rate?matter=${matterId}&route=${id}`)
      for (const question of ['contacted', 'solved', 'satisfied']) await zhang.tap(`${question}-yes`)
      await zhang.tap('rate-submit')
      await zhang.sees('您评过了')
      const secretary = await hall().phone('secretary')
      await secretary.go(`/rate?matter=${matterId}&route=${id}`)
      await secretary.tap('settle')
      await secretary.sayYes()
      await secretary.sees('办结了')
    }
  })

  step('全程公开，谁说的、谁投的都不露名', async () => {
    const wang = await hall().phone('wang')
    await wang.go(matter())
    await wang.sees('办结了，全程可查')
    await wang.tap('whole-way')
    for (const step of ['支部接件了', '形成决议', '延期', '没办好，返工', '评完，办结']) {
      await wang.sees(new RegExp(step))
    }
    const text = await wang.text()
    const names = PEOPLE.filter(({ dutyTitle }) => dutyTitle === null).map(({ name }) => name)
    expect(names.filter((name) => text.includes(name))).toEqual([])
    expect(text).not.toMatch(/1\d{10}/)
    expect(text).not.toContain('2 单元 501')
    const answer = await fetch(`${hall().server.url}/api/compounds/${COMPOUND.id}/matters/${matterId}`, {
      headers: { authorization: `Bearer ${(await hall().api('wang')).token}` },
    })
    const sent = await answer.text()
    expect(names.filter((name) => sent.includes(name))).toEqual([])
    expect(sent).not.toContain(personaId('zhang'))
  })
})

async function uploadPhoto(hall: Hall, token: string, file: string): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  const form = new FormData()
  form.set('file', new Blob([await readFile(file)], { type: 'image/jpeg' }), 'photo.jpg')
  const answer = await fetch(`${hall.server.url}/api/compounds/${COMPOUND.id}/photos`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  })
  const { id } = (await answer.json()) as { id: string }
  return id
}
