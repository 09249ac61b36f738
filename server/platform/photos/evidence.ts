import type { PhotoView } from '@yishiting/domain/contract/shared'
import { PHOTOS_MAX } from '@yishiting/domain/speak/limits'
import type { Queries } from '../database/database'
import { ProblemError, RefusalError } from '../http/problems'
import type { Platform } from '../platform'
import { photoView } from './links'

/** What photos are evidence of beside a matter. */
export type EvidenceOf = { voteId: string } | { meetingId: string }

/**
 * Gives the sender's own, still free photos to a vote or a meeting: scans of papers and mandates, materials, evidence at a
 * hearing. They are kept as long as it is (RULES.md §4).
 * @returns their ids without repeats
 * @throws photo_unknown, too_many_photos
 */
export async function keepEvidence(
  queries: Queries,
  owner: { compoundId: string; personId: string },
  photoIds: readonly string[],
  of: EvidenceOf,
): Promise<string[]> {
  const wanted = [...new Set(photoIds)]
  if (wanted.length === 0) return []
  if (wanted.length > PHOTOS_MAX) {
    throw new RefusalError({ code: 'too_many_photos', message: `最多放 ${PHOTOS_MAX} 张照片，请去掉几张。` })
  }
  const taken = await queries
    .updateTable('photos')
    .set(of)
    .where('compoundId', '=', owner.compoundId)
    .where('id', 'in', wanted)
    .where('ownerId', '=', owner.personId)
    .where('matterId', 'is', null)
    .where('voteId', 'is', null)
    .where('meetingId', 'is', null)
    .returning('id')
    .execute()
  if (taken.length < wanted.length) throw new ProblemError('photo_unknown')
  return wanted
}

/** Photos by id, as signed links; those that belong to something else are left out. */
export async function evidenceOf(
  queries: Queries,
  platform: Platform,
  of: EvidenceOf & { compoundId: string },
  photoIds: readonly string[],
  now: number,
): Promise<Map<string, PhotoView>> {
  if (photoIds.length === 0) return new Map()
  const rows = await queries
    .selectFrom('photos')
    .select(['compoundId', 'id', 'width', 'height'])
    .where('compoundId', '=', of.compoundId)
    .$if('voteId' in of, (query) => query.where('voteId', '=', (of as { voteId: string }).voteId))
    .$if('meetingId' in of, (query) => query.where('meetingId', '=', (of as { meetingId: string }).meetingId))
    .where('id', 'in', [...new Set(photoIds)])
    .execute()
  return new Map(rows.map((row) => [row.id, photoView(platform.secrets, row, now)]))
}
