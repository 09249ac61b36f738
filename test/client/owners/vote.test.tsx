import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import type { VoteView } from '@yishiting/domain/contract/owners'
import VotePage from '@/owners/pages/vote'
import { nextStep, weightOf } from '@/owners/vote/rights'
import { readOverlay } from '@/ui/overlay/overlay-store'
import { answer, draw, freshPhone, me, sent, serve } from '../owners-desk/desk'
import { aVote, ITEM, NOW, VOTE } from '../owners-desk/vote'
import { page } from '../support/taro'
import { aResult, aRight, counted, RECEIPT } from './rights'

type Found = { found: boolean; digest: string | null; position: number | null; at: string | null }
const opened = () => (Taro.navigateTo as unknown as jest.Mock).mock.calls.map(([{ url }]) => url)

const open = (vote: VoteView, found?: Found) => {
  page.params = { id: VOTE }
  serve(
    me({}),
    ['GET', /\/api\/compounds\/[^/]+$/, () => ({ branchPhone: '0571-88000000' })],
    ['GET', /\/receipts?\?|\/receipt/, () => found],
    ['GET', /\/votes\/[^/]+$/, () => vote],
    ['POST', /\/objections$/, () => vote],
    ['POST', /\/roll\/requests$|\/requests$/, () => ({})],
  )
  return draw(<VotePage />)
}

beforeEach(freshPhone)

test('open, and mine to cast: one main button to the ballot; how many take part, never the direction', async () => {
  const { tap, container } = open(aVote({ rights: [aRight()] }))
  expect(await screen.findByText('还差 2 人')).toBeTruthy()
  expect(screen.getByText('还差 107.84 ㎡')).toBeTruthy()
  expect(container.textContent).not.toMatch(/同意 \d|通过 ✓/)
  await tap('vote-go')
  expect(opened()).toEqual([`/owners/pages/ballot/index?id=${VOTE}&key=5`])
})

test('cast: the main button leads to the receipt', async () => {
  const { tap, find } = open(aVote({ rights: [aRight({ mayVote: false, receipt: RECEIPT })] }))
  await tap('vote-receipt')
  expect(find('vote-go')).toBeNull()
  expect(opened()).toEqual([`/owners/pages/ballot/index?id=${VOTE}&key=5`])
})

test('announced: from when, on a button that does nothing yet', async () => {
  const vote = aVote({
    state: 'noticed',
    opensAt: '2026-11-29T16:00:00.000Z',
    rights: [aRight({ mayVote: false, whyNot: '11 月 30 日 00:00 开始投票，现在还不能投。' })],
  })
  const { tap } = open(vote)
  expect(await screen.findByText('11 月 30 日起可以投')).toBeTruthy()
  await tap('vote-go')
  expect(opened()).toEqual([])
})

test('the next step: the key that still waits before the one that is cast; nothing for who has none', () => {
  const cast = aRight({ keyNo: 1, mayVote: false, receipt: RECEIPT })
  expect(nextStep(aVote({ rights: [cast, aRight({ keyNo: 2 })] }), NOW)).toEqual({ is: 'cast', keyNo: 2 })
  expect(nextStep(aVote({ rights: [cast] }), NOW)).toEqual({ is: 'receipt', keyNo: 1 })
  expect(nextStep(aVote({ state: 'noticed' }), NOW)).toBeNull()
  const changeable = aRight({ keyNo: 3, mayChange: true, receipt: RECEIPT })
  expect(nextStep(aVote({ rights: [changeable] }), NOW)).toEqual({ is: 'receipt', keyNo: 3 })
})

test('several rights have a way each, and say what each weighs', async () => {
  const proxy = aRight({ keyNo: 9, capacity: 'proxy', ownerLabel: '李*', unitCodes: ['3-2-602'] })
  const { tap } = open(aVote({ rights: [aRight({ coOwners: 1 }), proxy] }))
  expect(await screen.findByText('算 1 人、89.43 ㎡ · 2 位共有，合为一票')).toBeTruthy()
  expect(weightOf(proxy)).toBe('算 1 人、89.43 ㎡ · 替 李* 投')
  await tap('ballot-9')
  expect(opened()).toEqual([`/owners/pages/ballot/index?id=${VOTE}&key=9`])
})

