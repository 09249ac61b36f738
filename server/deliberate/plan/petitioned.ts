import type { deliberate } from '@yishiting/domain/contract/deliberate'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/database'
import { RefusalError } from '../../platform/http/problems'

interface ConveneCall {
  compoundId: string
  body: z.output<(typeof deliberate.convene)['body']>
}

async function petitionOf(tx: Tx, { compoundId, body }: ConveneCall) {
  if (body.petitionId === null) return null
  const petition = await tx
    .selectFrom('meetingPetitions')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('id', '=', body.petitionId)
    .forUpdate()
    .executeTakeFirst()
  if (petition?.reachedAt && petition.meetingId === null) return petition
  throw new RefusalError({ code: 'petition_over', message: '这份联名还没有够人数，或者已经开过会了。' })
}

/** A hearing was validly demanded (RULES.md §2): an 议事会 does not answer it. */
export async function isDemanded(tx: Tx, call: ConveneCall): Promise<boolean> {
  return (await petitionOf(tx, call))?.kind === 'hearing'
}

/** The petition has its meeting. */
export async function meetPetition(tx: Tx, call: ConveneCall, meetingId: string): Promise<void> {
  const petition = await petitionOf(tx, call)
  if (!petition) return
  await tx
    .updateTable('meetingPetitions')
    .set({ meetingId })
    .where('compoundId', '=', call.compoundId)
    .where('id', '=', petition.id)
    .execute()
}
