import Taro from '@tarojs/taro'
import { screen } from '@testing-library/react'
import type { VoteCardView } from '@yishiting/domain/contract/owners'
import type { NoticeView, WaitingView } from '@yishiting/domain/contract/people'
import { dropSession } from '@/api/session-store'
import { WaitingCard } from '@/pages/home/parts/waiting-card'
import Meetings from '@/pages/meetings'
import { MineBody } from '@/pages/mine/parts/mine-body'
import { Gate } from '@/session/gate'
import { NoticeCard } from '@/speak/pages/inbox/parts/notice-card'
import { draw, freshPhone, me, Refusal, sent, serve } from '../owners-desk/desk'
import { NOW, VOTE } from '../owners-desk/vote'

const opened = () => (Taro.navigateTo as unknown as jest.Mock).mock.calls.map(([{ url }]) => url)
const page = `/owners/pages/vote/index?id=${VOTE}`

const card = (part: Partial<VoteCardView> = {}): VoteCardView => ({
  id: VOTE,
  receipt: 'BJ-2026-000003',
  title: '东门空地改不改停车位',
  state: 'open',
  opensAt: '2026-03-10T01:00:00.000Z',
  closesAt: '2026-03-25T10:00:00.000Z',
  itemTitles: ['把东门空地改成 30 个停车位', '新车位的收费标准'],
  waitsForMe: true,
  line: '3 月 25 日 18:00 截止 · 您还没投',
  ...part,
})
const meetings = (votes: VoteCardView[]) => {
  serve(
    me({}),
    ['GET', /\/meetings\?/, () => ({ meetings: [], next: null })],
    ['GET', /\/votes(\?|$)/, () => ({ votes, next: null })],
  )
  return draw(<Meetings />)
}

beforeEach(freshPhone)

test('beside the meetings: joint decisions, where each stands, and the way to my ballot', async () => {
  const over = { state: 'published', waitsForMe: false, line: '结果公布了，异议期已过' } as const
  const { tap } = meetings([card(), card({ id: 'x', title: '要不要续聘物业', ...over })])
  await tap('when-votes')
  expect(await screen.findByText('3 月 25 日 18:00 截止 · 您还没投')).toBeTruthy()
  expect(screen.getByText('正在投票')).toBeTruthy()
  expect(screen.getAllByText('去投票')).toHaveLength(1)
  await tap(`vote-go-${VOTE}`)
  expect(opened()).toEqual([page])
})

test('where there is none yet, one can already see whether one may vote', async () => {
  const { tap } = meetings([])
  await tap('when-votes')
  const way = await screen.findByText('我能投票吗？')
  way.click()
  expect(opened()).toEqual(['/owners/pages/standing/index'])
})

test('a list that cannot be had says so, with a way on', async () => {
  serve(
    me({}),
    ['GET', /\/meetings\?/, () => ({ meetings: [], next: null })],
    ['GET', /\/votes(\?|$)/, () => new Refusal(500, { code: 'internal', detail: '系统出了问题。' })],
  )
  const { tap } = draw(<Meetings />)
  await tap('when-votes')
  expect(await screen.findByText('系统出了问题。')).toBeTruthy()
})

test('what waits on the first screen leads to the vote', async () => {
  serve(me({}))
  const item: WaitingView = {
    kind: 'ownersVote',
    title: '东门空地改不改停车位',
    text: '还剩 4 天',
    action: '去投票',
    matterId: null,
    routeId: null,
    meetingId: null,
    voteId: VOTE,
    overdueText: '',
  }
  const { tap } = draw(<WaitingCard item={item} isFirst />)
  await tap(`waiting-ownersVote-${VOTE}`)
  expect(opened()).toEqual([page])
})

test('a message about a vote leads to it and counts as read', async () => {
  const notice: NoticeView = {
    id: '77777777-7777-4777-8777-777777777777',
    title: '投票开始了',
    text: '东门空地改不改停车位',
    at: new Date(NOW).toISOString(),
    read: false,
    matterId: null,
    meetingId: null,
    voteId: VOTE,
  }
  serve(me({}), ['POST', /\/inbox\/read$/, () => ({ unread: 0 })])
  const { tap } = draw(<NoticeCard notice={notice} />)
  await tap(`notice-${notice.id}`)
  expect(opened()).toEqual([page])
  expect(sent('POST', /\/inbox\/read$/)).toEqual([{ ids: [notice.id] }])
})

test('我的: whether I may vote, and the figures of a notice worked out again', async () => {
  const [, , answer] = me({})
  serve(me({}), ['GET', /\/compounds\/[^/]+$/, () => ({ branchPhone: '' })])
  const view = answer(null, '') as Parameters<typeof MineBody>[0]['me']
  const { tap } = draw(<MineBody me={view} place={view.compounds[0]} />)
  await tap('standing')
  await tap('calculate')
  expect(opened()).toEqual(['/owners/pages/standing/index', '/owners/pages/calculate/index'])
})

test('who is not signed in is shown the way in, and what is open to everybody', async () => {
  dropSession()
  serve(['GET', /\/demo\/personas$/, () => ({ personas: [] })])
  const { tap } = draw(<Gate>里面</Gate>)
  expect(screen.queryByText('里面')).toBeNull()
  await tap('calculate')
  expect(opened()).toEqual(['/owners/pages/calculate/index'])
})
