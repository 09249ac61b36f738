import type { deliberate } from '@yishiting/domain/contract/deliberate'
import { MEETING_KINDS, type MeetingKind } from '@yishiting/domain/deliberate/meeting'
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

/** The meeting that answered it was called off: it is owed one again. */
export async function releasePetition(tx: Tx, compoundId: string, meetingId: string): Promise<void> {
  await tx
    .updateTable('meetingPetitions')
    .set({ meetingId: null })
    .where('compoundId', '=', compoundId)
    .where('meetingId', '=', meetingId)
    .execute()
}

/** The petition has its meeting. @throws petition_kind for a meeting of another kind than was demanded */
export async function meetPetition(tx: Tx, call: ConveneCall, meetingId: string): Promise<void> {
  const petition = await petitionOf(tx, call)
  if (!petition) return
  if (petition.kind !== call.body.kind) {
    const { name } = MEETING_KINDS[petition.kind as MeetingKind]
    throw new RefusalError({ code: 'petition_kind', message: `联名要求开的是${name}，请按${name}来通知。` })
  }
  await tx
    .updateTable('meetingPetitions')
    .set({ meetingId })
    .where('compoundId', '=', call.compoundId)
    .where('id', '=', petition.id)
    .execute()
}
