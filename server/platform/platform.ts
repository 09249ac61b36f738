import type { RuleSet } from '@yishiting/domain/matter/rule-set'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Clock } from './clock/clock'
import type { Config } from './config'
import type { Database } from './database/database'
import type { PhotoStore } from './photos/store'
import type { Realtime } from './realtime/realtime'
import type { Secrets } from './secrets/secrets'

/** Made once, passed in: what every room needs. */
export interface Platform {
  config: Config
  log: Logger
  pool: Pool
  db: Database
  clock: Clock
  secrets: Secrets
  photos: PhotoStore
  rules: RuleSet
  realtime: Realtime
}
