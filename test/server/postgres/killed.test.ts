import { spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { killHard } from './support/holder'
import { queryOne } from './support/query'
import { Scratch } from './support/scratch'

const scratch = new Scratch()
afterAll(() => scratch.clear())
jest.setTimeout(60_000)

const pidFile = (dataDir: string) => path.join(dataDir, 'cluster/postmaster.pid')

async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(pidFile(dataDir), 'utf8')).split('\n')[0])
}

test('after kill -9 of our process the next start attaches to the server that lives on', async () => {
  const dir = await scratch.dir()
  const { child, held } = await scratch.hold(dir)
  await queryOne(held.url, 'create table kept as select 7 as n')
  const postmaster = await postmasterOf(held.dataDir)
  await killHard(child)

  const log: string[] = []
  const next = await scratch.start(dir, log)
  expect(next.adopted).toBe(true)
  expect(next.url).toBe(held.url)
  expect(await postmasterOf(next.dataDir)).toBe(postmaster)
  expect(await queryOne(next.url, 'select n from kept')).toBe(7)
  expect(log.join()).toMatch(/接上了.*attached/)

  await next.stop()
  await expect(queryOne(next.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
})

test('after kill -9 of the server itself it is started again and recovers', async () => {
  const dir = await scratch.dir()
  const first = await scratch.start(dir, [], { throwaway: false })
  await queryOne(first.url, 'create table kept as select 7 as n')
  process.kill(await postmasterOf(first.dataDir), 'SIGKILL')

  const next = await scratch.start(dir, [], { throwaway: false })
  expect(next.adopted).toBe(false)
  expect(await queryOne(next.url, 'select n from kept')).toBe(7)
  await next.stop()
})

test('a process id that now belongs to another program does not stand in the way', async () => {
  const dir = await scratch.dir()
  const first = await scratch.start(dir)
  const lines = (await readFile(pidFile(first.dataDir), 'utf8')).split('\n')
  await first.stop()
  const stranger = spawn('sleep', ['60'])
  await writeFile(pidFile(first.dataDir), [stranger.pid, ...lines.slice(1)].join('\n'))

  const next = await scratch.start(dir)
  expect(next.adopted).toBe(false)
  expect(await queryOne(next.url, 'select 1')).toBe(1)
  expect(stranger.exitCode).toBeNull()
  stranger.kill()
  await next.stop()
})
