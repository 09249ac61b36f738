import { render, screen } from '@testing-library/react'
import type { VoteView } from '@yishiting/domain/contract/owners'
import { aloud } from '@/owners/vote/aloud'
import { ReadAloud } from '@/parts/read-aloud'
import { draw, freshPhone } from '../owners-desk/desk'
import { aVote } from '../owners-desk/vote'

class Utterance {
  lang = ''
  rate = 1
  onend: (() => void) | null = null
  constructor(readonly text: string) {}
}
const voice = { speak: jest.fn(), cancel: jest.fn() }

const withVoice = (speechSynthesis: unknown) =>
  Object.assign(window, { speechSynthesis, SpeechSynthesisUtterance: Utterance })

beforeEach(freshPhone)
afterEach(() => {
  Reflect.deleteProperty(window, 'speechSynthesis')
  jest.clearAllMocks()
})

test('where there is no voice there is no button', () => {
  render(<ReadAloud id="read-aloud" text="您好" />)
  expect(screen.queryByText('念给我听')).toBeNull()
})

test('reads in Chinese, stops at the next tap and when the page is left', async () => {
  withVoice(voice)
  const { tap } = draw(<ReadAloud id="read-aloud" text="您好" />)
  await tap('read-aloud')
  expect(voice.speak.mock.calls[0][0]).toMatchObject({ text: '您好', lang: 'zh-CN' })
  expect(screen.getByText('停下来')).toBeTruthy()
  voice.cancel.mockClear()
  await tap('read-aloud')
  expect(voice.cancel).toHaveBeenCalled()
  expect(voice.speak).toHaveBeenCalledTimes(1)
  expect(screen.getByText('念给我听')).toBeTruthy()
})

test('one hears what is decided, until when, why, and what passes it', () => {
  const said = aloud(aVote({ why: '老人上不了楼' }))
  expect(said.split('\n')).toEqual([
    '3 号楼 2 单元加装电梯。',
    '3 月 25 日 18:00 截止。',
    '老人上不了楼。',
    '加装电梯。',
    '怎样算通过：三分之二参加，四分之三同意。',
  ])
})

test('after the count one hears what came of it', () => {
  const items = [{ title: '加装电梯', words: '没通过：还差 1 人同意。' }]
  const counted = { items } as NonNullable<VoteView['result']>
  expect(aloud(aVote({ line: '结果公布了', result: counted })).split('\n')).toEqual([
    '3 号楼 2 单元加装电梯。',
    '结果公布了。',
    '加装电梯：没通过：还差 1 人同意。',
  ])
})
