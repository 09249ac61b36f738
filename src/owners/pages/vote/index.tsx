import { useRouter } from '@tarojs/taro'
import { useOwnersVote } from '@/api/owners'
import { useNow } from '@/api/people'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { Loaded } from '@/parts/loaded'
import { VotePage } from '../../vote/vote-page'

/** 业主表决 `?id=`. */
export default function Vote() {
  const vote = useOwnersVote(useRouter().params.id ?? '')
  const now = useNow()
  useFreshOnShow(vote)
  usePullToRefresh(vote)
  return (
    <Loaded title="业主表决" query={vote}>
      {(data) => <VotePage vote={data} now={now} />}
    </Loaded>
  )
}
