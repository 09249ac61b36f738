import { HOUR } from '@yishiting/domain/matter/instant'
import { ApiProblem } from '@/api/problem'
import { staleWords } from '@/parts/stale'

const NOW = Date.UTC(2026, 2, 12, 2)
const stale = (details: Record<string, unknown>) =>
  new ApiProblem({ code: 'stale_version', status: 412, detail: '您看的时候别人已经处理了。', details })

test('says what somebody else did, who, and how long ago', () => {
  const at = new Date(NOW - 3 * HOUR).toISOString()
  expect(staleWords(stale({ what: '退回', by: '支部委员', at }), NOW)).toBe(
    '3 小时前，支部委员已经“退回”了。下面是最新的，请看过再定。',
  )
})

test('a moment ago, also when the clocks of phone and server differ a little', () => {
  for (const ahead of [20_000, 0, -5_000]) {
    const at = new Date(NOW - ahead).toISOString()
    expect(staleWords(stale({ what: '分类', by: '支部书记', at }), NOW)).toMatch(
      /^刚刚，支部书记已经“分类”了/,
    )
  }
})

test('without the details the server’s own sentence; for any other problem nothing', () => {
  expect(staleWords(stale({}), NOW)).toBe('您看的时候别人已经处理了。')
  expect(staleWords(stale({ what: '分类', by: '支部书记', at: null }), NOW)).toMatch(/^支部书记已经“分类”了/)
  expect(staleWords(new ApiProblem({ code: 'busy', status: 503, detail: '人很多' }), NOW)).toBeNull()
  expect(staleWords(null, NOW)).toBeNull()
})