test('without a right: why, and where to look', async () => {
  const { tap, find } = open(aVote({ noRightReason: '名册里没有您的房子。' }))
  expect(await screen.findByText('名册里没有您的房子。')).toBeTruthy()
  expect(find('vote-go')).toBeNull()
  await tap('standing')
  expect(opened()).toEqual(['/owners/pages/standing/index'])
})

test('the full text and the rules are folded up until they are asked for', async () => {
  const items = [
    { ...(aVote({}).items[0] as VoteView['items'][number]), body: '第一条 电梯品牌。\n第二条 费用分摊。' },
  ]
  const { tap } = open(aVote({ items, rulesInWords: ['投后不能改。'], rulesDigest: RECEIPT.digest }))
  expect(await screen.findByText('三分之二参加，四分之三同意')).toBeTruthy()
  expect(screen.queryByText('第二条 费用分摊。')).toBeNull()
  await tap(`item-text-${ITEM}`)
  expect(screen.getByText('第二条 费用分摊。')).toBeTruthy()
  expect(screen.queryByText('1. 投后不能改。')).toBeNull()
  await tap('rules')
  expect(screen.getByText('1. 投后不能改。')).toBeTruthy()
})

test('an objection needs words, is asked for once more, and its period is counted', async () => {
  const vote = aVote({
    state: 'published',
    result: counted(aResult()),
    publishedAt: '2026-03-11T01:00:00.000Z',
    objectionsUntil: '2026-03-15T01:00:00.000Z',
    can: { object: true },
  })
  const { tap, type } = open(vote)
  expect(await screen.findByText('对结果有异议？还剩 3 天')).toBeTruthy()
  await tap('object')
  await tap('object-send')
  expect(screen.getByText('请写明哪里不对。')).toBeTruthy()
  await type('object-text', '我家的票没有算。')
  await tap('object-send')
  await waitFor(() => expect(readOverlay().question?.title).toBe('提这条异议？'))
  await answer(true)
  await waitFor(() => expect(sent('POST', /\/objections$/)).toEqual([{ text: '我家的票没有算。' }]))
})

test('objections and their public answers stand there for everybody', async () => {
  const objection = {
    id: '88888888-8888-4888-8888-888888888888',
    label: '3 号楼业主',
    text: '我家的票没有算。',
    at: '2026-03-26T01:00:00.000Z',
    answer: '查过了，在第 12 号。',
    answeredAt: '2026-03-27T01:00:00.000Z',
  }
  open(aVote({ state: 'published', result: counted(aResult()), objections: [objection] }))
  expect(await screen.findByText('答复：查过了，在第 12 号。')).toBeTruthy()
})

test('a receipt is found by its code with its place, never with what it says', async () => {
  const there = { found: true, digest: RECEIPT.digest, position: 12, at: RECEIPT.at }
  const { tap, type, container } = open(aVote({ state: 'closed' }), there)
  await tap('receipt-look-up')
  await type('look-up-code', ' k7pm-2q4x-9rtw ')
  await tap('look-up')
  expect(await screen.findByText('这张票在 ✓ 排在第 12 号')).toBeTruthy()
  const request = Taro.request as unknown as jest.Mock
  expect(request.mock.calls.some(([{ url }]) => url.endsWith('?code=K7PM-2Q4X-9RTW'))).toBe(true)
  expect(container.textContent).not.toMatch(/不同意|弃权/)
})

test('a code that nobody holds says so', async () => {
  const { tap, type } = open(aVote({}), { found: false, digest: null, position: null, at: null })
  await tap('receipt-look-up')
  await type('look-up-code', 'XXXX')
  await tap('look-up')
  expect(await screen.findByText(/没有查到这个码/)).toBeTruthy()
})

test('a paper can be asked for by who has not cast yet', async () => {
  const { tap } = open(aVote({ rights: [aRight()] }))
  await tap('want-paper')
  await answer(true)
  await waitFor(() =>
    expect(sent('POST', /requests$/)).toMatchObject([{ unitCode: '3-2-501', about: 'other' }]),
  )
})

test('whoever has a duty finds the desk from here; to object is none', async () => {
  const desk = open(aVote({ can: { remind: true } }))
  await desk.tap('vote-desk')
  expect(opened()).toEqual([`/owners/pages/desk/index?id=${VOTE}`])
  const owner = open(aVote({ can: { object: true, export: true } }))
  await waitFor(() => expect(owner.find('standing')).not.toBeNull())
  expect(owner.find('vote-desk')).toBeNull()
})
