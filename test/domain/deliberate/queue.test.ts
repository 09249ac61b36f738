import { queueOf, type Speech, spokenBefore } from '@yishiting/domain/deliberate/floor'
import fc from 'fast-check'

const speech = (id: string, more: Partial<Speech> = {}): Speech => ({
  id,
  itemId: 'one',
  speakerId: id,
  kind: 'speech',
  askedAt: 0,
  calledAt: null,
  endedAt: null,
  withdrawnAt: null,
  ...more,
})
const order = (speeches: Speech[]) => queueOf(speeches, 'one').map(({ id }) => id)

test('who has not spoken on this point goes first, then who asked earlier', () => {
  const said = speech('said', { speakerId: '张', calledAt: 1, endedAt: 2 })
  const again = speech('again', { speakerId: '张', askedAt: 3 })
  const first = speech('first', { askedAt: 9 })
  const second = speech('second', { askedAt: 5 })
  expect(order([said, again, first, second])).toEqual(['second', 'first', 'again'])
  expect(spokenBefore([said, again], again)).toBe(1)
})

test('having spoken on another point, or only put in a word, counts nothing', () => {
  const elsewhere = speech('x', { speakerId: '张', itemId: 'two', calledAt: 1 })
  const word = speech('y', { speakerId: '张', kind: 'reply', calledAt: 1 })
  const again = speech('again', { speakerId: '张' })
  expect(spokenBefore([elsewhere, word, again], again)).toBe(0)
})

test('points of order before replies before speeches', () => {
  const all = [
    speech('speech'),
    speech('reply', { kind: 'reply', askedAt: 1 }),
    speech('order', { kind: 'order', askedAt: 2 }),
  ]
  expect(order(all)).toEqual(['order', 'reply', 'speech'])
})

test('in whatever order the queue is read, everybody who waits is in it once', () => {
  const some = fc.array(
    fc.record({
      speakerId: fc.constantFrom('张', '李', '王'),
      kind: fc.constantFrom('speech' as const, 'reply' as const, 'order' as const),
      askedAt: fc.nat(5),
      calledAt: fc.option(fc.nat(5), { nil: null }),
      withdrawnAt: fc.option(fc.nat(5), { nil: null }),
    }),
  )
  fc.assert(
    fc.property(some, (rows) => {
      const speeches = rows.map((row, index) => speech(String(index), row))
      const queue = order(speeches)
      expect(order([...speeches].reverse())).toEqual(queue)
      const waiting = speeches.filter(
        ({ calledAt, withdrawnAt }) => calledAt === null && withdrawnAt === null,
      )
      expect([...queue].sort()).toEqual(waiting.map(({ id }) => id).sort())
    }),
  )
})
