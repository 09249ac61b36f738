import type { speak } from '@yishiting/domain/contract/speak'
import { tidy } from '@yishiting/domain/speak/limits'
import type { z } from 'zod'
import type { Tx } from '../platform/database/database'
import { ProblemError } from '../platform/http/problems'
import type { Call } from '../platform/http/route'
import { carryOut } from '../platform/matters/carry-out'
import { attachPhotos } from '../platform/matters/photos'
import { enterWords } from '../platform/matters/search'
import type { Platform } from '../platform/platform'
import { checkBuilding } from './place'
import { wordsOf } from './raise'

type Params = z.output<(typeof speak.edit)['params']>
type Body = z.output<(typeof speak.edit)['body']>

/** Changes the words of a matter that nobody has sorted yet. Needs the version seen, so that no edit overwrites another. */
export async function edit(tx: Tx, platform: Platform, call: Call<Params, unknown, Body>): Promise<void> {
  if (call.ifMatch === null) throw new ProblemError('version_required')
  const { body, compoundId, caller } = call
  const { matterId } = call.params
  const words = wordsOf(body)
  await checkBuilding(tx, compoundId, body.place.buildingId)
  const { before } = await carryOut(tx, platform, call, matterId, { type: 'edit' })
  await tx
    .updateTable('matters')
    .set({
      title: words.title,
      body: words.text,
      buildingId: body.place.buildingId,
      placeDetail: tidy(body.place.detail),
    })
    .where('compoundId', '=', compoundId)
    .where('id', '=', matterId)
    .execute()
  const { receipt } = before.row
  await enterWords(tx, compoundId, matterId, { title: words.title, body: words.text, receipt })
  await releasePhotos(tx, compoundId, matterId, body.photoIds)
  await attachPhotos(tx, { compoundId, personId: caller.personId }, body.photoIds, {
    matterId,
    journalId: null,
  })
}

/** Photos taken off go back to being nobody's, and are swept away later. */
async function releasePhotos(
  tx: Tx,
  compoundId: string,
  matterId: string,
  kept: readonly string[],
): Promise<void> {
  let query = tx
    .updateTable('photos')
    .set({ matterId: null })
    .where('compoundId', '=', compoundId)
    .where('matterId', '=', matterId)
    .where('journalId', 'is', null)
  if (kept.length > 0) query = query.where('id', 'not in', [...kept])
  await query.execute()
}
