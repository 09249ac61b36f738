import { useRouter } from '@tarojs/taro'
import { useStanding } from '@/api/owners'
import { useNow } from '@/api/people'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { Loaded } from '@/parts/loaded'
import { ClaimForm } from '../../standing/claim-form'
import { StandingPage } from '../../standing/standing-page'
import { WrongForm } from '../../standing/wrong-form'

/** 我能投票吗; `?do=claim` and `?do=wrong` open the two forms. */
export default function Standing() {
  const standing = useStanding()
  const now = useNow()
  const { do: act } = useRouter().params
  useFreshOnShow(standing)
  usePullToRefresh(standing)
  return (
    <Loaded title="我能投票吗" query={standing}>
      {(data) => {
        if (act === 'claim') return <ClaimForm />
        if (act === 'wrong') return <WrongForm standing={data} />
        return <StandingPage standing={data} now={now} />
      }}
    </Loaded>
  )
}
