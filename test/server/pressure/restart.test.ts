import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../../server/platform/postgres/pg-ctl'
import { startServerProcess } from '../../support/server-process'
import { Scratch } from '../postgres/support/scratch'

jest.setTimeout(120_000)

const scratch = new Scratch()
afterAll(() => scratch.clear())

test('the database dies in the middle: 503 while it is away; when it is back the same process goes on, jobs too', async () => {
  const port = await freePort()
  const dir = await scratch.dir()
  const postgres = await scratch.start(dir, [], { port })
  const server = await startServerProcess({ env: { DATABASE_URL: postgres.url, LOG_LEVEL: 'fatal' } })
  const status = (path: string) => fetch(server.url + path).then((answer) => answer.status)
  try {
    expect(await status('/api/ready')).toBe(200)
    const { personas } = (await (await fetch(`${server.url}/api/demo/personas`)).json()) as {
      personas: { id: string }[]
    }
    const enter = () =>
      fetch(`${server.url}/api/demo/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ personaId: personas[0]?.id }),
      })
    expect((await enter()).status).toBe(201)

    const pid = Number(
      (await readFile(path.join(postgres.dataDir, 'cluster/postmaster.pid'), 'utf8')).split('\n')[0],
    )
    process.kill(pid, 'SIGQUIT')
    await sleep(500)
    const away = await enter()
    expect([
      away.status,
      away.headers.get('content-type'),
      Number(away.headers.get('retry-after')) > 0,
    ]).toEqual([503, 'application/problem+json; charset=utf-8', true])
    expect(await status('/api/ready')).toBe(503)
    expect(await status('/api/health')).toBe(200)
    await sleep(4_000)

    await scratch.start(dir, [], { port })
    const until = Date.now() + 20_000
    while ((await enter()).status !== 201) {
      if (Date.now() > until) throw new Error('it does not come back')
      await sleep(200)
    }
    expect(await status('/api/ready')).toBe(200)
    expect(server.child.exitCode).toBeNull()
  } finally {
    await server.stop()
  }
})
