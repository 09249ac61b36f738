import type { speak } from '@yishiting/domain/contract/speak'
import { tidy } from '@yishiting/domain/speak/limits'
import type { z } from 'zod'
import type { Tx } from '../platform/database/database'
import type { Call } from '../platform/http/route'
import { carryOut } from '../platform/matters/carry-out'
import { enterWords } from '../platform/matters/search'
import type { Platform } from '../platform/platform'

type Params = z.output<(typeof speak.resubmit)['params']>
type Body = z.output<(typeof speak.resubmit)['body']>

/** What was missing is added below the first words; those stay as they were said. */
export async function resubmit(tx: Tx, platform: Platform, call: Call<Params, unknown, Body>): Promise<void> {
  const { text, photoIds } = call.body
  const { matterId } = call.params
  const { before } = await carryOut(tx, platform, call, matterId, { type: 'resubmit', text }, photoIds)
  const { title, receipt } = before.row
  const body = `${before.row.body}\n\n补充：${tidy(text)}`
  await tx
    .updateTable('matters')
    .set({ body })
    .where('compoundId', '=', call.compoundId)
    .where('id', '=', matterId)
    .execute()
  await enterWords(tx, call.compoundId, matterId, { title, body, receipt })
}
