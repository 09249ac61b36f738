import { act, fireEvent, screen } from '@testing-library/react'
import { Digests } from '@/owners/result/digests'
import { draw, freshPhone, me, serve } from '../owners-desk/desk'
import { VOTE } from '../owners-desk/vote'

const TOTAL = 60
const digestOf = (position: number): string => position.toString(16).padStart(64, '0')

beforeEach(() => {
  freshPhone()
  serve(me({}), [
    'GET',
    /\/digests(\?|$)/,
    (_, url) => {
      const { searchParams } = new URL(url, 'http://hall')
      const from = Number(searchParams.get('from'))
      const length = Math.min(Number(searchParams.get('limit')), TOTAL - from)
      const digests = Array.from({ length }, (_each, at) => ({
        position: from + at + 1,
        digest: digestOf(from + at + 1),
      }))
      return { total: TOTAL, digests }
    },
  ])
})

test('the digests of all ballots in the order of receipt, page by page to the last', async () => {
  const { tap } = draw(<Digests vote={{ id: VOTE }} />)
  await tap('digests')
  expect(await screen.findByText(digestOf(50))).toBeTruthy()
  expect(screen.queryByText(digestOf(51))).toBeNull()
  await act(async () => {
    fireEvent.click(screen.getByText('再看一些'))
  })
  expect(await screen.findByText(digestOf(TOTAL))).toBeTruthy()
  expect(screen.getByText('一共 60 张')).toBeTruthy()
})
