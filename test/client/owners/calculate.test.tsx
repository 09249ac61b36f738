import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import { chooseCompound, dropSession, enterSession } from '@/api/session-store'
import { EMPTY, EXAMPLE, type NoticeForm, readNotice } from '@/owners/calculate/notice'
import Calculate from '@/owners/pages/calculate'
import { readOverlay } from '@/ui/overlay/overlay-store'
import { draw, freshPhone, serve } from '../owners-desk/desk'
import { aVote, COMPOUND, ITEM, VOTE } from '../owners-desk/vote'
import { page as route } from '../support/taro'

const request = Taro.request as unknown as jest.Mock

beforeEach(() => {
  freshPhone()
  dropSession()
})

const notice = (figures: Partial<NoticeForm['figures']>, more: Partial<NoticeForm> = {}): NoticeForm => ({
  ...EMPTY,
  ...more,
  figures: { ...EMPTY.figures, ...figures },
})
const fill = async (
  page: ReturnType<typeof draw>,
  figures: Partial<Record<keyof NoticeForm['figures'], [people: string, area: string]>>,
) => {
  for (const [name, [people, area]] of Object.entries(figures)) {
    await page.type(`calc-${name}-people`, people)
    await page.type(`calc-${name}-area`, area)
  }
}

test('open to whoever comes: nobody is signed in, nothing is asked of the server', async () => {
  const page = draw(<Calculate />)
  await page.tap('calc-example')
  await page.tap('calc-go')
  expect(await screen.findByText('通过')).toBeTruthy()
  expect(request).not.toHaveBeenCalled()
})

test('the example: passed, each test with both its sides, and one percentage that took everybody for its whole', async () => {
  const page = draw(<Calculate />)
  await page.tap('calc-example')
  await page.tap('calc-go')
  for (const words of ['3 × 1360 = 4080', '要不少于 2 × 1505 = 3010']) {
    expect(screen.getByText(words)).toBeTruthy()
  }
  for (const words of ['4 × 128816.42 = 515265.68', '要不少于 3 × 171755.223 = 515265.669']) {
    expect(screen.getByText(words)).toBeTruthy()
  }
  expect(screen.getByText('参加的比例（人数）公告写 90.37%，对 ✓')).toBeTruthy()
  expect(screen.getByText(/同意的比例（人数）公告写 67\.84%，是拿全体业主算的.*应当是 75\.07%/)).toBeTruthy()
})

test('one person short of three quarters fails, and says by how many', async () => {
  const page = draw(<Calculate />)
  await page.tap('calc-kind-special')
  await fill(page, { roll: ['36', '3508.53'], participating: ['24', '2339.02'], agree: ['17', '1800'] })
  await page.tap('calc-go')
  expect(await screen.findByText('未通过')).toBeTruthy()
  expect(screen.getByText('没通过：还差 1 人同意。')).toBeTruthy()
  expect(screen.getByText('人数：不够，还差 1 人')).toBeTruthy()
  expect(screen.getByText('要不少于 3 × 24 = 72')).toBeTruthy()
  await page.tap('calc-back')
  await page.type('calc-agree-people', '18')
  await page.tap('calc-go')
  expect(await screen.findByText('通过')).toBeTruthy()
})

test('exactly half is not more than half', async () => {
  const page = draw(<Calculate />)
  await page.tap('calc-kind-ordinary')
  await fill(page, { roll: ['3', '100.00'], participating: ['3', '100.00'], agree: ['2', '50.00'] })
  await page.tap('calc-go')
  expect(await screen.findByText('面积：不够，还差 0.0001 ㎡')).toBeTruthy()
})

