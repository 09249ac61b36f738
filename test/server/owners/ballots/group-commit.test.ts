import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import { GroupCommit, type GroupCommitOptions } from '../../../../server/owners/ballots/group-commit'

class Busy extends Error {}
class Down extends Error {}

interface Item {
  name: string
  bad?: boolean
}

function queue(options: Partial<GroupCommitOptions<Item, string>> = {}) {
  const batches: string[][] = []
  let inFlight = 0
  let most = 0
  const group = new GroupCommit<Item, string>({
    async write(items) {
      batches.push(items.map(({ name }) => name))
      most = Math.max(most, ++inFlight)
      await sleep(2)
      inFlight -= 1
      if (items.some(({ bad }) => bad)) throw new Error('bad row')
      return items.map(({ name }) => `kept ${name}`)
    },
    nameOf: ({ name }) => name,
    isUndecided: (answer) => answer === 'again',
    busy: () => new Busy(),
    isShared: (error) => error instanceof Down,
    batchMax: 4,
    queueMax: 10,
    patience: 1_000,
    ...options,
  })
  return { group, batches, most: () => most }
}

const items = (...names: string[]): Item[] => names.map((name) => ({ name }))

test('what comes while one batch is written shares the next; never two at once, never too many', async () => {
  const { group, batches, most } = queue()
  const first = group.add({ name: 'a' })
  // The first batch is on its way.
  await turn()
  const rest = items('b', 'c', 'd', 'e', 'f').map((item) => group.add(item))
  expect(await Promise.all([first, ...rest])).toEqual(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `kept ${name}`),
  )
  expect(batches).toEqual([['a'], ['b', 'c', 'd', 'e'], ['f']])
  expect(most()).toBe(1)
  expect(group.isIdle).toBe(true)
})

test('two with one name come one after the other, in their order', async () => {
  const { group, batches } = queue()
  await Promise.all(items('a', 'a', 'b', 'a').map((item) => group.add(item)))
  expect(batches).toEqual([['a', 'b'], ['a'], ['a']])
})

test('a bad one fails alone', async () => {
  const { group } = queue()
  const answers = await Promise.allSettled(
    [...items('a', 'b'), { name: 'c', bad: true }].map((item) => group.add(item)),
  )
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
})

test('when the database is away nobody is tried alone, and the queue goes on afterwards', async () => {
  let isDown = true
  const { group } = queue({
    async write(batch) {
      if (isDown) throw new Down()
      return batch.map(({ name }) => name)
    },
  })
  const answers = await Promise.allSettled(items('a', 'b').map((item) => group.add(item)))
  expect(answers.map((each) => each.status === 'rejected' && each.reason)).toEqual([
    expect.any(Down),
    expect.any(Down),
  ])
  isDown = false
  expect(await group.add({ name: 'c' })).toBe('c')
})

test('no more wait than there is room for, and none longer than its patience', async () => {
  const { group } = queue({ patience: 1, batchMax: 1 })
  const answers = await Promise.allSettled(
    items('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k').map((item) => group.add(item)),
  )
  expect(answers.map((each) => each.status === 'rejected' && each.reason instanceof Busy)).toEqual([
    false,
    ...Array.from({ length: 10 }, () => true),
  ])
})

test('what could not be decided is asked again, and not for ever', async () => {
  let asked = 0
  const { group } = queue({ write: async (batch) => batch.map(() => (++asked < 3 ? 'again' : 'done')) })
  expect(await group.add({ name: 'a' })).toBe('done')
  const { group: never } = queue({ write: async (batch) => batch.map(() => 'again') })
  await expect(never.add({ name: 'a' })).rejects.toThrow(Busy)
})
