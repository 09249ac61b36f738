import { screen, waitFor } from '@testing-library/react'
import type { RightView, VoteView } from '@yishiting/domain/contract/owners'
import { grantBody, mandateErrors, newMandate } from '@/owners/mandate/grant'
import MandatePage from '@/owners/pages/mandate'
import { readOverlay } from '@/ui/overlay/overlay-store'
import { answer, draw, freshPhone, me, Refusal, sent, serve } from '../owners-desk/desk'
import { aVote, ITEM, NOW, VOTE } from '../owners-desk/vote'
import { page } from '../support/taro'
import { aRight, RECEIPT } from './rights'

const PHOTO = '77777777-7777-4777-8777-777777777777'
const OTHER = '44444444-4444-4444-8444-444444444444'
const first = aVote({}).items[0] as VoteView['items'][number]
const two = aVote({ items: [first, { ...first, id: OTHER, title: '费用分摊' }] })
const given: NonNullable<RightView['mandate']> = {
  id: '55555555-5555-4555-8555-555555555555',
  state: 'offered',
  proxyLabel: '',
  acceptCode: '402715',
  expiresAt: '2026-03-25T10:00:00.000Z',
  itemIds: null,
}

const open = (right: RightView, params: Record<string, string>, accepted: () => unknown = () => two) => {
  page.params = { id: VOTE, ...params }
  const vote = aVote({ rights: [right] })
  serve(
    me({}),
    ['GET', /\/votes\/[^/]+$/, () => vote],
    ['POST', /\/mandates\/accept$/, accepted],
    ['POST', /\/mandates\/[^/]+\/revoke$/, () => aVote({ rights: [aRight()] })],
  )
  return draw(<MandatePage />)
}

beforeEach(freshPhone)

test('a spoken mandate is none: without the photo and a choice nothing is sent', async () => {
  const { tap } = open(aRight(), { key: '5' })
  await tap('mandate-send')
  expect(screen.getByText('请拍下委托书：口头委托不算。')).toBeTruthy()
  expect(screen.getByText('请选怎么投由谁定。')).toBeTruthy()
  expect(sent('POST', /\/mandates$/)).toEqual([])
})

test('what the owner writes must be whole for the items it is for', () => {
  const mandate = { ...newMandate(two), how: 'written' as const, marks: { [ITEM]: 'agree' as const } }
  expect(mandateErrors(mandate, two, NOW, 1)).toMatchObject({ [ITEM]: undefined, [OTHER]: '还没选' })
  const forOne = { ...mandate, itemIds: [ITEM] }
  expect(Object.values(mandateErrors(forOne, two, NOW, 1)).filter(Boolean)).toEqual([])
  expect(grantBody(forOne, two, aRight(), PHOTO)).toEqual({
    keyNo: 5,
    itemIds: [ITEM],
    instructions: { [ITEM]: 'agree' },
    photoId: PHOTO,
    expiresAt: two.closesAt,
  })
})

test('at the proxy’s discretion nothing is written, and all items are all', () => {
  const mandate = { ...newMandate(two), how: 'free' as const, marks: { [ITEM]: 'agree' as const } }
  expect(grantBody(mandate, two, aRight(), PHOTO)).toMatchObject({ itemIds: null, instructions: null })
})

test('it cannot outlive the vote, nor have run out already', () => {
  const until = (expiresAt: number) =>
    mandateErrors({ ...newMandate(two), how: 'free', expiresAt }, two, NOW, 1).expiresAt
  expect(until(Date.parse(two.closesAt))).toBeUndefined()
  expect(until(Date.parse(two.closesAt) + 1)).toBe('有效期不能晚于投票截止。')
  expect(until(NOW)).toBe('有效期已经过了。')
})

test('given: six figures to hand on, and it can be taken back', async () => {
  const { tap, find } = open(aRight({ mandate: given }), { key: '5' })
  await waitFor(() => expect(find('mandate-code')?.textContent).toBe('402715'))
  await tap('mandate-revoke')
  await waitFor(() => expect(readOverlay().question?.title).toBe('收回委托？'))
  await answer(true)
  await waitFor(() => expect(find('mandate-send')).not.toBeNull())
})

test('the code is shown to who gave it and to no co-owner', async () => {
  const { find } = open(aRight({ mandate: { ...given, acceptCode: null } }), { key: '5' })
  await waitFor(() => expect(find('mandate-code')?.textContent).toBe('······'))
})

test('accepted: by whom', async () => {
  open(aRight({ mandate: { ...given, state: 'accepted', acceptCode: null, proxyLabel: '5 号楼业主' } }), {
    key: '5',
  })
  expect(await screen.findByText('5 号楼业主 接受了 ✓')).toBeTruthy()
})

test('who has voted needs no proxy any more', async () => {
  open(aRight({ mayVote: false, receipt: RECEIPT }), { key: '5' })
  expect(await screen.findByText('您已经投过了，不用再委托。')).toBeTruthy()
})

test('accepting: six figures, as any keyboard types them; a wrong code says so and stays', async () => {
  const wrong = () =>
    new Refusal(422, { code: 'mandate_code_wrong', status: 422, detail: '委托码不对，请和业主核对。' })
  const { tap, type, find } = open(aRight(), {}, wrong)
  await type('mandate-code', '4027')
  await tap('mandate-accept')
  expect(screen.getByText('委托码是六位数字。')).toBeTruthy()
  await type('mandate-code', '４０２ ７１５')
  await tap('mandate-accept')
  expect(sent('POST', /\/mandates\/accept$/)).toEqual([{ code: '402715' }])
  expect(await screen.findByText('委托码不对，请和业主核对。')).toBeTruthy()
  expect(find('mandate-code')?.getAttribute('value')).toBe('４０２ ７１５')
})
