import { useRouter } from '@tarojs/taro'
import { useDeskVote } from '@/api/owners-desk'
import { useNow } from '@/api/people'
import { usePullToRefresh } from '@/api/refetch'
import { Loaded } from '@/parts/loaded'
import { OfflineBar, PageFrame, Small, Stack, Title } from '@/ui'
import { DoorList } from '../../doors/door-list'
import { Duty } from '../../duty'

/** 上门单: who has not voted yet, and what came of each visit. */
export default function DoorsPage() {
  const { id = '' } = useRouter().params
  const vote = useDeskVote(id)
  const now = useNow()
  usePullToRefresh(vote)
  return (
    <Duty title="上门单" needs={(can) => can.seeDoors} whose="上门单由业委会、监票人和帮办员来看">
      {() => (
        <Loaded title="上门单" query={vote}>
          {(data) => (
            <PageFrame title="上门单" wide banner={<OfflineBar />}>
              <Stack gap={0}>
                <Title>{data.title}</Title>
                <Small>{data.line}</Small>
                <Small>这里只看得到谁还没投，看不到谁怎么投。</Small>
              </Stack>
              <DoorList vote={data} now={now} />
            </PageFrame>
          )}
        </Loaded>
      )}
    </Duty>
  )
}
