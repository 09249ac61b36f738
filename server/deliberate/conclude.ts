import type { RouteIntent } from '@yishiting/domain/matter/intents'
import type { RouteCode, WhistleGround } from '@yishiting/domain/sort/routes'
import { tidy } from '@yishiting/domain/speak/limits'
import type { Tx } from '../platform/database/database'
import { RefusalError } from '../platform/http/problems'
import { carryOut } from '../platform/matters/carry-out'
import { checkLeads } from '../platform/matters/leads'
import type { Platform } from '../platform/platform'
import { type ItemCall, takeStep } from './change'
import { type ItemRow, lockToModerate, motionPoll, type PollRow } from './load'
import { resultOf } from './polls/result'

interface Conclusion {
  outcome: 'resolved' | 'declined' | 'referred'
  text: string
  minorityViews: string
  intent(routeId: string): RouteIntent
}

interface LockedItem {
  item: ItemRow
  poll: PollRow | undefined
}

async function lockItem(tx: Tx, call: ItemCall): Promise<LockedItem> {
  const { items, polls, meeting } = await lockToModerate(tx, call)
  if (meeting.state !== 'open')
    throw new RefusalError({ code: 'meeting_not_open', message: '会议没有在开，不能写结果。' })
  const item = items.find((each) => each.id === call.params.itemId)
  if (!item) throw new RefusalError({ code: 'not_on_agenda', message: '这件事不在公布的议程上。' })
  if (item.outcome) throw new RefusalError({ code: 'already_concluded', message: '这一项已经有结果了。' })
  if (polls.some((poll) => poll.itemId === item.id && poll.closedAt === null))
    throw new RefusalError({ code: 'poll_still_open', message: '还在表决，请先结束表决。' })
  return { item, poll: motionPoll(item, polls) }
}

/** The result of an item, with minority views, moves the matter: deliberated first, then resolved, declined or referred. */
async function conclude(
  tx: Tx,
  platform: Platform,
  call: ItemCall,
  item: ItemRow,
  conclusion: Conclusion,
): Promise<void> {
  const { compoundId } = call
  const { meetingId } = call.params
  const { outcome, minorityViews } = conclusion
  const quiet = { ...call, ifMatch: null }
  const { matterId, routeId } = item
  if (matterId === null || routeId === null)
    throw new RefusalError({ code: 'not_on_agenda', message: '这一项是评议，没有要转下去的事。' })
  await carryOut(tx, platform, quiet, matterId, { type: 'deliberate', routeId, meetingId })
  const carried = await carryOut(tx, platform, quiet, matterId, conclusion.intent(routeId))
  const outcomeText = tidy(conclusion.text)
  await tx
    .updateTable('meetingItems')
    .set({ outcome, outcomeText, minorityViews: tidy(minorityViews) })
    .where('compoundId', '=', compoundId)
    .where('id', '=', item.id)
    .execute()
  await takeStep(tx, call, 'conclude', {
    told: { itemId: item.id },
    extra: { itemId: item.id, outcome },
    after: carried.after,
  })
}

interface ResolveBody {
  resolution: string
  minorityViews: string
  assign: { leadId: string; helperIds: string[]; dueAt: string } | null
}

const wasAdopted = ({ poll }: LockedItem): boolean => (poll ? resultOf(poll)?.adopted === true : false)

/** 形成决议: only what a vote has adopted. With `assign` the resolution becomes the task as it stands: nothing is typed twice. */
export async function resolve(tx: Tx, platform: Platform, call: ItemCall<ResolveBody>): Promise<void> {
  const locked = await lockItem(tx, call)
  const { item, poll } = locked
  if (!wasAdopted(locked)) {
    throw new RefusalError({
      code: 'not_adopted',
      message: poll?.closedAt
        ? '表决没有过半数，不能形成决议；请写不采纳的原因，或转办。'
        : '没有表决过，不能形成决议。',
    })
  }
  const { resolution, minorityViews, assign } = call.body
  await conclude(tx, platform, call, item, {
    outcome: 'resolved',
    text: resolution,
    minorityViews,
    intent: (routeId) => ({ type: 'resolve', routeId, resolution, minorityViews }),
  })
  if (!assign) return
  await checkLeads(tx, call.compoundId, [assign.leadId, ...assign.helperIds])
  await carryOut(tx, platform, { ...call, ifMatch: null }, item.matterId as string, {
    type: 'assign',
    routeId: item.routeId as string,
    leadId: assign.leadId,
    helperIds: assign.helperIds,
    task: resolution,
    dueAt: Date.parse(assign.dueAt),
  })
}

/** 不采纳: a proposal that is not adopted carries a reason. What the vote has adopted is not put aside by one hand. */
export async function decline(
  tx: Tx,
  platform: Platform,
  call: ItemCall<{ reason: string; minorityViews: string }>,
): Promise<void> {
  const locked = await lockItem(tx, call)
  const { item } = locked
  if (wasAdopted(locked)) {
    throw new RefusalError({
      code: 'already_adopted',
      message: '表决已经通过，不能再写不采纳；请形成决议，或转办。',
    })
  }
  const { reason, minorityViews } = call.body
  await conclude(tx, platform, call, item, {
    outcome: 'declined',
    text: reason,
    minorityViews,
    intent: (routeId) => ({ type: 'decline', routeId, reason }),
  })
}

interface ReferBody {
  to: RouteCode
  whereTo: string
  ground: WhistleGround | null
  reason: string
  minorityViews: string
}

export async function refer(tx: Tx, platform: Platform, call: ItemCall<ReferBody>): Promise<void> {
  const { to, whereTo, ground, reason, minorityViews } = call.body
  await conclude(tx, platform, call, (await lockItem(tx, call)).item, {
    outcome: 'referred',
    text: `转${tidy(whereTo)}：${reason}`,
    minorityViews,
    intent: (routeId) => ({ type: 'refer', routeId, to, whereTo, ground, reason }),
  })
}
