import type { ItemView, MeetingView } from '@yishiting/domain/contract/deliberate'
import type { Instant } from '@yishiting/domain/matter/instant'
import { motionPoll } from '../item-phase'

/** What every outcome form of an agenda item is given. */
export interface ItemFormProps<Body> {
  meeting: MeetingView
  item: ItemView
  now: Instant
  send(body: Body): Promise<unknown>
  problem: string | null
}

/** “12 人同意，3 人不同意，1 人弃权。同意的过了半数，通过。” */
export const countsLine = (item: Pick<ItemView, 'polls'>): string =>
  motionPoll(item)?.result?.words ?? '没有表决'
