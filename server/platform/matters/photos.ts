import { PHOTOS_MAX } from '@yishiting/domain/speak/limits'
import type { Queries } from '../database/database'
import { ProblemError, RefusalError } from '../http/problems'

/**
 * Gives photos to a matter (or to one event of it). Only the sender's own, still free photos can be given; those that it
 * has already may stay, whoever sent them.
 * @throws photo_unknown, too_many_photos
 */
export async function attachPhotos(
  queries: Queries,
  owner: { compoundId: string; personId: string },
  photoIds: readonly string[],
  to: { matterId: string; journalId: number | null },
): Promise<void> {
  const wanted = [...new Set(photoIds)]
  if (wanted.length > PHOTOS_MAX) {
    throw new RefusalError({ code: 'too_many_photos', message: `最多放 ${PHOTOS_MAX} 张照片，请去掉几张。` })
  }
  for (const [position, id] of wanted.entries()) {
    const taken = await queries
      .updateTable('photos')
      .set({ ...to, position })
      .where('compoundId', '=', owner.compoundId)
      .where('id', '=', id)
      .where((eb) =>
        eb.or([
          eb.and([
            eb('ownerId', '=', owner.personId),
            eb('matterId', 'is', null),
            eb('voteId', 'is', null),
            eb('meetingId', 'is', null),
          ]),
          eb.and([
            eb('matterId', '=', to.matterId),
            eb('journalId', to.journalId === null ? 'is' : '=', to.journalId),
          ]),
        ]),
      )
      .returning('id')
      .executeTakeFirst()
    if (!taken) throw new ProblemError('photo_unknown')
  }
}
