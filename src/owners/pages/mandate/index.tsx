import { useRouter } from '@tarojs/taro'
import type { VoteView } from '@yishiting/domain/contract/owners'
import { useOwnersVote } from '@/api/owners'
import { useNow } from '@/api/people'
import { leave, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { EmptyState, PageFrame } from '@/ui'
import { AcceptForm } from '../../mandate/accept-form'
import { GivenPage } from '../../mandate/given-page'
import { GrantForm } from '../../mandate/grant-form'

/** 委托 `?id=&key=`: give one for this key, or see the one given. Without a key: accept somebody else's by its code. */
export default function Mandates() {
  const { id = '', key } = useRouter().params
  const vote = useOwnersVote(id)
  return (
    <Loaded title="委托投票" query={vote}>
      {(data) => (key ? <Giving vote={data} keyNo={Number(key)} /> : <AcceptForm vote={data} />)}
    </Loaded>
  )
}

const isGoing = ({ state }: VoteView): boolean => state === 'noticed' || state === 'open'

function Giving({ vote, keyNo }: { vote: VoteView; keyNo: number }) {
  const now = useNow()
  const right = vote.rights.find((each) => each.keyNo === keyNo && each.capacity !== 'proxy')
  if (right?.mandate) return <GivenPage vote={vote} right={right} mandate={right.mandate} now={now} />
  if (right && right.receipt === null && isGoing(vote)) {
    return <GrantForm vote={vote} right={right} now={now} />
  }
  return (
    <PageFrame title="委托投票">
      <EmptyState
        title="现在不能委托"
        text={
          right?.receipt ? '您已经投过了，不用再委托。' : right?.whyNot || '只有业主本人能委托自己的这一户。'
        }
        action={{ text: '看这次表决', onPress: () => leave(PAGES.vote(vote.id)) }}
      />
    </PageFrame>
  )
}
