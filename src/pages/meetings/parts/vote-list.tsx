import { useOwnersVotes } from '@/api/owners'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { go, PAGES } from '@/parts/go'
import { Answer } from '@/parts/loaded'
import { More } from '@/parts/more'
import { EmptyState } from '@/ui'
import { VoteCard } from './vote-card'

/** 业主表决: those that are open first. */
export function VoteList() {
  const votes = useOwnersVotes()
  useFreshOnShow(votes)
  usePullToRefresh(votes)
  return (
    <Answer query={votes}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.votes)
        if (all.length === 0)
          return (
            <EmptyState
              title="还没有业主表决"
              text="要业主共同决定的事，业委会会提前公告，您收得到通知。现在就可以看看自己能不能投。"
              action={{ text: '我能投票吗？', onPress: () => go(PAGES.standing()) }}
            />
          )
        return (
          <>
            {all.map((vote) => (
              <VoteCard key={vote.id} vote={vote} onOpen={() => go(PAGES.vote(vote.id))} />
            ))}
            <More query={votes} end="就这些了" />
          </>
        )
      }}
    </Answer>
  )
}
