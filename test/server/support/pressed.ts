import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OperationId } from '@yishiting/domain/contract/paths'
import { PATHS } from '@yishiting/domain/contract/paths'
import { Client } from 'pg'
import { newId } from '../../../server/platform/ids'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { type ServerProcess, startServerProcess } from '../../support/server-process'

/** No request waits longer than this, whatever happens. */
export const PATIENCE = 10_000
/** The time is taken in the process that also plays 1,500 phones at once, on the same cores as the server. */
const OWN_SHARE = 4_000

export interface Answer {
  status: number
  retryAfter: string | undefined
  tookMs: number
  body: string
}

interface Sent {
  params?: object
  body?: object
  key?: string
}

const PHONE_TRIES = 4

export interface PressedServer {
  hall: Hall
  server: ServerProcess
  /** A connection of one's own to the same database. */
  database: Client
  send(who: TestPerson, id: OperationId, sent?: Sent): Promise<Answer>
  /** As the mini-program does it: told to come again, it does, a little later, with the same key. All its answers. */
  sendLikeAPhone(who: TestPerson, id: OperationId, sent?: Sent): Promise<Answer[]>
  get(path: string, who?: TestPerson): Promise<Answer>
  close(): Promise<void>
}

/** The real server in a process of its own, on the database of a hall, and a client that keeps every connection open. */
export async function pressedServer(options: { pool: number }): Promise<PressedServer> {
  const hall = await openHall()
  const url = hall.platform.config.databaseUrl ?? ''
  const database = new Client({ connectionString: url })
  await database.connect()
  // The process lives in the present, whenever that is.
  await database.query(`update sessions set expires_at = '2999-01-01'`)
  const env = {
    DATABASE_URL: url,
    YISHITING_DATA: hall.platform.config.dataDir,
    DATABASE_POOL: String(options.pool),
    DEMO: '0',
    LOG_LEVEL: 'fatal',
  }
  const server = await startServerProcess({ env })
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

  const ask = (
    method: string,
    path: string,
    who?: TestPerson,
    { body, key = newId() }: Sent = {},
  ): Promise<Answer> => {
    let began = performance.now()
    const payload = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const asked = request(
        server.url + path,
        {
          method,
          agent,
          headers: {
            'idempotency-key': key,
            ...(who ? { authorization: `Bearer ${who.token}` } : {}),
            ...(payload
              ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }
              : {}),
          },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('error', reject)
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              retryAfter: response.headers['retry-after'],
              tookMs: performance.now() - began,
              body: Buffer.concat(chunks).toString(),
            }),
          )
        },
      )
      asked.on('error', reject)
      // From here on he waits; making fifteen hundred connections is the test's own work.
      asked.on('finish', () => {
        began = performance.now()
      })
      asked.end(payload)
    })
  }

  const send: PressedServer['send'] = (who, id, { params = {}, body, key } = {}) => {
    const [method, template] = PATHS[id]
    const all = { compoundId: hall.compound.id, ...params } as Record<string, string>
    const path = template.replace(/:(\w+)/g, (_, name: string) => all[name] ?? '')
    return ask(method, path, who, method === 'GET' ? {} : { body: body ?? {}, key })
  }

  return {
    hall,
    server,
    database,
    send,
    async sendLikeAPhone(who, id, sent) {
      const key = newId()
      const answers = [await send(who, id, { ...sent, key })]
      for (
        let last = answers[0];
        last?.status === 503 && answers.length < PHONE_TRIES;
        last = answers.at(-1)
      ) {
        await sleep(Number(last.retryAfter) * 1000 * (0.8 + 0.6 * Math.random()))
        answers.push(await send(who, id, { ...sent, key }))
      }
      return answers
    },
    get: (path, who) => ask('GET', path, who),
    async close() {
      agent.destroy()
      await database.end().catch(() => undefined)
      await server.stop()
      await hall.close()
    },
  }
}

/** Answered, or sent away with a time to come again; never left waiting. */
export function expectServedOrSentAway(answers: readonly Answer[]): void {
  const wrong = answers.filter(({ status, retryAfter, tookMs }) => {
    const isServed = status >= 200 && status < 300
    const isSentAway = status === 503 && Number(retryAfter) > 0
    return !(isServed || isSentAway) || tookMs > PATIENCE + OWN_SHARE
  })
  expect(wrong.slice(0, 3)).toEqual([])
}
