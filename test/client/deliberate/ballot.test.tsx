import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ItemView, PollView } from '@yishiting/domain/contract/deliberate'
import { Ballot } from '@/deliberate/parts/ballot'
import { answerQuestion, readOverlay } from '@/ui/overlay/overlay-store'

const poll: PollView = {
  id: 'poll',
  itemId: 'item',
  about: 'motion',
  motionId: null,
  question: '在东侧车棚加装 20 个扫码充电口',
  method: 'yes_no',
  options: [],
  picksMax: 1,
  isSecret: true,
  state: 'open',
  openedAt: '2026-03-12T11:00:00.000Z',
  closedAt: null,
  cast: 7,
  handsMax: 0,
  hands: null,
  result: null,
}
const item: ItemView = {
  id: 'item',
  position: 0,
  matterId: 'matter',
  matterReceipt: 'SX-2026-000007',
  matterTitle: '十年老小区充电难',
  motion: '在东侧车棚加装 20 个扫码充电口',
  proposerLabel: '5 号楼居民',
  body: null,
  isReviewed: false,
  scores: '',
  motions: [],
  polls: [poll],
  adopted: null,
  outcome: null,
  outcomeText: '',
  minorityViews: '',
}

test('a neutral ballot: nothing chosen, three alike, and what 弃权 means in words', () => {
  render(<Ballot item={item} poll={poll} onVote={jest.fn()} />)
  const choices = screen.getAllByRole('radio')
  expect(choices.map((choice) => choice.getAttribute('aria-checked'))).toEqual(['false', 'false', 'false'])
  expect(new Set(choices.map((choice) => choice.className)).size).toBe(1)
  expect(screen.getByText('算投了票，不算同意')).toBeTruthy()
  expect(screen.getByText(/别人看不到您怎么投/)).toBeTruthy()
})

test('the vote goes out only after it has been confirmed, and as it was chosen', async () => {
  const onVote = jest.fn(async () => undefined)
  const { container } = render(<Ballot item={item} poll={poll} onVote={onVote} />)
  const tap = (id: string) => fireEvent.click(container.querySelector(`#${id}`) as Element)
  tap('vote-submit')
  expect(readOverlay().question).toBeNull()
  tap('choice-abstain')
  tap('vote-submit')
  await waitFor(() => expect(readOverlay().question?.title).toBe('投“弃权”？'))
  expect(onVote).not.toHaveBeenCalled()
  answerQuestion(true)
  await waitFor(() => expect(onVote).toHaveBeenCalledWith({ choice: 'abstain' }))
})

test('a named vote says so before anybody marks it', () => {
  render(<Ballot item={item} poll={{ ...poll, isSecret: false }} onVote={jest.fn()} />)
  expect(screen.getByText('这次是记名表决：结束后大家看得到您怎么投的。')).toBeTruthy()
  expect(screen.queryByText(/别人看不到您怎么投/)).toBeNull()
})

const OPTIONS = ['甲队', '乙队', '丙队'].map((title, index) => ({ id: `o${index + 1}`, title }))

test('places are given by taps, the best first, and taken back by another', async () => {
  const onVote = jest.fn(async () => undefined)
  const asked: PollView = {
    ...poll,
    about: 'other',
    method: 'ranking',
    options: OPTIONS,
    question: '请哪一队？',
  }
  const { container } = render(<Ballot item={item} poll={asked} onVote={onVote} />)
  const tap = (id: string) => fireEvent.click(container.querySelector(`#${id}`) as Element)
  for (const id of ['rank-o1', 'rank-o3', 'rank-o1', 'rank-o2']) tap(id)
  expect(screen.getByText('第 1 位')).toBeTruthy()
  tap('vote-submit')
  await waitFor(() => expect(readOverlay().question?.title).toBe('投“丙队 > 乙队”？'))
  answerQuestion(true)
  await waitFor(() => expect(onVote).toHaveBeenCalledWith({ ranking: ['o3', 'o2'] }))
})

test('a score is needed for every option', async () => {
  const asked: PollView = { ...poll, about: 'other', method: 'scoring', options: OPTIONS, question: '几分？' }
  const onVote = jest.fn(async () => undefined)
  const { container } = render(<Ballot item={item} poll={asked} onVote={onVote} />)
  const tap = (id: string) => fireEvent.click(container.querySelector(`#${id}`) as Element)
  tap('score-o1-5')
  tap('score-o2-0')
  tap('vote-submit')
  expect(readOverlay().question).toBeNull()
  tap('score-o3-3')
  tap('vote-submit')
  await waitFor(() => expect(readOverlay().question?.title).toBe('投“甲队 5 分、乙队 0 分、丙队 3 分”？'))
  answerQuestion(true)
  await waitFor(() => expect(onVote).toHaveBeenCalledWith({ scores: { o1: 5, o2: 0, o3: 3 } }))
})
