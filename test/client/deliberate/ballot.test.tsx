import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ItemView } from '@yishiting/domain/contract/deliberate'
import { Ballot } from '@/deliberate/parts/ballot'
import { answerQuestion, readOverlay } from '@/ui/overlay/overlay-store'

const item: ItemView = {
  id: 'item',
  position: 0,
  matterId: 'matter',
  matterReceipt: 'SX-2026-000007',
  matterTitle: '十年老小区充电难',
  motion: '在东侧车棚加装 20 个扫码充电口',
  proposerLabel: '5 号楼居民',
  poll: 'open',
  votesCast: 7,
  counts: null,
  adopted: null,
  voted: false,
  outcome: null,
  outcomeText: '',
  minorityViews: '',
  canVote: true,
  whyNotVote: '',
}

test('a neutral ballot: nothing chosen, three alike, and what 弃权 means in words', () => {
  render(<Ballot item={item} onVote={jest.fn()} />)
  const choices = screen.getAllByRole('radio')
  expect(choices.map((choice) => choice.getAttribute('aria-checked'))).toEqual(['false', 'false', 'false'])
  expect(new Set(choices.map((choice) => choice.className)).size).toBe(1)
  expect(screen.getByText('算投了票，不算同意')).toBeTruthy()
  expect(screen.getByText(/别人看不到您怎么投/)).toBeTruthy()
})

test('the vote goes out only after it has been confirmed, and as it was chosen', async () => {
  const onVote = jest.fn(async () => undefined)
  const { container } = render(<Ballot item={item} onVote={onVote} />)
  const tap = (id: string) => fireEvent.click(container.querySelector(`#${id}`) as Element)
  tap('vote-submit')
  expect(readOverlay().question).toBeNull()
  tap('choice-abstain')
  tap('vote-submit')
  await waitFor(() => expect(readOverlay().question?.title).toBe('投“弃权”？'))
  expect(onVote).not.toHaveBeenCalled()
  answerQuestion(true)
  await waitFor(() => expect(onVote).toHaveBeenCalledWith('abstain'))
})
