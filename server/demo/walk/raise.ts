import { newMatter } from '@yishiting/domain/matter/matter'
import { attachPhotos } from '../../platform/matters/photos'
import { nextReceipt } from '../../platform/matters/receipt'
import { insertMatter } from '../../platform/matters/save'
import { branchOf } from '../../platform/matters/tell-people'
import { notify } from '../../platform/notices/notify'
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
  const receipt = await nextReceipt(tx, COMPOUND_ID, now)
  const words = {
    receipt,
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
  await insertMatter(tx, matter, words, { compoundId: COMPOUND_ID, actorId, now, rules: platform.rules })
  const owner = { compoundId: COMPOUND_ID, personId: id(act.by) }
  await attachPhotos(tx, owner, photoIdsOf(act), { matterId: matter.id, journalId: null })
  if (act.splitFrom) return
  const notice = {
    title: `新的一件事：“${act.title}”`,
    body: `编号 ${receipt}，请在 24 小时内接件。`,
    matterId: matter.id,
  }
  await notify(tx, COMPOUND_ID, await branchOf(tx, COMPOUND_ID), notice, { now, except: actorId })
}