test('what a notice leaves out is named, and what is certain all the same is said', async () => {
  const page = draw(<Calculate />)
  await page.type('calc-roll-people', '950')
  await page.type('calc-participating-people', '634')
  await page.type('calc-agree-people', '500')
  await page.tap('calc-go')
  expect(await screen.findByText('还定不了')).toBeTruthy()
  expect(screen.getByText(/要再知道：.*全体面积/)).toBeTruthy()
  await page.tap('calc-back')
  await page.type('calc-participating-people', '633')
  await page.tap('calc-go')
  expect(await screen.findByText('未通过')).toBeTruthy()
  expect(screen.getByText('没通过：还差 1 人参加。')).toBeTruthy()
})

test('figures that contradict each other are not decided', async () => {
  const page = draw(<Calculate />)
  await fill(page, { roll: ['10', '100'], participating: ['8', '80'], agree: ['9', '70'] })
  await page.tap('calc-go')
  expect(await screen.findByText('还定不了')).toBeTruthy()
  expect(screen.getByText(/对不起来/)).toBeTruthy()
})

test('what is no figure is said at its field, and nothing is counted', async () => {
  const page = draw(<Calculate />)
  await page.tap('calc-go')
  expect(readOverlay().saying?.text).toBe('先照公告填几个数')
  await page.type('calc-roll-area', '约三千')
  await page.tap('calc-go')
  await waitFor(() => expect(screen.getByText(/面积：.*最多四位小数/)).toBeTruthy())
  expect(page.find('calc-verdict')).toBeNull()
})

test('figures are read as notices print them: separators, units, full-width digits', () => {
  const { totals, errors } = readNotice(
    notice({
      roll: { people: '1,505 人', area: '１９１，６１９．２１㎡' },
      agree: { people: '０', area: '' },
    }),
  )
  expect(errors).toEqual({})
  expect(totals?.roll).toEqual({ people: 1505, area: 1_916_192_100 })
  expect(totals?.agree).toEqual({ people: 0, area: null })
  expect(readNotice(notice({ roll: { people: '1,50', area: '' } })).errors).toHaveProperty(['roll.people'])
})

test('the example’s own figures add up', () => {
  const { totals } = readNotice(EXAMPLE)
  if (!totals) throw new Error('the example must be readable')
  const { participating, agree, against, abstain } = totals
  for (const side of ['people', 'area'] as const) {
    expect((agree[side] ?? 0) + (against[side] ?? 0) + (abstain[side] ?? 0)).toBe(participating[side])
  }
})

test('the figures of a published result are filled in, to be worked out again', async () => {
  enterSession('token')
  chooseCompound(COMPOUND)
  const figure = (people: number, area: string) => ({ people, area })
  const item = {
    itemId: ITEM,
    title: '加装电梯',
    kind: 'special',
    roll: figure(36, '3508.53'),
    participating: figure(30, '2951.07'),
    agree: figure(24, '2298.66'),
    against: figure(4, '400.00'),
    abstain: figure(2, '252.41'),
    invalid: figure(0, '0.00'),
    deliveredNotVoted: figure(0, '0.00'),
    percentages: { 'participating.people': '83.33', 'agree.people': '80.00', 'agree.area': '77.89' },
    options: [],
  }
  const vote = { ...aVote({ state: 'published' }), result: { items: [item] } }
  serve(['GET', /\/votes\/[^/]+$/, () => vote])
  route.params = { vote: VOTE, item: ITEM }
  const page = draw(<Calculate />)
  await page.tap('calc-go')
  expect(await screen.findByText('通过。')).toBeTruthy()
  expect(screen.getByText('同意的比例（人数）公告写 80.00%，对 ✓')).toBeTruthy()
  expect(screen.getByText('同意的比例（面积）公告写 77.89%，对 ✓')).toBeTruthy()
})

test('at the residents’ meeting floor area is not even asked for', async () => {
  const page = draw(<Calculate />)
  await page.tap('calc-kind-residents')
  expect(page.find('calc-roll-area')).toBeNull()
  await page.type('calc-roll-people', '100')
  await page.type('calc-participating-people', '51')
  await page.type('calc-agree-people', '26')
  await page.tap('calc-go')
  expect(await screen.findByText('通过')).toBeTruthy()
})
