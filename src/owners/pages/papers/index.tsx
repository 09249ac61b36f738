import { useRouter } from '@tarojs/taro'
import { useDeskVote } from '@/api/owners-desk'
import { useNow } from '@/api/people'
import { usePullToRefresh } from '@/api/refetch'
import { Loaded } from '@/parts/loaded'
import { Duty } from '../../duty'
import { PapersPage } from '../../papers/papers-page'

/** 录纸质票 */
export default function Papers() {
  const { id = '' } = useRouter().params
  const vote = useDeskVote(id)
  const now = useNow()
  usePullToRefresh(vote)
  return (
    <Duty title="录纸质票" needs={(can) => can.enterPapers} whose="纸质票由监票人来录">
      {() => (
        <Loaded title="录纸质票" query={vote}>
          {(data) => <PapersPage vote={data} now={now} />}
        </Loaded>
      )}
    </Duty>
  )
}
