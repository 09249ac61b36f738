import Taro, { useRouter } from '@tarojs/taro'
import { PRESETS } from '@yishiting/domain/owners/presets'
import { useDeskVote } from '@/api/owners-desk'
import { useNow } from '@/api/people'
import { useMatter } from '@/api/speak'
import { PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { EmptyState, PageFrame } from '@/ui'
import { draftOf, newDraft } from '../../draft/draft'
import { Planning } from '../../draft/planning'
import { Duty } from '../../duty'

/** The national law, to start from. */
const [FIRST] = PRESETS

/** 发起业主表决: a new one, one from a matter (`?matter=`), or a draft to go on with (`?id=`). */
export default function DraftPage() {
  const { id, matter } = useRouter().params
  return (
    <Duty title="发起业主表决" needs={(can) => can.conveneVote} whose="业主表决由业委会发起">
      {() => (id ? <GoOn id={id} /> : matter ? <FromMatter id={matter} /> : <Anew />)}
    </Duty>
  )
}

function Anew() {
  const now = useNow()
  return <Planning start={newDraft(FIRST.rules, now)} first={null} />
}

function FromMatter({ id }: { id: string }) {
  const now = useNow()
  const matter = useMatter(id)
  return (
    <Loaded title="发起业主表决" query={matter}>
      {({ title }) => (
        <Planning start={{ ...newDraft(FIRST.rules, now), title, matterId: id }} first={null} />
      )}
    </Loaded>
  )
}

function GoOn({ id }: { id: string }) {
  const vote = useDeskVote(id)
  return (
    <Loaded title="发起业主表决" query={vote}>
      {(data) =>
        data.state === 'draft' ? (
          <Planning key={data.id} start={draftOf(data)} first={data} />
        ) : (
          <PageFrame title="发起业主表决">
            <EmptyState
              title="已经公告了，不能再改"
              action={{
                text: '去工作台',
                onPress: () => void Taro.redirectTo({ url: PAGES.voteDesk(data.id) }),
              }}
            />
          </PageFrame>
        )
      }
    </Loaded>
  )
}
