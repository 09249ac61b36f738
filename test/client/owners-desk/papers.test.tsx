import { screen, waitFor } from '@testing-library/react'
import type { PaperLineView, VoteView } from '@yishiting/domain/contract/owners'
import PapersPage from '@/owners/pages/papers'
import { page } from '../support/taro'
import { draw, freshPhone, me, Refusal, sent, serve } from './desk'
import { aVote, ITEM, VOTE } from './vote'

const PAPERS = /\/papers(\?.*)?$/
const receipt = { code: 'K7PM-2Q4X', digest: 'ab', at: '2026-03-12T02:00:00.000Z', keyNo: 5 }
const line = (part: Partial<PaperLineView>): PaperLineView => ({
  ballotId: '55555555-5555-4555-8555-555555555555',
  keyNo: 5,
  unitCodes: ['3-2-501'],
  channel: 'door',
  at: '2026-03-12T01:00:00.000Z',
  isMine: false,
  state: 'waits_for_second',
  photos: [{ id: '66666666-6666-4666-8666-666666666666', url: '/u', thumbUrl: '/t', width: 1, height: 1 }],
  ...part,
})

const open = (
  papers: PaperLineView[],
  saved: () => unknown = () => ({}),
  item: Partial<VoteView['items'][number]> = {},
) => {
  page.params = { id: VOTE }
  const vote = aVote({ can: { enterPapers: true } })
  const items = vote.items.map((each) => ({ ...each, ...item }))
  serve(
    me({ enterPapers: true }),
    ['GET', /\/votes\/[^/]+$/, () => ({ ...vote, items })],
    ['GET', PAPERS, () => ({ papers, next: null, waiting: papers.length, mismatches: 0 })],
    ['POST', PAPERS, saved],
  )
  return draw(<PapersPage />)
}

beforeEach(freshPhone)

test('nothing is marked beforehand, every item must be read, and the first reading asks for a second pair of eyes', async () => {
  const { container, tap, type } = open([], () => ({
    ballotId: 'b',
    entry: 1,
    state: 'waits_for_second',
    receipt,
  }))
  await tap('paper-new')
  const marks = [...container.querySelectorAll(`[id^="mark-${ITEM}-"]`)]
  expect(marks.map((mark) => mark.getAttribute('aria-checked'))).toEqual(Array(5).fill('false'))
  await tap('paper-save')
  expect(screen.getByText('请写房号。')).toBeTruthy()
  expect(screen.getByText(/这一项还没录/)).toBeTruthy()
  expect(sent('POST', PAPERS)).toEqual([])
  await type('paper-unit', ' 3-2-501 ')
  await tap('paper-channel-paper')
  await tap(`mark-${ITEM}-against`)
  await tap('paper-unsigned')
  await tap('paper-save')
  expect(sent('POST', PAPERS)).toEqual([
    {
      unitCode: '3-2-501',
      channel: 'paper',
      marks: { [ITEM]: 'against' },
      isUnsigned: true,
      photoIds: [],
    },
  ])
  expect(await screen.findByText('3-2-501：第一遍记下了')).toBeTruthy()
  expect(screen.getByText(/请另一位监票人照着纸票再录一遍/)).toBeTruthy()
})

test('the second reading knows the home and how it came, never what the first one read', async () => {
  const { container, tap, find } = open([line({})], () => ({
    ballotId: 'b',
    entry: 2,
    state: 'agreed',
    receipt,
  }))
  await tap('second-55555555-5555-4555-8555-555555555555')
  expect(find('paper-unit')?.getAttribute('value')).toBe('3-2-501')
  expect(find('paper-channel-door')?.getAttribute('aria-checked')).toBe('true')
  const marks = [...container.querySelectorAll(`[id^="mark-${ITEM}-"]`)]
  expect(marks.map((mark) => mark.getAttribute('aria-checked'))).toEqual(Array(5).fill('false'))
  await tap(`mark-${ITEM}-blank`)
  await tap('paper-save')
  expect(sent('POST', PAPERS)).toMatchObject([{ channel: 'door', marks: { [ITEM]: 'blank' } }])
  expect(await screen.findByText('3-2-501：两遍一样，这张票算数了')).toBeTruthy()
})

test('two readings that differ say only that they do', async () => {
  const { container, tap } = open([line({})], () => ({ ballotId: 'b', entry: 2, state: 'mismatch', receipt }))
  await tap('second-55555555-5555-4555-8555-555555555555')
  await tap(`mark-${ITEM}-agree`)
  await tap('paper-save')
  expect(await screen.findByText('3-2-501：两遍不一样')).toBeTruthy()
  expect(container.textContent).not.toMatch(/同意|不同意|弃权|废票/)
})

test('the list shows no marks and no photo of the paper, and nobody reads his own paper twice', async () => {
  const { container, find } = open([line({ isMine: true })])
  expect(await screen.findByText('第一遍是您录的，等另一位监票人')).toBeTruthy()
  expect(find('second-55555555-5555-4555-8555-555555555555')).toBeNull()
  expect(container.querySelector('img')).toBeNull()
  expect(container.textContent).not.toMatch(/不同意|弃权|废票/)
})

test('a refusal stands at the button and what was read stays', async () => {
  const { tap, type, find } = open(
    [],
    () => new Refusal(422, { code: 'unit_unknown', status: 422, detail: '名册里没有这个房号。' }),
  )
  await tap('paper-new')
  await type('paper-unit', '9-9-999')
  await tap('paper-channel-paper')
  await tap(`mark-${ITEM}-agree`)
  await tap('paper-save')
  expect(await screen.findByText('名册里没有这个房号。')).toBeTruthy()
  await waitFor(() => expect(find(`mark-${ITEM}-agree`)?.getAttribute('aria-checked')).toBe('true'))
})

test('too many candidates are read as they stand on the paper, and it is said that the item is spoilt', async () => {
  const election = {
    kind: 'election' as const,
    seats: 1,
    options: [
      { id: 'a', title: '甲' },
      { id: 'b', title: '乙' },
    ],
  }
  const { tap, type } = open(
    [],
    () => ({ ballotId: 'b', entry: 1, state: 'waits_for_second', receipt }),
    election,
  )
  await tap('paper-new')
  await type('paper-unit', '3-2-501')
  await tap('paper-channel-paper')
  await tap(`mark-${ITEM}-a`)
  expect(screen.queryByText(/按废票算/)).toBeNull()
  await tap(`mark-${ITEM}-b`)
  expect(screen.getByText('选了不止 1 位，这一项按废票算。')).toBeTruthy()
  await tap('paper-save')
  expect(sent('POST', PAPERS)).toMatchObject([{ marks: { [ITEM]: ['a', 'b'] } }])
})
