import { matterId, meetingId } from '../../server/demo/story/names'
import { journey } from './support/journey'

const LIFT = '16栋电梯往下顿了一截'

/** Whoever comes by a link, comes back, or comes to a place that is not there. */
describe('从链接进来', () => {
  const { hall, step } = journey()
  const lift = `/matter?id=${matterId('M10')}`
  const assembly = `/meeting?id=${meetingId('coming')}`

  step('没登录打开事项：先选是谁，选好就是这件事', async () => {
    const phone = await hall().anotherPhone()
    await phone.go(lift)
    await phone.sees('小区的事，大家来议')
    expect(await phone.text()).not.toContain(LIFT)
    await phone.comeIn('li')
    await phone.sees(LIFT)
    expect(phone.page.url()).toContain(lift)
  })

  step('没登录打开会议：先选是谁，选好就是这次会议', async () => {
    const phone = await hall().anotherPhone()
    await phone.go(assembly)
    await phone.comeIn('chen')
    await phone.sees('充电位、外来车、院里划线收费')
    await phone.it('rsvp-yes').waitFor()
  })

  step('登录了直接打开；刷新还在；左上角回首页', async () => {
    const li = await hall().phone('li')
    await li.go(lift)
    await li.sees(LIFT)
    await li.page.reload()
    await li.sees(LIFT)
    await li.page.getByRole('button', { name: '回首页' }).filter({ visible: true }).tap()
    await li.at('/home')
    await li.it('raise').waitFor()
  })

  step('首页点进去，手机的返回键回到首页；再进去，左上角也能返回', async () => {
    const li = await hall().phone('li')
    await li.go('/home')
    await li.tap(`matter-${matterId('M10')}`)
    await li.at('/matter')
    await li.sees('一路走来')
    await li.page.goBack()
    await li.at('/home')
    await li.it('raise').waitFor()
    await li.tap(`matter-${matterId('M10')}`)
    await li.at('/matter')
    await li.sees('一路走来')
    await li.page.getByRole('button', { name: '返回' }).filter({ visible: true }).tap()
    await li.at('/home')
    await li.it('raise').waitFor()
  })

  step('没有的事、没有的会：说清楚，能回首页', async () => {
    const li = await hall().phone('li')
    for (const path of ['/matter', '/meeting']) {
      li.complaints.expect(404, /\/(matters|meetings)\//)
      await li.go(`${path}?id=00000000-0000-4000-8000-000000000000`)
      await li.sees(/没有找到/)
      await li.page.getByRole('button', { name: '回首页' }).filter({ visible: true }).last().tap()
      await li.at('/home')
      await li.it('raise').waitFor()
    }
    li.complaints.expect(400, /\/matters\//)
    li.complaints.expect(404, /\/matters\//)
    await li.go('/matter?id=abc')
    await li.page
      .getByRole('button', { name: /回首页/ })
      .filter({ visible: true })
      .last()
      .waitFor()
  })

  step('别人家不公开的事，打开是没有', async () => {
    const li = await hall().phone('li')
    li.complaints.expect(404, /\/matters\//)
    await li.go(`/matter?id=${matterId('M58')}`)
    await li.sees(/没有找到/)
    expect(await li.text()).not.toContain('儿子打我')
  })

  step('写错的地址回到首页', async () => {
    const li = await hall().phone('li')
    await li.go('/nowhere')
    await li.it('raise').waitFor()
  })

  step('有职责的页，没有职责的人打开：说清楚，不是空白', async () => {
    const li = await hall().phone('li')
    for (const [path, words] of [
      ['/plan', '开会由支部和居委会通知'],
      [`/moderate?id=${meetingId('coming')}`, '主持由支部和居委会来做'],
      [`/sort?id=${matterId('M13')}`, '这件事现在不用您来理'],
    ] as const) {
      await li.go(path)
      await li.sees(words)
    }
    li.complaints.expect(403, /\/(queue|tasks)$/)
    for (const path of ['/queue', '/tasks']) {
      await li.go(path)
      await li.page.getByRole('button', { name: '回首页' }).filter({ visible: true }).last().waitFor()
    }
  })
})
