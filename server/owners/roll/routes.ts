import { owners } from '@yishiting/domain/contract/owners'
import type { FastifyInstance } from 'fastify'
import { read, write, writeThenShow } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { applyImport } from './apply'
import { checkUploaded, viewCheck } from './check'
import { correctUnit } from './correct'
import { loadImport } from './imports'
import { claimRoutes } from './mine-routes'
import { viewRoll } from './overview'
import { answerRequest, listRequests } from './requests'
import { listUnits } from './units'
import { uploadRoute } from './upload'

/** 50,000 lines need more than the usual five seconds; rare. A phone that gave up sends the same key again. */
const APPLIED_WITHIN = 25_000

/** 业主名册: import, corrections, claims, requests. */
export function rollRoutes(app: FastifyInstance, platform: Platform): void {
  const { secrets } = platform
  uploadRoute(app, platform)
  claimRoutes(app, platform)

  read(app, platform, owners.roll, ({ compoundId }, db) => viewRoll(db, compoundId))
  read(app, platform, owners.rollUnits, ({ compoundId, query }, db) => listUnits(db, compoundId, query))
  read(app, platform, owners.checkImport, async ({ compoundId, params, body }, db) => {
    const { roll } = await loadImport(db, secrets, compoundId, params.importId)
    return viewCheck(await checkUploaded(roll, body.mapping))
  })
  writeThenShow(
    app,
    platform,
    owners.applyImport,
    ({ compoundId, params, body, caller, now }, tx) =>
      applyImport(tx, secrets, { compoundId, importId: params.importId, byId: caller.personId, now, body }),
    ({ compoundId }, db) => viewRoll(db, compoundId),
    APPLIED_WITHIN,
  )
  writeThenShow(
    app,
    platform,
    owners.correct,
    ({ compoundId, body, caller, now }, tx) =>
      correctUnit(tx, secrets, { compoundId, byId: caller.personId, now, body }),
    ({ compoundId }, db) => viewRoll(db, compoundId),
  )
  read(app, platform, owners.requests, ({ compoundId, query }, db) =>
    listRequests(db, secrets, compoundId, query),
  )
  write(app, platform, owners.answerRequest, ({ compoundId, params, body, caller, now }, tx) =>
    answerRequest(tx, secrets, { compoundId, requestId: params.requestId, byId: caller.personId, now, body }),
  )
}
