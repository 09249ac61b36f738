import { VOTE_STATES, type VoteState } from '@yishiting/domain/owners/vote'
import { Tag } from 'antd'

const COLOURS: Record<VoteState, string> = {
  draft: 'default',
  noticed: 'blue',
  open: 'red',
  closed: 'orange',
  published: 'green',
  certified: 'green',
  cancelled: 'default',
}

/** Where a joint decision stands, in words; the colour only repeats them. */
export const StateTag = ({ state }: { state: VoteState }) => (
  <Tag color={COLOURS[state]}>{VOTE_STATES[state]}</Tag>
)
