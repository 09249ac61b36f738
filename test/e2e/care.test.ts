import type { PersonaKey } from '../../server/demo/people/personas'
import { matterId, meetingId, routeId } from '../../server/demo/story/names'
import { audit, type Measure, nameless } from './support/audit'
import { journey } from './support/journey'
import type { Phone } from './support/phone'

const CARE: Measure = { text: 18, target: 60 }
const NORMAL: Measure = { text: 12, target: 44 }
const SIDES = [375, 320] as const

/** The main pages, as those who use them most see them. */
const PAGES: [who: PersonaKey, path: string, shows: string | RegExp][] = [
  ['zhang', '/home', '身边的事'],
  ['zhang', '/matters', /也遇到/],
  ['zhang', '/meetings', '要开的'],
  ['zhang', '/mine', '退出登录'],
  ['zhang', '/inbox', '看过的'],
  ['zhang', '/speak', '邻居看到的我'],
  ['zhang', `/matter?id=${matterId('M10')}`, '邻居的话'],
  ['zhang', `/meeting?id=${meetingId('coming')}`, '议程'],
  ['zhang', `/meeting?id=${meetingId('spring')}`, '少数意见'],
  ['zhang', `/rate?matter=${matterId('M47')}&route=${routeId('M47', 'deliberation')}`, '满意不满意？'],
  ['secretary', '/queue', /件在等/],
  ['secretary', `/sort?id=${matterId('M57')}`, '为什么这样分？'],
  ['secretary', '/plan', '开哪一种会？'],
  ['secretary', `/moderate?id=${meetingId('coming')}`, '宣布开会'],
  ['property', '/tasks', /逾期/],
  ['property', `/task?matter=${matterId('M10')}&route=${routeId('M10', 'property')}`, '要办什么'],
]

describe('长辈版和标准版：看得清、点得着、读得出', () => {
  const { hall, step } = journey()

  const setCare = async (care: boolean) => {
    for (const who of ['zhang', 'secretary', 'property'] as const) {
      await (await hall().api(who)).ok('people.preferences', { body: { care } })
    }
  }
  const look = async (phone: Phone, path: string, shows: string | RegExp, measure: Measure) => {
    const found: string[] = []
    await phone.go(path)
    await phone.sees(shows)
    for (const width of SIDES) {
      await phone.page.setViewportSize({ width, height: 812 })
      const { small, narrow, faint, wide } = await audit(phone.page, measure)
      if (width === SIDES[0]) {
        found.push(...small.map((each) => `small: ${each}`), ...faint.map((each) => `faint: ${each}`))
        found.push(...(await nameless(phone.page)).map((each) => `nameless: ${each}`))
      }
      found.push(...narrow.map((each) => `narrow at ${width}: ${each}`))
      found.push(...wide.map((each) => `wide at ${width}: ${each}`))
    }
    await phone.page.setViewportSize({ width: SIDES[0], height: 812 })
    return found.map((each) => `${path.split('?')[0]} ${each}`)
  }
  const lookAtAll = async (measure: Measure) => {
    const found: string[] = []
    for (const [who, path, shows] of PAGES) {
      found.push(...(await look(await hall().phone(who), path, shows, measure)))
    }
    expect(found).toEqual([])
  }

  step('长辈版开关：点一下字就大了，换手机还是大的', async () => {
    const wu = await hall().phone('wu')
    await wu.go('/home')
    await wu.sees('打电话给支部')
    expect(await wu.page.locator('.frame.care').count()).toBeGreaterThan(0)
    const zhang = await hall().phone('zhang')
    await zhang.go('/mine')
    await zhang.tap('care')
    await zhang.page.locator('.frame.care').filter({ visible: true }).first().waitFor()
    const another = await hall().anotherPhone('zhang')
    await another.go('/home')
    await another.page.locator('.frame.care').filter({ visible: true }).first().waitFor()
  })

  step(
    '长辈版：字不小于 18，能点的不小于 60，窄屏也不用左右滑',
    async () => {
      await setCare(true)
      await lookAtAll(CARE)
    },
    90_000,
  )

  step(
    '标准版：对比度够，能点的不小于 44，窄屏不用左右滑，每个控件都有名字',
    async () => {
      await setCare(false)
      await lookAtAll(NORMAL)
    },
    90_000,
  )

  step('要填的格叫得出名字；弹出来的选择和问题也是，按 Esc 能关', async () => {
    const zhang = await hall().phone('zhang')
    await zhang.go('/speak')
    for (const name of ['什么事', '标题', '具体位置']) {
      await zhang.page.getByRole('textbox', { name, exact: true }).waitFor()
    }
    await zhang.tap('building')
    const sheet = zhang.page.getByRole('dialog', { name: '哪栋楼' })
    await sheet.waitFor()
    expect(await nameless(zhang.page)).toEqual([])
    await zhang.page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    await zhang.go('/mine')
    await zhang.tap('sign-out')
    const question = zhang.page.getByRole('alertdialog', { name: '退出登录？' })
    await question.waitFor()
    await zhang.page.keyboard.press('Escape')
    await question.waitFor({ state: 'hidden' })
    await zhang.sees('张文海')
  })
})
