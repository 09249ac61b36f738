import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import type { RightView, VoteView } from '@yishiting/domain/contract/owners'
import BallotPage from '@/owners/pages/ballot'
import { readOverlay } from '@/ui/overlay/overlay-store'
import { draw, freshPhone, me, Refusal, sent, serve } from '../owners-desk/desk'
import { aVote, ITEM, VOTE } from '../owners-desk/vote'
import { page } from '../support/taro'
import { aRight, RECEIPT } from './rights'

const BALLOTS = /\/ballots$/
const OTHER = '44444444-4444-4444-8444-444444444444'
const plainItem = aVote({}).items[0] as VoteView['items'][number]
const election: VoteView['items'][number] = {
  ...plainItem,
  id: OTHER,
  position: 1,
  title: '选业委会委员',
  kind: 'election',
  seats: 2,
  options: [
    { id: 'a', title: '王芳' },
    { id: 'b', title: '赵强' },
    { id: 'c', title: '钱进' },
  ],
}

const cast = { code: RECEIPT.code, digest: RECEIPT.digest, at: RECEIPT.at, keyNo: 5 }
const open = (right: RightView, items = [plainItem], done: () => unknown = () => cast) => {
  page.params = { id: VOTE, key: '5' }
  serve(
    me({}),
    ['GET', /\/api\/compounds\/[^/]+$/, () => ({ branchPhone: '' })],
    ['GET', /\/votes\/[^/]+$/, () => aVote({ rights: [right], items })],
    ['POST', BALLOTS, done],
  )
  return draw(<BallotPage />)
}
const keys = () =>
  (Taro.request as unknown as jest.Mock).mock.calls
    .filter(([{ method, url }]) => method === 'POST' && BALLOTS.test(url))
    .map(([{ header }]) => header['idempotency-key'])

beforeEach(freshPhone)

test('nothing is chosen beforehand, every choice has its consequence, and it cannot be sent unfinished', async () => {
  const { container, find } = open(aRight())
  await screen.findByText('算参加，也不算同意')
  const options = [...container.querySelectorAll(`[id^="choice-${ITEM}-"]`)]
  expect(options.map((option) => option.id)).toEqual(
    ['agree', 'against', 'abstain'].map((choice) => `choice-${ITEM}-${choice}`),
  )
  expect(options.every((option) => option.getAttribute('aria-checked') === 'false')).toBe(true)
  expect(new Set(options.map((option) => option.className)).size).toBe(1)
  expect(screen.getByText('还有 1 项没选好')).toBeTruthy()
  expect(find('ballot-submit')?.getAttribute('aria-disabled')).toBe('true')
})

test('each choice is said once more, with that it cannot be changed; then the receipt', async () => {
  const { tap, find } = open(aRight())
  await tap(`choice-${ITEM}-against`)
  await tap('ballot-submit')
  expect(screen.getByText('您是这样选的')).toBeTruthy()
  expect(screen.getByText('投后不能改。')).toBeTruthy()
  expect(screen.getAllByText('不同意')).toHaveLength(2)
  expect(sent('POST', BALLOTS)).toEqual([])
  await tap('ballot-confirm')
  expect(sent('POST', BALLOTS)).toEqual([{ keyNo: 5, marks: { [ITEM]: 'against' } }])
  await waitFor(() => expect(find('receipt-code')?.textContent).toBe(RECEIPT.code))
  expect(screen.getByText('截图留着，截止以后凭它能查到自己的票。')).toBeTruthy()
  expect(screen.queryByText(/不同意|弃权/)).toBeNull()
  await tap('receipt-copy')
  expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: RECEIPT.code })
})

test('a broken line: the choices stay, and the second try carries the same key', async () => {
  let tries = 0
  const { tap, find } = open(aRight(), [plainItem], () => {
    tries += 1
    return tries === 1 ? new Refusal(504, {}) : cast
  })
  await tap(`choice-${ITEM}-agree`)
  await tap('ballot-submit')
  await tap('ballot-confirm')
  expect(await screen.findByText('现在连不上，请稍等几秒再试。')).toBeTruthy()
  expect(find(`choice-${ITEM}-agree`)?.getAttribute('aria-checked')).toBe('true')
  await tap('ballot-confirm')
  await waitFor(() => expect(find('receipt-code')).not.toBeNull())
  const [first, second] = keys()
  expect(first).toMatch(/^[\da-f]{32}$/)
  expect(second).toBe(first)
})

