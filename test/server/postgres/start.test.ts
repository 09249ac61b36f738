import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { killHard } from './support/holder'
import { queryOne } from './support/query'
import { Scratch } from './support/scratch'

const scratch = new Scratch()
afterAll(() => scratch.clear())
jest.setTimeout(60_000)

test('a first start makes a UTF-8 database that only this machine reaches', async () => {
  const wanted = path.join(await scratch.dir(), 'not/there/yet')
  const server = await scratch.start(wanted)
  expect(server.adopted).toBe(false)
  expect(await queryOne(server.url, "select length('业主大会表决')")).toBe(6)
  expect(
    await queryOne(
      server.url,
      "select pg_encoding_to_char(encoding) from pg_database where datname = 'yishiting'",
    ),
  ).toBe('UTF8')
  expect(await queryOne(server.url, 'show listen_addresses')).toBe('127.0.0.1')
  expect(await queryOne(server.url, 'show unix_socket_directories')).toBe('')
  const { mode } = await stat(path.join(server.dataDir, 'cluster/yishiting.password'))
  expect(mode & 0o777).toBe(0o600)
  await server.stop()
})

test('a wrong password is turned away', async () => {
  const server = await scratch.start(await scratch.dir())
  const url = new URL(server.url)
  url.password = 'guessed'
  await expect(queryOne(url.href, 'select 1')).rejects.toThrow('password authentication failed')
  await server.stop()
})

test('what was written is there after a clean stop and a second start', async () => {
  const dir = await scratch.dir()
  const first = await scratch.start(dir)
  await queryOne(first.url, "create table said as select '电梯停了三天' as words")
  await first.stop()
  const second = await scratch.start(dir)
  expect(second.adopted).toBe(false)
  expect(await queryOne(second.url, 'select words from said')).toBe('电梯停了三天')
  await second.stop()
})

test('a umask of 077 changes nothing', async () => {
  const { child, held } = await scratch.hold(path.join(await scratch.dir(), 'var/data'), { umask: '077' })
  expect(await queryOne(held.url, "select length('业主大会表决')")).toBe(6)
  expect(held.dataDir).toContain('var/data')
  await killHard(child)
  await (await scratch.start(held.dataDir)).stop()
})

test('two processes that start at the same moment share one server', async () => {
  const dir = await scratch.dir()
  const [a, b] = await Promise.all([scratch.hold(dir), scratch.hold(dir)])
  expect(a.held.url).toBe(b.held.url)
  await Promise.all([killHard(a.child), killHard(b.child)])
  await (await scratch.start(dir)).stop()
})

test('whoever attached to a server that another program uses does not take it away', async () => {
  const dir = await scratch.dir()
  const owner = await scratch.start(dir)
  const user = new Client({ connectionString: owner.url })
  await user.connect()
  const log: string[] = []
  await (await scratch.start(dir, log)).stop()
  expect(log.join()).toMatch(/left running/)
  expect((await user.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await user.end()
  await owner.stop()
})
