import { screen, waitFor } from '@testing-library/react'
import type { RollView, VoteView } from '@yishiting/domain/contract/owners'
import { DAY } from '@yishiting/domain/matter/instant'
import DraftPage from '@/owners/pages/draft'
import { readOverlay } from '@/ui/overlay/overlay-store'
import { answer, draw, freshPhone, me, sent, serve } from './desk'
import { aVote, NOW } from './vote'

const DRAFTS = /\/votes$/
const NOTICE = /\/notice$/
const roll: RollView = {
  version: 2,
  units: 36,
  people: 35,
  area: '3508.53',
  withoutArea: 0,
  registry: { units: null, area: null, unitDifference: null, areaDifference: null },
  buildings: [{ building: '3', stairwells: ['1', '2'], units: 36, area: '3508.53' }],
  versions: [],
  openRequests: 0,
  flags: [],
}

const open = (problems: VoteView['problems'] = []) => {
  const saved = aVote({
    state: 'draft',
    problems,
    rulesInWords: ['一户一票，投后不能改。'],
    can: { notice: true },
  })
  serve(
    me({ conveneVote: true }),
    ['GET', /\/roll$/, () => roll],
    ['POST', DRAFTS, () => saved],
    ['PUT', /\/votes\/[^/]+$/, () => saved],
    ['POST', NOTICE, () => aVote({ state: 'noticed' })],
  )
  return draw(<DraftPage />)
}
type Hands = ReturnType<typeof open>

const upToRules = async ({ tap, type }: Hands) => {
  await type('draft-title', '3 号楼 2 单元加装电梯')
  await type('draft-why', '老人上下楼难')
  await type('draft-contact', '业委会值班电话')
  await tap('draft-next')
  await type('item-title-1', '是否同意加装电梯')
  await type('item-body-1', '方案全文')
  await tap('item-topic-1')
  await tap('item-topic-1-7')
  await tap('draft-next')
  await tap('scope-stairwell')
  await tap('in-building')
  await tap('in-building-0')
  await tap('in-stairwell')
  await tap('in-stairwell-1')
  await tap('draft-next')
}
const upToPreview = async (hands: Hands) => {
  await upToRules(hands)
  await hands.tap('special-excluded')
  await hands.tap('draft-next')
  await hands.tap('draft-next')
}

beforeEach(freshPhone)

test('whether parking spaces count must be answered: nothing is chosen, and there is no way past it', async () => {
  const hands = open()
  await upToRules(hands)
  expect(hands.find('special-included')?.getAttribute('aria-checked')).toBe('false')
  expect(hands.find('special-excluded')?.getAttribute('aria-checked')).toBe('false')
  await hands.tap('draft-next')
  expect(screen.getByText(/请定好：车位、储藏室、地下室计不计入/)).toBeTruthy()
  expect(screen.getByText('第 4 步，共 6 步：按什么规则算')).toBeTruthy()
  await hands.tap('special-excluded')
  await hands.tap('draft-next')
  expect(screen.getByText('第 5 步，共 6 步：什么时候投')).toBeTruthy()
})

test('the majority follows from the kind of matter; what is saved is what was said', async () => {
  const hands = open()
  await upToPreview(hands)
  const [body] = sent('POST', DRAFTS) as [{ opensAt: string; closesAt: string }]
  expect(body).toMatchObject({
    title: '3 号楼 2 单元加装电梯',
    items: [{ title: '是否同意加装电梯', kind: 'special', lawItem: 7, options: [], seats: 1 }],
    rules: {
      scope: { type: 'stairwell', building: '3', stairwell: '2' },
      specialSpaces: 'excluded',
    },
  })
  expect(Date.parse(body.opensAt)).toBeGreaterThanOrEqual(NOW + 15 * DAY)
  expect(await screen.findByText('一户一票，投后不能改。')).toBeTruthy()
})

test('the notice is asked for once more, with what it fixes for good', async () => {
  const hands = open()
  await upToPreview(hands)
  await hands.tap('draft-notice')
  await waitFor(() => expect(readOverlay().question?.title).toBe('现在公告？'))
  expect(readOverlay().question?.text).toContain('名册、规则、表决事项都定住，谁也不能改')
  expect(sent('POST', NOTICE)).toEqual([])
  await answer(true)
  await waitFor(() => expect(sent('POST', NOTICE)).toHaveLength(1))
})

