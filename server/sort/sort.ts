import type { sort as contract } from '@yishiting/domain/contract/sort'
import type { z } from 'zod'
import type { Tx } from '../platform/database/database'
import type { Call } from '../platform/http/route'
import { newId } from '../platform/ids'
import { carryOut } from '../platform/matters/carry-out'
import { checkLeads } from '../platform/matters/leads'
import type { Platform } from '../platform/platform'

type Body = z.output<(typeof contract.sort)['body']>

/** 分类: topic, one or several routes each with its own lead and date, and why. */
export async function sort(
  tx: Tx,
  platform: Platform,
  call: Call<{ matterId: string }, unknown, Body>,
): Promise<void> {
  const { topic, reason, isPrivate } = call.body
  await checkLeads(
    tx,
    call.compoundId,
    call.body.routes.map((route) => route.leadId),
  )
  const routes = call.body.routes.map((route) => ({
    ...route,
    id: newId(),
    dueAt: route.dueAt === null ? null : Date.parse(route.dueAt),
  }))
  await carryOut(tx, platform, call, call.params.matterId, { type: 'sort', topic, routes, reason, isPrivate })
}