test('an election: as many as there are seats, or none of them', async () => {
  const { tap } = open(aRight(), [plainItem, election])
  await tap(`choice-${ITEM}-abstain`)
  for (const id of ['a', 'b', 'c']) await tap(`choice-${OTHER}-option-${id}`)
  expect(screen.getByText(/最多选 2 位，请去掉几位/)).toBeTruthy()
  expect(screen.getByText('还有 1 项没选好')).toBeTruthy()
  await tap(`choice-${OTHER}-option-b`)
  await tap('ballot-submit')
  expect(screen.getByText('王芳、钱进')).toBeTruthy()
  await tap('ballot-confirm')
  expect(sent('POST', BALLOTS)).toEqual([{ keyNo: 5, marks: { [ITEM]: 'abstain', [OTHER]: ['a', 'c'] } }])
})

test('none of the candidates is an abstention and takes back the others', async () => {
  const { tap, find } = open(aRight(), [election])
  await tap(`choice-${OTHER}-option-a`)
  await tap(`choice-${OTHER}-abstain`)
  expect(find(`choice-${OTHER}-option-a`)?.getAttribute('aria-checked')).toBe('false')
  await tap('ballot-submit')
  await tap('ballot-confirm')
  expect(sent('POST', BALLOTS)).toEqual([{ keyNo: 5, marks: { [OTHER]: 'abstain' } }])
})

test('a proxy sees what the owner wrote and cannot change it; items outside his mandate are not there', async () => {
  const mandate = {
    id: '55555555-5555-4555-8555-555555555555',
    state: 'accepted' as const,
    proxyLabel: '',
    acceptCode: null,
    expiresAt: '2026-03-25T10:00:00.000Z',
    itemIds: [ITEM],
  }
  const right = aRight({ capacity: 'proxy', ownerLabel: '李*', mandate, instructions: { [ITEM]: 'against' } })
  const { tap, find } = open(right, [plainItem, election])
  expect(await screen.findByText('业主在委托书里写明了，照着投')).toBeTruthy()
  expect(find(`choice-${ITEM}-agree`)).toBeNull()
  expect(screen.queryByText(/选业委会委员/)).toBeNull()
  await tap('ballot-submit')
  await tap('ballot-confirm')
  expect(sent('POST', BALLOTS)).toEqual([{ keyNo: 5, marks: { [ITEM]: 'against' } }])
})

test('where it may be changed it says so, and the receipt leads back to an empty ballot', async () => {
  const { tap, find } = open(aRight({ mayChange: true, receipt: RECEIPT }))
  expect(await screen.findByText(RECEIPT.code)).toBeTruthy()
  await tap('ballot-change')
  expect(find(`choice-${ITEM}-agree`)?.getAttribute('aria-checked')).toBe('false')
  await tap(`choice-${ITEM}-agree`)
  await tap('ballot-submit')
  expect(screen.getByText('截止之前可以改，以最后一次为准。')).toBeTruthy()
})

test('a receipt that is not to be changed offers nothing of the kind', async () => {
  const { find } = open(aRight({ mayVote: false, receipt: RECEIPT }))
  expect(await screen.findByText(RECEIPT.code)).toBeTruthy()
  expect(find('ballot-change')).toBeNull()
})

test('overtaken by another phone: the ballot that is there is shown', async () => {
  let right = aRight()
  page.params = { id: VOTE, key: '5' }
  serve(
    me({}),
    ['GET', /\/api\/compounds\/[^/]+$/, () => ({ branchPhone: '' })],
    ['GET', /\/votes\/[^/]+$/, () => aVote({ rights: [right] })],
    [
      'POST',
      BALLOTS,
      () => {
        right = aRight({ mayVote: false, receipt: RECEIPT })
        return new Refusal(409, { code: 'already_cast', status: 409, detail: '这一户已经投过了。' })
      },
    ],
  )
  const { tap } = draw(<BallotPage />)
  await tap(`choice-${ITEM}-agree`)
  await tap('ballot-submit')
  await tap('ballot-confirm')
  expect(await screen.findByText(RECEIPT.code)).toBeTruthy()
  expect(readOverlay().saying?.text).toBe('这一户已经投过了。')
})

test('without a right here: why', async () => {
  open(aRight({ keyNo: 6 }))
  expect(await screen.findByText('这里没有您的票')).toBeTruthy()
})
