import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import type { StandingInRoll } from '@yishiting/domain/contract/owners'
import StandingPage from '@/owners/pages/standing'
import { readOverlay } from '@/ui/overlay/overlay-store'
import { draw, freshPhone, me, Refusal, sent, serve } from '../owners-desk/desk'
import { page } from '../support/taro'

const CLAIMS = /\/roll\/mine\/claims$/
const REQUESTS = /\/roll\/mine\/requests$/
const unit: StandingInRoll['units'][number] = {
  code: '3-2-501',
  use: 'dwelling',
  area: '89.43',
  areaSource: 'register',
  owners: ['张*'],
  problem: '',
}
const mine = (part: Partial<StandingInRoll> = {}): StandingInRoll => ({
  rollVersion: 3,
  units: [unit],
  line: '可以投票，算 1 人、89.43 平方米。',
  canVote: true,
  requests: [],
  ...part,
})
const open = (standing: StandingInRoll, act?: string, done: () => unknown = () => mine()) => {
  page.params = act ? { do: act } : {}
  serve(me({}), ['GET', /\/roll\/mine$/, () => standing], ['POST', CLAIMS, done], ['POST', REQUESTS, done])
  return draw(<StandingPage />)
}
const opened = () => (Taro.navigateTo as unknown as jest.Mock).mock.calls.map(([{ url }]) => url)

beforeEach(freshPhone)

test('one sentence, then the home as the roll has it', async () => {
  open(mine())
  expect(await screen.findByText('您可以投票 ✓')).toBeTruthy()
  expect(screen.getByText('可以投票，算 1 人、89.43 平方米。')).toBeTruthy()
  expect(screen.getByText('89.43 ㎡（不动产登记簿）')).toBeTruthy()
  expect(screen.getByText('业主 张*')).toBeTruthy()
})

test('not known to the roll: why not, and claiming is the one main thing', async () => {
  const { tap } = open(mine({ units: [], canVote: false, line: '名册里还没有认到您名下的房子。' }))
  expect(await screen.findByText('现在还不能投票')).toBeTruthy()
  await tap('standing-claim')
  expect(opened()).toEqual(['/owners/pages/standing/index?do=claim'])
})

test('a claim needs all three, and reads what a Chinese keyboard types', async () => {
  const { tap, type } = open(mine({ units: [] }), 'claim')
  await tap('claim-send')
  for (const sentence of ['请写房号。', '请写姓名。', '请写证件号码或电话的后四位。'])
    expect(screen.getByText(sentence)).toBeTruthy()
  expect(sent('POST', CLAIMS)).toEqual([])
  await type('claim-unit', ' 3-2-501 ')
  await type('claim-name', '张三')
  await type('claim-digits', '０１２x')
  await tap('claim-send')
  expect(sent('POST', CLAIMS)).toEqual([{ unitCode: '3-2-501', name: '张三', lastDigits: '012X' }])
  await waitFor(() => expect(readOverlay().saying?.text).toBe('对上了，您可以投票'))
})

test('a claim that does not match says so at the button, and what was typed stays', async () => {
  const refused = () =>
    new Refusal(422, { code: 'claim_no_match', status: 422, detail: '和名册对不上，请看看有没有写错。' })
  const { tap, type, find } = open(mine({ units: [] }), 'claim', refused)
  await type('claim-unit', '3-2-501')
  await type('claim-name', '张三')
  await type('claim-digits', '0123')
  await tap('claim-send')
  expect(await screen.findByText('和名册对不上，请看看有没有写错。')).toBeTruthy()
  expect(find('claim-name')?.getAttribute('value')).toBe('张三')
})

test('what is wrong with the roll is asked to be put right', async () => {
  const { tap, type } = open(mine(), 'wrong')
  await tap('request-send')
  expect(screen.getByText('请选哪里不对。')).toBeTruthy()
  await tap('request-about-area')
  await type('request-text', '应该是 89.43，不是 83.49')
  await tap('request-send')
  expect(sent('POST', REQUESTS)).toEqual([
    { unitCode: '3-2-501', about: 'area', text: '应该是 89.43，不是 83.49' },
  ])
})

test('my requests stand there with their answers', async () => {
  const request = {
    id: '66666666-6666-4666-8666-666666666666',
    unitCode: '3-2-501',
    about: 'area' as const,
    text: '应该是 89.43',
    at: '2026-03-01T01:00:00.000Z',
    state: 'refused' as const,
    answer: '登记簿上就是 83.49。',
    answeredAt: '2026-03-02T01:00:00.000Z',
    person: null,
  }
  open(mine({ requests: [request] }))
  expect(await screen.findByText('答复：登记簿上就是 83.49。')).toBeTruthy()
  expect(screen.getByText('没有改')).toBeTruthy()
})
