import type { VoteView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import { go, PAGES } from '@/parts/go'
import { Cell, Heading } from '@/ui'
import { RightCard } from './right-card'

/** My rights in this vote, and the ways to more of them. */
export function RightsPart({ vote, now }: { vote: VoteView; now: Instant }) {
  const { rights, state, id } = vote
  const isGoing = state === 'noticed' || state === 'open'
  return (
    <>
      {rights.length > 0 && (
        <Heading aside={rights.length > 1 ? `${rights.length} 票` : undefined}>我的票</Heading>
      )}
      {rights.map((right) => (
        <RightCard key={right.keyNo} vote={vote} right={right} now={now} hasWay={rights.length > 1} />
      ))}
      <Cell id="standing" label="我能投票吗？" value="看名册" onPress={() => go(PAGES.standing())} />
      {isGoing && vote.rules.mandatesPerProxy > 0 && (
        <Cell
          id="mandate-enter"
          label="别人委托我投"
          value="输六位码"
          onPress={() => go(PAGES.mandate(id))}
        />
      )}
    </>
  )
}
