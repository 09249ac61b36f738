import type { ItemView, MeetingView } from '@yishiting/domain/contract/deliberate'
import type { Instant } from '@yishiting/domain/matter/instant'

/** What every outcome form of an agenda item is given. */
export interface ItemFormProps<Body> {
  meeting: MeetingView
  item: ItemView
  now: Instant
  send(body: Body): Promise<unknown>
  problem: string | null
}

/** “共 12 人投票：同意 9，不同意 2，弃权 1” */
export function countsLine({ counts }: Pick<ItemView, 'counts'>): string {
  if (counts === null) return '没有表决'
  const { agree, against, abstain } = counts
  return `共 ${agree + against + abstain} 人投票：同意 ${agree}，不同意 ${against}，弃权 ${abstain}`
}
