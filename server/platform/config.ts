import path from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((value) => value === '1' || value === 'true')
  .optional()

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8686),
  HOST: z.string().default('0.0.0.0'),
  YISHITING_DATA: z.string().default('var/data'),
  YISHITING_KEY: z.string().optional(),
  DATABASE_URL: z.string().optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(20),
  DEMO: flag,
  H5_ROOT: z.string().default('dist/h5'),
  DESK_ROOT: z.string().default('dist/desk'),
  SOCKET_BEAT_MS: z.coerce.number().int().min(50).max(300_000).default(25_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export interface Config {
  port: number
  host: string
  dataDir: string
  masterKey: string | undefined
  databaseUrl: string | undefined
  poolSize: number
  demo: boolean
  h5Root: string
  deskRoot: string
  /** How often a socket and its session are looked at; less than what stands between would close as idle (nginx: 60 s). */
  socketBeatMs: number
  logLevel: string
}

/** Settings from the environment. With a database of one's own, demo mode must be asked for. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const read = environment.parse(env)
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir: path.resolve(read.YISHITING_DATA),
    masterKey: read.YISHITING_KEY,
    databaseUrl: read.DATABASE_URL,
    poolSize: read.DATABASE_POOL,
    demo: read.DEMO ?? read.DATABASE_URL === undefined,
    h5Root: path.resolve(read.H5_ROOT),
    deskRoot: path.resolve(read.DESK_ROOT),
    socketBeatMs: read.SOCKET_BEAT_MS,
    logLevel: read.LOG_LEVEL,
  }
}
