import type { Page } from 'playwright-core'
import { votesOf } from '../../server/demo/owners/votes'
import { timesFrom } from '../../server/demo/story/times'
import { ON_PAPER } from '../support/roll-csv'
import { Complaints } from './support/complaints'
import { journey } from './support/journey'

const OPEN = votesOf(timesFrom(0)).find(({ key }) => key === 'parking')?.draft.title ?? ''

/** 工作台 at 1440 px: the roll, a vote, papers read by two scrutineers. */
describe('工作台', () => {
  const { hall, step } = journey()
  const complaints = new Complaints()

  async function sitDown(name: string): Promise<Page> {
    const context = await hall().browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    const page = await context.newPage()
    complaints.watch(page)
    await page.goto(`${hall().server.url}/desk/`)
    await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: '进入' }).click()
    await page.getByRole('heading', { name: '业主表决' }).waitFor()
    return page
  }

  const openVote = async (page: Page) => {
    await page.getByRole('link', { name: OPEN }).click()
    await page.getByRole('heading', { name: OPEN }).waitFor()
  }

  step('业委会：名册、表决进展，看不到方向', async () => {
    const page = await sitDown('郑国栋')
    await page.getByRole('menuitem', { name: '业主名册' }).click()
    await page.getByText('25,504.98').waitFor()
    await page.getByRole('menuitem', { name: '业主表决' }).click()
    await openVote(page)
    await page.getByText(/离三分之二还差 \d+ 人/).waitFor()
    expect(await page.getByText('不同意').count()).toBe(0)
    await page.getByRole('tab', { name: '上门单' }).click()
    await page.getByText('还没去过').first().waitFor()
    expect(complaints.take()).toEqual([])
  })

  const enterPaper = async (page: Page, code: string) => {
    await openVote(page)
    await page.getByRole('tab', { name: '纸质票' }).click()
    await page.getByLabel('房号').fill(code)
    const agree = page.locator('label').filter({ hasText: /^同意$/ })
    for (let at = 0; at < 2; at += 1) await agree.nth(at).click()
    await page.getByRole('button', { name: '记下来' }).click()
  }

  step('两位监票人各录一遍，第二遍才算', async () => {
    const api = await hall().api('scrutineer1')
    const { votes } = await api.ok('owners.votes')
    const voteId = votes.find(({ title }) => title === OPEN)?.id ?? ''
    const { lines } = await api.ok('owners.doors', { params: { voteId }, query: { limit: 50 } })
    const code = lines.flatMap(({ unitCodes }) => unitCodes).find((each) => ON_PAPER.includes(each)) ?? ''
    const first = await sitDown('余德民')
    await enterPaper(first, code)
    await first.getByText('第一遍记下了，请另一位监票人再录一遍').waitFor()
    const second = await sitDown('钱美华')
    await enterPaper(second, code)
    await second.getByText('两遍一样').first().waitFor()
    expect(complaints.take()).toEqual([])
  })

  step('退出以后，链接要先登录', async () => {
    const page = await sitDown('郑国栋')
    await page.getByRole('button', { name: '退出' }).click()
    await page.getByText('以谁的身份进来？').waitFor()
    await page.goto(`${hall().server.url}/desk/roll`)
    await page.getByText('以谁的身份进来？').waitFor()
    expect(complaints.take()).toEqual([])
  })
})