test('what the server still finds is listed, each with the way to mend it, and blocks the notice', async () => {
  const problem = { field: 'rules.noticeDays', message: '公告至少 15 天。' }
  const hands = open([problem])
  await upToPreview(hands)
  expect(await screen.findByText('公告至少 15 天。')).toBeTruthy()
  await hands.tap('draft-notice')
  expect(readOverlay().question).toBeNull()
  await hands.tap('problem-0')
  expect(screen.getByText('第 4 步，共 6 步：按什么规则算')).toBeTruthy()
})

test('a draft can be kept from any step once it has a title and something to decide', async () => {
  const hands = open()
  await hands.tap('draft-save')
  expect(sent('POST', DRAFTS)).toEqual([])
  await hands.type('draft-title', '修屋面')
  await hands.type('draft-why', '漏雨')
  await hands.type('draft-contact', '业委会值班电话')
  await hands.tap('draft-next')
  await hands.type('item-title-1', '动用维修资金修屋面')
  await hands.tap('draft-save')
  expect(sent('POST', DRAFTS)).toMatchObject([{ title: '修屋面', rules: { specialSpaces: 'unset' } }])
  // The next save writes on the same draft.
  await hands.type('item-title-1', '动用维修资金修 3 号楼屋面')
  await hands.tap('draft-save')
  expect(sent('POST', DRAFTS)).toHaveLength(1)
  expect(sent('PUT', /\/votes\/[^/]+$/)).toHaveLength(1)
})

test('candidates for the committee: at least two, and no more seats than names', async () => {
  const hands = open()
  await hands.type('draft-title', '换届')
  await hands.type('draft-why', '任期满了')
  await hands.type('draft-contact', '业委会值班电话')
  await hands.tap('draft-next')
  await hands.type('item-title-1', '选举业委会委员')
  await hands.tap('item-topic-1')
  await hands.tap('item-topic-1-3')
  await hands.tap('item-several-1')
  await hands.tap('draft-next')
  expect(screen.getByText('“选举业委会委员”至少要有两个可选。')).toBeTruthy()
  await hands.type('item-option-1-0', '甲')
  await hands.type('item-option-1-1', '乙')
  await hands.type('item-seats-1', '3')
  await hands.tap('draft-next')
  expect(screen.getByText('“选举业委会委员”的名额比候选人还多。')).toBeTruthy()
  await hands.type('item-seats-1', '1')
  await hands.tap('draft-save')
  expect(sent('POST', DRAFTS)).toMatchObject([
    { items: [{ kind: 'election', lawItem: 3, seats: 1, options: [{ title: '甲' }, { title: '乙' }] }] },
  ])
})

test('a documented variant is put in, and leaves alone what was answered for this compound', async () => {
  const hands = open()
  await upToRules(hands)
  await hands.tap('special-included')
  await hands.tap('preset')
  await hands.tap('preset-shenzhen')
  expect(screen.getByText(/据深圳的做法整理/)).toBeTruthy()
  expect(screen.getByText('线上票优先于纸质票')).toBeTruthy()
  expect(hands.find('special-included')?.getAttribute('aria-checked')).toBe('true')
  await hands.tap('draft-save')
  expect(sent('POST', DRAFTS)).toMatchObject([
    {
      rules: {
        preset: 'shenzhen',
        conflicts: 'online_over_paper',
        specialSpaces: 'included',
        scope: { type: 'stairwell', building: '3', stairwell: '2' },
      },
    },
  ])
})

test('a number that is none is said at its field, and nothing is saved with it', async () => {
  const hands = open()
  await upToRules(hands)
  await hands.tap('special-included')
  await hands.type('mandates', '三')
  await hands.tap('draft-save')
  expect(sent('POST', DRAFTS)).toEqual([])
  await hands.tap('draft-next')
  expect(screen.getByText('请写 0 到 50 的整数。')).toBeTruthy()
  await hands.type('mandates', '2')
  await hands.type('notice-days', '7')
  await hands.tap('draft-next')
  expect(screen.getByText('公告至少提前 15 天。')).toBeTruthy()
})
