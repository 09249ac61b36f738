import type { PhotoView } from '@yishiting/domain/contract/shared'
import { PHOTOS_MAX } from '@yishiting/domain/speak/limits'
import type { Queries } from '../platform/database/database'
import { ProblemError, RefusalError } from '../platform/http/problems'
import { photoView } from '../platform/photos/links'
import type { Platform } from '../platform/platform'

/**
 * Gives the sender's own, still free photos to a vote: scans of papers and mandates, kept as long as the vote (RULES.md §4).
 * @returns their ids without repeats
 * @throws photo_unknown, too_many_photos
 */
export async function keepEvidence(
  queries: Queries,
  owner: { compoundId: string; personId: string },
  photoIds: readonly string[],
  voteId: string,
): Promise<string[]> {
  const wanted = [...new Set(photoIds)]
  if (wanted.length === 0) return []
  if (wanted.length > PHOTOS_MAX) {
    throw new RefusalError({ code: 'too_many_photos', message: `最多放 ${PHOTOS_MAX} 张照片，请去掉几张。` })
  }
  const taken = await queries
    .updateTable('photos')
    .set({ voteId })
    .where('compoundId', '=', owner.compoundId)
    .where('id', 'in', wanted)
    .where('ownerId', '=', owner.personId)
    .where('matterId', 'is', null)
    .where('voteId', 'is', null)
    .returning('id')
    .execute()
  if (taken.length < wanted.length) throw new ProblemError('photo_unknown')
  return wanted
}

/** The photos of a vote by id, as signed links; those that are not of this vote are left out. */
export async function evidenceOf(
  queries: Queries,
  platform: Platform,
  vote: { compoundId: string; voteId: string },
  photoIds: readonly string[],
  now: number,
): Promise<Map<string, PhotoView>> {
  if (photoIds.length === 0) return new Map()
  const rows = await queries
    .selectFrom('photos')
    .select(['compoundId', 'id', 'width', 'height'])
    .where('compoundId', '=', vote.compoundId)
    .where('voteId', '=', vote.voteId)
    .where('id', 'in', [...new Set(photoIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, photoView(platform.secrets, row, now)]))
}
