import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { COMPOUND, personaId } from '../../../server/demo/compound'
import { ensurePostgres, removePlace } from '../../../server/platform/postgres'

jest.setTimeout(120_000)

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'hall-killed-'))
})

afterAll(async () => {
  const dataDir = path.join(folder, 'postgres')
  // Whatever this test left running is attached to, ended and removed.
  await (await ensurePostgres({ dataDir, log: () => undefined })).stop()
  await removePlace(dataDir)
  await rm(folder, { recursive: true, force: true })
})

/** The server with its embedded PostgreSQL, as `npm start` runs it. */
async function start(): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      DATABASE_URL: undefined,
      YISHITING_DATA: folder,
      DEMO: '1',
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
    },
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { address: string }).address))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  return { url, child }
}

async function enter(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/demo/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personaId: personaId('zhang') }),
  })
  return ((await answer.json()) as { token: string }).token
}

interface Attempt {
  key: string
  title: string
  /** The receipt that the phone was given; null: no answer came. */
  receipt: string | null
}

async function raise(url: string, token: string, attempt: Attempt): Promise<void> {
  const answer = await fetch(`${url}/api/compounds/${COMPOUND.id}/matters`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': attempt.key,
    },
    body: JSON.stringify({
      title: attempt.title,
      text: '楼道灯坏了',
      place: { buildingId: null, detail: '' },
    }),
  })
  const body = (await answer.json()) as { receipt: string }
  if (answer.status !== 201) throw new Error(`answered ${answer.status}`)
  attempt.receipt = body.receipt
}

async function found(url: string, token: string, title: string): Promise<string[]> {
  const q = encodeURIComponent(title)
  const answer = await fetch(`${url}/api/compounds/${COMPOUND.id}/matters?q=${q}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { matters } = (await answer.json()) as { matters: { receipt: string }[] }
  return matters.map((matter) => matter.receipt)
}

test('kill -9 in the middle of everything: what was acknowledged is there once, and the rest can be sent again', async () => {
  const first = await start()
  const token = await enter(first.url)
  const attempts: Attempt[] = []
  let isDown = false
  const phone = async (number: number) => {
    for (let count = 0; !isDown; count += 1) {
      const attempt = { key: randomUUID(), title: `灯坏了 ${number}-${count}号`, receipt: null }
      attempts.push(attempt)
      await raise(first.url, token, attempt).catch(() => undefined)
    }
  }
  const phones = Array.from({ length: 16 }, (_, number) => phone(number))
  while (attempts.filter((attempt) => attempt.receipt).length < 150)
    await new Promise((resolve) => setTimeout(resolve, 10))
  const gone = new Promise((resolve) => first.child.once('exit', resolve))
  first.child.kill('SIGKILL')
  await gone
  isDown = true
  await Promise.all(phones)

  const second = await start()
  try {
    const acknowledged = attempts.filter((attempt) => attempt.receipt !== null)
    const unanswered = attempts.filter((attempt) => attempt.receipt === null)
    expect(acknowledged.length).toBeGreaterThanOrEqual(150)
    // The sign-in, too, was acknowledged: its token still opens.
    for (const attempt of acknowledged) {
      expect(await found(second.url, token, attempt.title)).toEqual([attempt.receipt])
    }
    for (const attempt of unanswered) {
      await raise(second.url, token, attempt)
      expect(await found(second.url, token, attempt.title)).toEqual([attempt.receipt])
    }
  } finally {
    const ended = new Promise((resolve) => second.child.once('exit', resolve))
    second.child.kill('SIGTERM')
    await ended
  }
})
