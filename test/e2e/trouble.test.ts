import { readFile } from 'node:fs/promises'
import { journey } from './support/journey'
import type { Phone } from './support/phone'
import { type Photos, takePhotos } from './support/photos'

/** No network, a network that loses the answer, a trembling finger, a session that has ended, a server that is killed. */
describe('出了岔子，什么都不丢', () => {
  const { hall, step } = journey()
  let photos: Photos
  beforeAll(async () => {
    photos = await takePhotos(1)
  })
  afterAll(() => photos?.remove())

  const mine = async (title: string): Promise<number> => {
    const { matters } = await (await hall().api('chen')).ok('speak.list', { query: { mine: 'true' } })
    return matters.filter((matter) => matter.title === title).length
  }
  const write = async (phone: Phone, title: string) => {
    await phone.go('/speak')
    await phone.type('text', `${title}，请来看看。`)
    await phone.type('title', title)
  }

  step('没有网：写的存在手机里，来了网自己送出，只送一次', async () => {
    const chen = await hall().phone('chen')
    await write(chen, '没网时写的')
    await chen.addPhotos(photos.files)
    await chen.setOnline(false)
    await chen.sees('现在没有网，写好的内容会先存在手机里')
    await chen.tap('submit')
    await chen.sees('还没送出')
    await chen.setOnline(true)
    await chen.sees(/^SX-\d{4}-\d{6}$/)
    expect(await mine('没网时写的')).toBe(1)
  })

  step('没有网时打开没下载过的一页：说一声，留在原处；有网再点就开', async () => {
    const phone = await hall().anotherPhone('li')
    await phone.go('/home')
    await phone.it('raise').waitFor()
    await phone.setOnline(false)
    await phone.tap('inbox')
    await phone.sees('现在连不上网，这一页没能打开。有网了再点一次。')
    await phone.at('/home')
    await phone.setOnline(true)
    await phone.tap('inbox')
    await phone.at('/inbox')
    await phone.sees('没看的')
  })

  step('没有网就关了页面：下次打开自己送出', async () => {
    const chen = await hall().phone('chen')
    await write(chen, '没送出就关了')
    await chen.setOnline(false)
    await chen.tap('submit')
    await chen.sees('还没送出')
    await chen.page.goto('about:blank')
    await chen.setOnline(true)
    await chen.go('/home')
    await chen.sees(/刚才写的送出去了，编号 SX-/)
    expect(await mine('没送出就关了')).toBe(1)
  })

  step('写了一半没送：首页还在，接着写', async () => {
    const chen = await hall().phone('chen')
    await write(chen, '写了一半')
    await chen.go('/home')
    await chen.sees('写了一半，还没送出')
    await chen.tap('draft-open')
    await chen.at('/speak')
    await chen.tap('submit')
    await chen.sees(/^SX-\d{4}-\d{6}$/)
    expect(await mine('写了一半')).toBe(1)
  })

  step('送到了，回音丢了：再送不会变成两件', async () => {
    const chen = await hall().phone('chen')
    await write(chen, '回音丢了')
    chen.complaints.isNetworkUp = false
    await chen.page.route(/\/matters$/, async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      await route.abort('connectionreset')
    })
    await chen.tap('submit')
    await chen.sees('还没送出')
    expect(await mine('回音丢了')).toBe(1)
    await chen.page.unroute(/\/matters$/)
    chen.complaints.isNetworkUp = true
    await chen.tap('submit')
    await chen.sees(/^SX-\d{4}-\d{6}$/)
    expect(await mine('回音丢了')).toBe(1)
  })

  step('连点两下只有一件', async () => {
    const chen = await hall().phone('chen')
    await write(chen, '连点两下')
    let sent = 0
    chen.page.on('request', (request) => {
      if (request.method() === 'POST' && /\/matters$/.test(request.url())) sent += 1
    })
    const box = await chen.it('submit').boundingBox()
    if (!box) throw new Error('no button')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await chen.page.touchscreen.tap(x, y)
    await chen.page.touchscreen.tap(x, y)
    await chen.sees(/^SX-\d{4}-\d{6}$/)
    expect(sent).toBe(1)
    expect(await mine('连点两下')).toBe(1)
  })

  step('登录失效：请重新进来，写的还在', async () => {
    const phone = await hall().anotherPhone('chen')
    await write(phone, '登录失效前写的')
    const token = await phone.token()
    await fetch(`${hall().server.url}/api/session`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'a-key-of-the-test-that-is-long' },
    })
    phone.complaints.expect(401, /^\/api\//)
    await phone.tap('submit')
    await phone.sees('小区的事，大家来议')
    await phone.comeIn('chen')
    await phone.it('submit').waitFor()
    await phone.tap('submit')
    await phone.sees(/^SX-\d{4}-\d{6}$/)
    expect(await mine('登录失效前写的')).toBe(1)
  })

  step(
    '服务器被 kill -9：说过的都在，页面点一下就好',
    async () => {
      const chen = await hall().phone('chen')
      await write(chen, '断电前说的')
      await chen.addPhotos(photos.files)
      await chen.tap('submit')
      await chen.sees(/^SX-\d{4}-\d{6}$/)
      await chen.tap('open-matter')
      const id = (await chen.at('/matter')).get('id') ?? ''
      await chen.type('comment-text', '断电前说的话')
      await chen.tap('comment-send')
      await chen.sees('留言发出去了')

      chen.complaints.isNetworkUp = false
      await hall().server.kill()
      await chen.type('comment-text', '断电时说的话')
      await chen.tap('comment-send')
      await chen.sees('现在连不上网，请看看网络，再试一次。')
      await hall().server.start()
      chen.complaints.isNetworkUp = true
      await chen.tap('comment-send')
      await chen.sees(/^断电时说的话/)

      const kept = await (await hall().api('chen')).ok('speak.read', { params: { matterId: id } })
      expect(kept.latestComments.map(({ text }) => text).sort()).toEqual(
        ['断电前说的话', '断电时说的话'].sort(),
      )
      expect(kept.photos).toHaveLength(1)
      const picture = await fetch(`${hall().server.url}${kept.photos[0]?.url}`)
      expect(picture.status).toBe(200)
      expect((await picture.arrayBuffer()).byteLength).toBeLessThan(
        (await readFile(photos.files[0] ?? '')).byteLength * 2,
      )
      await chen.page.reload()
      await chen.sees(/^断电时说的话/)
    },
    120_000,
  )

  step('打开一页时连不上：说清楚，点“再试一次”就好', async () => {
    const chen = await hall().phone('chen')
    await chen.go('/matters')
    await chen.it('search').waitFor()
    chen.complaints.isNetworkUp = false
    await chen.page.route('**/api/compounds/*/matters?*', (route) => route.abort('connectionrefused'))
    await chen.type('search', '电梯')
    await chen.sees('现在连不上网，请看看网络，再试一次。')
    await chen.page.unroute('**/api/compounds/*/matters?*')
    chen.complaints.isNetworkUp = true
    await chen.page.getByRole('button', { name: '再试一次' }).tap()
    await chen.sees('16栋电梯往下顿了一截')
  })
})
