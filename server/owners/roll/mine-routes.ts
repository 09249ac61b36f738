import { owners } from '@yishiting/domain/contract/owners'
import type { FastifyInstance } from 'fastify'
import type { RefusalError } from '../../platform/http/problems'
import { read, writeThenShow } from '../../platform/http/route'
import type { Platform } from '../../platform/platform'
import { type ClaimEnd, claimUnit } from './claim'
import { viewMine } from './mine'
import { refuse } from './refuse'
import { askForCorrection } from './requests'

const REFUSALS: Record<Exclude<ClaimEnd, 'linked'>, () => RefusalError> = {
  no_match: () =>
    refuse('claim_no_match', '和名册对不上。请核对房号、姓名和后四位；确认没写错，就请业委会更正名册。'),
  too_often: () => refuse('claim_too_often', '今天已经五次对不上，请明天再试，或请业委会核对名册。'),
  taken: () =>
    refuse('claim_taken', '这位业主已经由另一个账号认领。如果不是您本人认领的，请写明情况，由业委会核对。'),
}

/** What an owner himself does with the roll: look, claim, object. */
export function claimRoutes(app: FastifyInstance, platform: Platform): void {
  const { secrets } = platform
  read(app, platform, owners.mine, ({ compoundId, caller }, db) =>
    viewMine(db, secrets, compoundId, caller.personId),
  )
  writeThenShow(
    app,
    platform,
    owners.claim,
    ({ compoundId, caller, now, body }, tx) =>
      claimUnit(tx, secrets, { compoundId, personId: caller.personId, now, body }),
    async ({ compoundId, caller }, db, end) => {
      if (end !== 'linked') throw REFUSALS[end]()
      return viewMine(db, secrets, compoundId, caller.personId)
    },
  )
  writeThenShow(
    app,
    platform,
    owners.request,
    ({ compoundId, caller, now, body }, tx) =>
      askForCorrection(tx, secrets, { compoundId, personId: caller.personId, now, body }),
    ({ compoundId, caller }, db) => viewMine(db, secrets, compoundId, caller.personId),
  )
}
