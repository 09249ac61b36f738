import { owners } from '@yishiting/domain/contract/owners'
import type { FastifyInstance } from 'fastify'
import { read, write, writeThenShow } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { listConflicts, rule } from './conflicts'
import { deliver } from './deliver'
import { listDoors } from './doors'
import { enterPaper } from './enter'
import { listPapers } from './list'

/** Papers, door-to-door, conflicts. */
export function papersRoutes(app: FastifyInstance, platform: Platform): void {
  read(app, platform, owners.doors, listDoors)
  write(app, platform, owners.deliver, (call, tx) => deliver(tx, call))
  read(app, platform, owners.papers, (call, db) => listPapers(platform, call, db))
  write(app, platform, owners.enterPaper, (call, tx) => enterPaper(tx, call))
  read(app, platform, owners.conflicts, (call, db) => listConflicts(platform, call, db))
  writeThenShow(
    app,
    platform,
    owners.rule,
    (call, tx) => rule(tx, call),
    (call, db) => listConflicts(platform, call, db),
  )
}
