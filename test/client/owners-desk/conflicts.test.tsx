import { screen, waitFor } from '@testing-library/react'
import type { ConflictLineView } from '@yishiting/domain/contract/owners'
import ConflictsPage from '@/owners/pages/conflicts'
import { readOverlay } from '@/ui/overlay/overlay-store'
import { page } from '../support/taro'
import { answer, draw, freshPhone, me, sent, serve } from './desk'
import { aVote, ITEM, VOTE } from './vote'

const CONFLICTS = /\/conflicts$/
const RULINGS = /\/rulings$/
const conflict: ConflictLineView = {
  keyNo: 7,
  itemId: ITEM,
  itemTitle: '加装电梯',
  unitCodes: ['3-2-301'],
  area: '89.43',
  why: '两遍录入不一样',
  ballots: [
    {
      ballotId: '77777777-7777-4777-8777-777777777777',
      channel: 'paper',
      capacity: 'owner',
      at: '2026-03-12T01:00:00.000Z',
      mark: 'agree',
      secondMark: 'against',
      photos: [],
    },
  ],
  ruling: null,
}
const open = (state: 'open' | 'closed', params: Record<string, string> = {}) => {
  page.params = { id: VOTE, ...params }
  serve(
    me({ ruleConflicts: true }),
    ['GET', /\/votes\/[^/]+$/, () => aVote({ state, can: { rule: true } })],
    ['GET', CONFLICTS, () => ({ conflicts: [conflict] })],
    ['POST', RULINGS, () => ({ conflicts: [] })],
  )
  return draw(<ConflictsPage />)
}

beforeEach(freshPhone)

test('before close nothing is asked and nothing shown', async () => {
  open('open')
  expect(await screen.findByText('截止以后才看得到')).toBeTruthy()
  expect(sent('GET', CONFLICTS)).toEqual([])
})

test('after close each waits to be decided', async () => {
  const { find } = open('closed')
  expect(await screen.findByText('1 张等认定')).toBeTruthy()
  expect(screen.getByText('两遍录入不一样')).toBeTruthy()
  expect(find(`rule-7-${ITEM}`)).not.toBeNull()
})

test('a ruling: both marks shown, nothing chosen, a reason needed, and asked once more', async () => {
  const { container, tap, type } = open('closed', { key: '7', item: ITEM })
  await waitFor(() => expect(screen.getByText('第二遍录的：不同意')).toBeTruthy())
  const choices = [...container.querySelectorAll('[role="radio"]')]
  expect(choices.map((choice) => choice.getAttribute('aria-checked'))).toEqual(['false', 'false', 'false'])
  await tap('rule-submit')
  expect(screen.getByText('请选哪一个算数，或者都不算。')).toBeTruthy()
  expect(screen.getByText('请写明理由，会和结果一起留存。')).toBeTruthy()
  await tap('rule-1')
  await type('rule-reason', '照片上清楚地勾着不同意')
  await tap('rule-submit')
  await waitFor(() => expect(readOverlay().question?.title).toBe('3-2-301，算“不同意”？'))
  expect(sent('POST', RULINGS)).toEqual([])
  await answer(true)
  await waitFor(() =>
    expect(sent('POST', RULINGS)).toEqual([
      { keyNo: 7, itemId: ITEM, mark: 'against', reason: '照片上清楚地勾着不同意' },
    ]),
  )
})

test('none of them may count either', async () => {
  const { tap, type } = open('closed', { key: '7', item: ITEM })
  await tap('rule-void')
  await type('rule-reason', '签名不是业主本人的')
  await tap('rule-submit')
  await waitFor(() => expect(readOverlay().question?.title).toBe('3-2-301，这几张都不算？'))
  await answer(true)
  await waitFor(() => expect(sent('POST', RULINGS)).toMatchObject([{ mark: 'void' }]))
})
