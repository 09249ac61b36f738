import type { VoteView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { CHANNELS, type Channel } from '@yishiting/domain/owners/ballot'

const OVER: readonly VoteView['state'][] = ['closed', 'published', 'certified']
/** After close: only now may anybody see what ballots say. */
export const isOver = ({ state }: Pick<VoteView, 'state'>): boolean => OVER.includes(state)

/** “12 月 1 日 9:00 开始，12 月 15 日 24:00 截止” */
export const windowWords = (
  { opensAt, closesAt }: Pick<VoteView, 'opensAt' | 'closesAt'>,
  now: Instant,
): string => `${speakTime(Date.parse(opensAt), now)} 开始，${speakTime(Date.parse(closesAt), now)} 截止`

export type ByHand = Exclude<Channel, 'online'>
const BY_HAND: readonly ByHand[] = ['paper', 'door', 'phone']

/** The announced ways of voting beside the phone's page, to choose from. */
export const byHandOptions = (channels: readonly Channel[]): { value: ByHand; label: string }[] =>
  BY_HAND.filter((channel) => channels.includes(channel)).map((value) => ({ value, label: CHANNELS[value] }))
