import type { MatterCard } from '@yishiting/domain/contract/speak'
import { KEYS, patchCards } from '@/api/caches'
import { makeQueryClient } from '@/api/query-client'

const card = (id: string): MatterCard =>
  ({ id, title: id, supports: 1, supported: false }) as unknown as MatterCard

test('one card changes wherever it is shown, and no other object does', () => {
  const client = makeQueryClient()
  const pages = {
    pages: [
      { matters: [card('a'), card('b')], next: 'x' },
      { matters: [card('c')], next: null },
    ],
    pageParams: [],
  }
  const home = { nearby: [card('b')] }
  client.setQueryData([...KEYS.matters, {}], pages)
  client.setQueryData(KEYS.home, home)
  patchCards(client, 'c', { supported: true, supports: 2 })
  const after = client.getQueryData<typeof pages>([...KEYS.matters, {}])
  expect(after?.pages[1]?.matters[0]).toMatchObject({ supported: true, supports: 2 })
  expect(after?.pages[0]).toBe(pages.pages[0])
  expect(client.getQueryData(KEYS.home)).toBe(home)
  expect(client.getQueryData(KEYS.matter('c'))).toBeUndefined()
  client.clear()
})
