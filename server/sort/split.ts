import { newMatter } from '@yishiting/domain/matter/matter'
import { tidy } from '@yishiting/domain/speak/limits'
import type { Tx } from '../platform/database/database'
import type { Call } from '../platform/http/route'
import { newId } from '../platform/ids'
import { carryOut } from '../platform/matters/carry-out'
import { insertMatter } from '../platform/matters/insert'
import type { Platform } from '../platform/platform'

type SplitCall = Call<
  { matterId: string },
  unknown,
  { parts: { title: string; text: string }[]; reason: string }
>

/** 拆分: one matter that was really several. Each part is a matter of its own, of the same reporter, waiting to be sorted. */
export async function split(tx: Tx, platform: Platform, call: SplitCall): Promise<void> {
  const { compoundId, caller, now } = call
  const parts = call.body.parts.map((part) => ({
    id: newId(),
    title: tidy(part.title),
    text: tidy(part.text),
  }))
  const { before } = await carryOut(tx, platform, call, call.params.matterId, {
    type: 'split',
    parts,
    reason: call.body.reason,
  })
  const { row, matter } = before
  for (const part of parts) {
    const facts = { id: part.id, reporterId: matter.reporterId, raisedById: matter.raisedById }
    await insertMatter(
      tx,
      newMatter({ ...facts, raisedAt: now, isPrivate: matter.isPrivate }),
      {
        title: part.title,
        body: part.text,
        buildingId: row.buildingId,
        placeDetail: row.placeDetail,
        sealedReporterName: row.sealedReporterName,
        capacity: row.capacity,
        channel: row.channel,
        splitFromId: row.id,
      },
      { compoundId, actorId: caller.personId, now, rules: platform.rules },
    )
  }
}
