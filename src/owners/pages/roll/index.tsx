import { useRouter } from '@tarojs/taro'
import { type RollSearch, useRoll } from '@/api/owners-desk'
import { useNow } from '@/api/people'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { Loaded } from '@/parts/loaded'
import { OfflineBar, PageFrame } from '@/ui'
import { Duty } from '../../duty'
import { Answering, Correcting } from '../../roll/acts'
import { Overview } from '../../roll/overview'
import { UnitList } from '../../roll/unit-list'
import { buildingWords } from '../../words'

const ONLY: Record<string, string> = {
  without_area: '没有面积的',
  without_owner: '没有业主的',
  special: '车位、储藏室、地下室',
}
const isOnly = (word: string | undefined): word is NonNullable<RollSearch['only']> =>
  word !== undefined && word in ONLY

/** 业主名册. `?do=` opens a part: units (with building or only), correct (with code), answer (with request). */
export default function RollPage() {
  const { do: act, code = '', request = '', building, only } = useRouter().params
  return (
    <Duty title="业主名册" needs={(can) => can.keepRoll} whose="名册由业委会来管">
      {() => {
        if (act === 'correct') return <Correcting code={code} />
        if (act === 'answer') return <Answering requestId={request} />
        if (act === 'units') {
          const title =
            (building && buildingWords(building)) ?? (isOnly(only) ? ONLY[only] : undefined) ?? '名册'
          return (
            <PageFrame title={title} wide banner={<OfflineBar />}>
              <UnitList search={{ building, only: isOnly(only) ? only : undefined }} />
            </PageFrame>
          )
        }
        return <Roll />
      }}
    </Duty>
  )
}

function Roll() {
  const roll = useRoll()
  const now = useNow()
  useFreshOnShow(roll)
  usePullToRefresh(roll)
  return (
    <Loaded title="业主名册" query={roll}>
      {(data) => <Overview roll={data} now={now} />}
    </Loaded>
  )
}
