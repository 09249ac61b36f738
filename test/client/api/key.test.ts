import { IntentKey, newKey } from '@/api/key'

test('a key is what the server takes, and never the same twice', () => {
  const keys = Array.from({ length: 500 }, newKey)
  expect(new Set(keys).size).toBe(500)
  for (const key of keys) expect(key).toMatch(/^[\w-]{8,64}$/)
})

test('the same words tried again carry the same key; other words, or a new wish, another', () => {
  const intent = new IntentKey()
  const first = intent.for({ body: { text: '灯坏了' } })
  expect(intent.for({ body: { text: '灯坏了' } })).toBe(first)
  const second = intent.for({ body: { text: '灯坏了两盏' } })
  expect(second).not.toBe(first)
  intent.done()
  expect(intent.for({ body: { text: '灯坏了两盏' } })).not.toBe(second)
})
