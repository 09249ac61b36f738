import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yishiting/domain/contract'
import { type OperationId, PATHS } from '@yishiting/domain/contract/paths'
import type { Problem } from '@yishiting/domain/contract/shared'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { buildApp } from '../../server/app'
import { clockEffects } from '../../server/clocks'
import { sweepClocks } from '../../server/platform/clock/sweep'
import { type Config, readConfig } from '../../server/platform/config'
import { createPool } from '../../server/platform/database/pool'
import { newId } from '../../server/platform/ids'
import { createLog } from '../../server/platform/log'
import type { Platform } from '../../server/platform/platform'
import { createPlatform } from '../../server/start'
import { TestClock } from './clock'
import { addCompound, type TestCompound } from './compound'
import { createTestDatabase } from './database'
import type { TestPerson } from './people'

/** What a phone sends. The compound is the hall's own unless said otherwise. */
interface Sent<Id extends OperationId> {
  params?: Partial<ParamsOf<Id>> & { compoundId?: string }
  query?: QueryOf<Id>
  body?: BodyOf<Id>
  /** Idempotency-Key; a new one when absent, none when null. */
  key?: string | null
  ifMatch?: number
}

interface Answered<T> {
  status: number
  body: T
  problem: Problem
  headers: Record<string, string | string[] | number | undefined>
}

/** The whole server in this process on a database of its own, with a small compound and a clock that can be moved. */
export interface Hall {
  app: FastifyInstance
  platform: Platform
  clock: TestClock
  compound: TestCompound
  people: TestCompound['people']
  /** Sends one operation as `who` (null: not signed in). */
  send<Id extends OperationId>(
    who: TestPerson | null,
    id: Id,
    sent?: Sent<Id>,
  ): Promise<Answered<ResponseOf<Id>>>
  /** The same, and it must succeed. */
  ok<Id extends OperationId>(who: TestPerson | null, id: Id, sent?: Sent<Id>): Promise<ResponseOf<Id>>
  /** Moves the clock and lets happen what is due. */
  pass(span: number): Promise<void>
  close(): Promise<void>
}

function urlOf(path: string, params: Record<string, unknown>, query: Record<string, unknown>): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return search ? `${filled}?${search}` : filled
}

export async function openHall(
  options: { seats?: number; config?: Partial<Config>; poolSize?: number; log?: Logger } = {},
): Promise<Hall> {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'hall-'))
  const config: Config = {
    ...readConfig({
      YISHITING_DATA: dataDir,
      DATABASE_URL: database.url,
      DEMO: '0',
      H5_ROOT: '/nowhere',
      DESK_ROOT: '/nowhere',
    } as unknown as NodeJS.ProcessEnv),
    ...options.config,
  }
  const log = options.log ?? createLog(process.env.TEST_LOG ?? 'silent')
  const pool = createPool(database.url, log, { max: options.poolSize ?? config.poolSize })
  const clock = new TestClock()
  const platform: Platform = {
    ...(await createPlatform({ ...config, demo: false }, log, pool)),
    config,
    clock,
  }
  const app = await buildApp(platform)
  const compound = await addCompound(platform, { seats: options.seats })

  const send: Hall['send'] = async (who, id, sent = {}) => {
    const [method, template] = PATHS[id]
    const key = sent.key === undefined ? newId() : sent.key
    const answer = await app.inject({
      method,
      url: urlOf(
        template,
        { compoundId: compound.id, ...sent.params },
        (sent.query ?? {}) as Record<string, unknown>,
      ),
      headers: {
        ...(who ? { authorization: `Bearer ${who.token}` } : {}),
        ...(key && method !== 'GET' ? { 'idempotency-key': key } : {}),
        ...(sent.ifMatch === undefined ? {} : { 'if-match': `"${sent.ifMatch}"` }),
      },
      ...(method === 'POST' || method === 'PUT' ? { payload: (sent.body ?? {}) as object } : {}),
    })
    const isJson = /json/.test(String(answer.headers['content-type']))
    const body = isJson ? answer.json() : answer.rawPayload
    return { status: answer.statusCode, body, problem: body, headers: answer.headers }
  }

  return {
    app,
    platform,
    clock,
    compound,
    people: compound.people,
    send,
    async ok(who, id, sent) {
      const answer = await send(who, id, sent)
      if (answer.status >= 300)
        throw new Error(`${id} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
      return answer.body
    },
    async pass(span) {
      clock.forward(span)
      await sweepClocks(platform, clockEffects(platform))
    },
    async close() {
      await app.close()
      await pool.end()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
