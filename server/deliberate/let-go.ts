import type { RouteIntent } from '@yishiting/domain/matter/intents'
import type { Tx } from '../platform/database/database'
import { carryOut } from '../platform/matters/carry-out'
import type { Platform } from '../platform/platform'
import { stillOnAgenda } from './agenda'
import type { MeetingCall } from './change'
import { type ItemRow, type LoadedMeeting, loadMeeting } from './load'

/** Matters are always locked in one order, so that two meetings taking or leaving the same ones never wait for each other. */
export const inLockOrder = <Item extends { matterId: string; routeId: string }>(items: readonly Item[]) =>
  [...items].sort((a, b) => (a.matterId + a.routeId < b.matterId + b.routeId ? -1 : 1))

type MatterItem = ItemRow & { matterId: string; routeId: string }
const hasMatter = (item: ItemRow): item is MatterItem => item.matterId !== null && item.routeId !== null

/** Takes what still waits for this meeting off its agenda, each item by the intent it is given. */
export async function takeOff(
  tx: Tx,
  platform: Platform,
  call: MeetingCall,
  loaded: LoadedMeeting,
  intentOf: (item: MatterItem, isUnderReview: boolean) => RouteIntent,
): Promise<void> {
  const places = await stillOnAgenda(tx, loaded)
  for (const item of inLockOrder(loaded.items.filter(hasMatter))) {
    const place = places.find((each) => each.itemId === item.id)
    if (!place) continue
    const intent = intentOf(item, place.isUnderReview)
    await carryOut(tx, platform, { ...call, ifMatch: null }, item.matterId, intent)
  }
}

/** After the close: what a 恳谈会 has heard goes on as talked through; what is under review waits for another meeting. */
export async function letGo(tx: Tx, platform: Platform, call: MeetingCall): Promise<void> {
  const { meetingId } = call.params
  const loaded = await loadMeeting(tx, call.compoundId, meetingId, 'update')
  await takeOff(tx, platform, call, loaded, ({ routeId }, isUnderReview) =>
    isUnderReview
      ? { type: 'unschedule', routeId, reason: '正在复核，这次会没有议。' }
      : { type: 'deliberate', routeId, meetingId },
  )
}
