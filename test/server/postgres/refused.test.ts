import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import {
  ensurePostgres,
  PostgresLaunchError,
  PostgresMajorMismatchError,
} from '../../../server/platform/postgres'
import { Scratch } from './support/scratch'

const scratch = new Scratch()
afterAll(() => scratch.clear())
jest.setTimeout(60_000)

/** Every file with owner, mode and time of change: equal only when nothing was touched. */
async function fingerprint(dir: string): Promise<string[]> {
  const files = ['', ...(await readdir(dir, { recursive: true }))].sort()
  return Promise.all(
    files.map(async (file) => {
      const { uid, gid, mode, mtimeMs, ctimeMs } = await stat(path.join(dir, file))
      return [file, uid, gid, mode, mtimeMs, ctimeMs].join(' ')
    }),
  )
}

const refusal = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

test("another major's data are refused by name and not touched", async () => {
  const dir = await scratch.dir()
  await mkdir(path.join(dir, 'cluster'))
  await writeFile(path.join(dir, 'cluster/PG_VERSION'), '16\n')
  const before = await fingerprint(dir)
  const error = await refusal(scratch.start(dir))
  expect(error).toBeInstanceOf(PostgresMajorMismatchError)
  expect(error).toMatchObject({ code: 'wrong-major', found: '16', wanted: '18' })
  expect(String(error)).toMatch(
    /PostgreSQL 16 写的.*数据原样未动.*written by PostgreSQL 16.*nothing was touched/,
  )
  expect(await fingerprint(dir)).toEqual(before)
})

test.each(['', 'postgres'])("nothing is put into another server's data directory (%j)", async (below) => {
  const dir = await scratch.dir()
  await writeFile(path.join(dir, 'PG_VERSION'), '18\n')
  const before = await fingerprint(dir)
  expect(await refusal(scratch.start(path.join(dir, below)))).toMatchObject({ code: 'foreign-data' })
  expect(await fingerprint(dir)).toEqual(before)
})

test('a lost password file is named', async () => {
  const dir = await scratch.dir()
  const server = await scratch.start(dir)
  await server.stop()
  await truncate(path.join(server.dataDir, 'cluster/yishiting.password'))
  const error = await refusal(scratch.start(dir))
  expect(error).toMatchObject({ code: 'password-lost' })
  expect(String(error)).toContain('yishiting.password')
})

test('when the server does not come up, the last lines of its log are told', async () => {
  const dir = await scratch.dir()
  const server = await scratch.start(dir)
  await server.stop()
  await truncate(path.join(server.dataDir, 'cluster/global/pg_control'))
  const error = await refusal(scratch.start(dir))
  expect(error).toBeInstanceOf(PostgresLaunchError)
  expect(error).toMatchObject({ code: 'start-failed' })
  expect(String(error)).toContain('pg_control')
  expect(await readFile(path.join(server.dataDir, 'server.log'), 'utf8')).toContain('pg_control')
})

test('a fixed port that is taken is named', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const dataDir = await scratch.dir()
  const error = await refusal(ensurePostgres({ dataDir, port, throwaway: true, log: () => undefined }))
  expect(error).toMatchObject({ code: 'port-taken' })
  expect(String(error)).toContain(String(port))
  other.close()
})
