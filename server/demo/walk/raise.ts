import { newMatter } from '@yishiting/domain/matter/matter'
import { BRANCH_ROLES } from '@yishiting/domain/people/roles'
import { insertMatter } from '../../platform/matters/insert'
import { attachPhotos } from '../../platform/matters/photos'
import { notifyRoles } from '../../platform/notices/notify'
import { COMPOUND_ID } from '../ids'
import { buildingOf } from '../people/buildings'
import { photoIdsOf } from '../pictures/photos'
import type { RaiseAct } from '../story/acts'
import { id, matterId } from '../story/names'
import type { Stage } from './stage'

/** A matter is said: the same rows as by the form, with an id that stays the same. */
export async function walkRaise({ tx, platform }: Stage, act: RaiseAct): Promise<void> {
  const now = act.at
  const matter = newMatter({
    id: matterId(act.matter),
    reporterId: act.reporter ? id(act.reporter) : null,
    raisedById: id(act.by),
    raisedAt: now,
    isPrivate: act.isPrivate,
  })
  const words = {
    title: act.title,
    body: act.text,
    buildingId: act.building ? buildingOf(act.building).id : null,
    placeDetail: act.place,
    sealedReporterName: act.reporterName ? platform.secrets.seal(act.reporterName) : null,
    capacity: act.capacity,
    channel: act.channel,
    splitFromId: act.splitFrom ? matterId(act.splitFrom) : null,
  }
  const actorId = id(act.actor ?? act.by)
  const context = { compoundId: COMPOUND_ID, actorId, now, rules: platform.rules }
  await insertMatter(tx, matter, words, context)
  const owner = { compoundId: COMPOUND_ID, personId: id(act.by) }
  await attachPhotos(tx, owner, photoIdsOf(act), { matterId: matter.id, journalId: null })
  if (act.splitFrom) return
  const notice = {
    title: `新的一件事：“${act.title}”`,
    body: '请在 24 小时内接件。',
    matterId: matter.id,
  }
  await notifyRoles(tx, COMPOUND_ID, BRANCH_ROLES, notice, { now, except: actorId })
}
