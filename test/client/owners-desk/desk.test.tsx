import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import type { ItemResultView, VoteView } from '@yishiting/domain/contract/owners'
import { filesOf } from '@/owners/desk/files'
import DeskPage from '@/owners/pages/desk'
import { readOverlay } from '@/ui/overlay/overlay-store'
import { page } from '../support/taro'
import { answer, draw, freshPhone, me, sent, serve } from './desk'
import { aVote, COMPOUND, ITEM, VOTE } from './vote'

const figure = (people: number, area: string) => ({ people, area })
const result: ItemResultView = {
  itemId: ITEM,
  title: '加装电梯',
  kind: 'special',
  verdict: 'PASS',
  verdictWithoutRulings: 'PASS',
  strict: 'PASS',
  otherReading: null,
  words: '参加够三分之二，同意够四分之三，通过。',
  failed: [],
  missing: [],
  notes: [],
  roll: figure(36, '3508.53'),
  participating: figure(30, '2951.07'),
  agree: figure(24, '2298.66'),
  against: figure(4, '400'),
  abstain: figure(2, '252.41'),
  invalid: figure(0, '0'),
  deliveredNotVoted: figure(0, '0'),
  openConflicts: 0,
  conflictsToFlip: null,
  percentages: {},
  options: [],
}
const counted: VoteView['result'] = {
  countedAt: '2026-03-25T10:00:01.000Z',
  digest: 'ab',
  items: [result],
  dispositions: {},
  ballots: 30,
  conflicts: { open: 0, ruled: 0 },
  registryDifference: { units: null, area: null },
}

const open = (vote: VoteView, params: Record<string, string> = {}) => {
  page.params = { id: VOTE, ...params }
  serve(
    me({ conveneVote: true, seeDoors: true }),
    ['GET', /\/votes\/[^/]+$/, () => vote],
    ['POST', /\/remind$/, () => ({ reminded: 14 })],
    ['POST', /\/(publish|extend|objections\/[^/]+\/answer)$/, () => vote],
  )
  return draw(<DeskPage />)
}

beforeEach(freshPhone)

test('while voting is open: how many take part and how far to two thirds, never the direction', async () => {
  const { container } = open(aVote({ can: { remind: true, seeDoors: true, extend: true } }))
  expect(await screen.findByText('还差 2 人')).toBeTruthy()
  expect(screen.getByText('还差 107.84 ㎡')).toBeTruthy()
  expect(container.textContent).not.toMatch(/同意|弃权|通过/)
})

test('each sees only what is his to do', async () => {
  const { find } = open(aVote({ can: { enterPapers: true, rule: true } }))
  await waitFor(() => expect(find('papers')).not.toBeNull())
  expect(find('conflicts')).not.toBeNull()
  for (const id of ['extend', 'cancel', 'transfer', 'doors', 'vote-publish', 'vote-remind']) {
    expect(find(id)).toBeNull()
  }
})

test('reminding is asked for once more and says how many were told', async () => {
  const { tap } = open(aVote({ can: { remind: true } }))
  await tap('vote-remind')
  await waitFor(() => expect(readOverlay().question?.title).toBe('提醒还没投的人？'))
  await answer(true)
  await waitFor(() => expect(readOverlay().saying?.text).toBe('提醒了 14 人'))
})

test('after close the committee reads the count and publishes it, knowing that it cannot be taken back', async () => {
  const { tap } = open(aVote({ state: 'closed', result: counted, can: { publish: true, export: true } }))
  expect(await screen.findByText('参加够三分之二，同意够四分之三，通过。')).toBeTruthy()
  expect(screen.getByText('还没公布，别人看不到')).toBeTruthy()
  await tap('vote-publish')
  await waitFor(() => expect(readOverlay().question?.text).toContain('不能收回'))
  expect(sent('POST', /\/publish$/)).toEqual([])
  await answer(true)
  await waitFor(() => expect(sent('POST', /\/publish$/)).toHaveLength(1))
})

test('an extension needs its reason and says that it is the only one', async () => {
  const { tap, type } = open(aVote({ can: { extend: true } }), { do: 'extend' })
  await tap('words-submit')
  expect(screen.getByText('延期要写明原因，大家会看到。')).toBeTruthy()
  await type('words', '上门还没走完')
  await tap('words-submit')
  await waitFor(() => expect(readOverlay().question?.text).toContain('只能延这一次'))
  await answer(true)
  await waitFor(() => expect(sent('POST', /\/extend$/)).toEqual([{ reason: '上门还没走完' }]))
})

test('an objection to the result is answered in public', async () => {
  const objection = {
    id: '88888888-8888-4888-8888-888888888888',
    label: '3 号楼业主',
    text: '我家的票没有算。',
    at: '2026-03-26T01:00:00.000Z',
    answer: '',
    answeredAt: null,
  }
  const vote = aVote({
    state: 'published',
    result: counted,
    objections: [objection],
    can: { answerObjection: true },
  })
  const { tap } = open(vote)
  await tap(`objection-${objection.id}`)
  const [{ url }] = (Taro.navigateTo as unknown as jest.Mock).mock.calls[0]
  expect(url).toBe(`/owners/pages/desk/index?id=${VOTE}&do=objection&about=${objection.id}`)

  const form = open(vote, { do: 'objection', about: objection.id })
  await form.type('words', '查过了，您的票在第 12 号。')
  await form.tap('words-submit')
  await answer(true)
  await waitFor(() =>
    expect(sent('POST', /\/objections\/8[^/]+\/answer$/)).toEqual([{ answer: '查过了，您的票在第 12 号。' }]),
  )
})

test('the papers of a vote: what exists at its state, and nothing for a draft', () => {
  const ids = (state: VoteView['state']) => filesOf({ state }).map(({ id }) => id)
  expect(ids('draft')).toEqual([])
  expect(ids('open')).toEqual(['notice', 'ballots'])
  expect(ids('closed')).toEqual(['notice', 'ballots', 'export'])
  expect(ids('published')).toEqual(['notice', 'ballots', 'count', 'export'])
})

test('a file is fetched with the session’s header, which a link could not carry, and opened', async () => {
  const downloadFile = jest.fn(async () => ({ statusCode: 200 }))
  const openDocument = jest.fn(async () => undefined)
  Object.assign(Taro, { downloadFile, openDocument, env: { USER_DATA_PATH: 'wxfile://usr' } })
  const { tap } = open(aVote({ can: { remind: true } }))
  await tap('file-notice')
  await waitFor(() => expect(openDocument).toHaveBeenCalled())
  expect(downloadFile).toHaveBeenCalledWith({
    url: `/api/compounds/${COMPOUND}/votes/${VOTE}/documents/notice`,
    header: { authorization: 'Bearer token' },
    filePath: 'wxfile://usr/BJ-2026-000003 公告.docx',
  })
})
