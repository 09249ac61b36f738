import { SYSTEM } from '@yishiting/domain/people/roles'
import type { ClockEffect } from '../platform/clock/sweep'
import { appendJournal } from '../platform/journal/append'
import { lockMatter } from '../platform/matters/load'
import { branchOf } from '../platform/matters/tell-people'
import { notify } from '../platform/notices/notify'

/** The date has passed and it is not done: the lead, the reporter and the branch are told. Everyone sees it as overdue. */
export const routeDue: ClockEffect = async (tx, clock, now) => {
  const { compoundId, matterId, routeId } = clock
  if (!matterId || !routeId) return
  const { row, matter } = await lockMatter(tx, compoundId, matterId, SYSTEM)
  const route = matter.routes.find((each) => each.id === routeId)
  if (!route) return
  await appendJournal(tx, {
    compoundId,
    at: now,
    kind: 'overdue',
    actorId: null,
    matterId,
    routeId,
    routeCode: route.code,
  })
  const people = [route.leadId, ...route.helperIds, matter.reporterId, ...(await branchOf(tx, compoundId))]
  const notice = {
    title: `“${row.title}” 到期还没办完`,
    body: '责任人可以申请延期一次，写明原因。',
    matterId,
  }
  await notify(tx, compoundId, people, notice, { now })
}
