import { useRouter } from '@tarojs/taro'
import { useDeskVote } from '@/api/owners-desk'
import { useNow } from '@/api/people'
import { usePullToRefresh } from '@/api/refetch'
import { Loaded } from '@/parts/loaded'
import { ConflictsPage } from '../../conflicts/conflicts-page'
import { Duty } from '../../duty'

/** 对不上的票. `?key=&item=` opens one to be ruled. */
export default function Conflicts() {
  const { id = '', key, item } = useRouter().params
  const vote = useDeskVote(id)
  const now = useNow()
  usePullToRefresh(vote)
  return (
    <Duty title="对不上的票" needs={(can) => can.ruleConflicts} whose="对不上的票由监票人认定">
      {() => (
        <Loaded title="对不上的票" query={vote}>
          {(data) => (
            <ConflictsPage
              vote={data}
              now={now}
              chosen={key && item ? { keyNo: Number(key), itemId: item } : null}
            />
          )}
        </Loaded>
      )}
    </Duty>
  )
}
