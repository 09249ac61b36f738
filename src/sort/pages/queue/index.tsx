import { BRANCH_ROLES } from '@yishiting/domain/people/roles'
import { useMyPlace } from '@/api/people'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { useAcknowledge, useQueue } from '@/api/sort'
import { go, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { More } from '@/parts/more'
import { EmptyState, Heading, OfflineBar, PageFrame, toast } from '@/ui'
import { QueueCard } from '../../parts/queue-card'

/** 理事: what waits to be sorted or looked at again, the longest waiting first. */
export default function Queue() {
  const queue = useQueue()
  const acknowledge = useAcknowledge()
  const mySorting = useMyPlace()?.roles.some((role) => BRANCH_ROLES.includes(role)) ?? false
  useFreshOnShow(queue)
  usePullToRefresh(queue)

  const take = async (matterId: string) => {
    if (await acknowledge.send({ params: { matterId } })) toast('接件了，报事的人会收到消息', 'ok')
  }
  return (
    <Loaded title="待理的事" skeleton="card" query={queue}>
      {({ pages }) => {
        const matters = pages.flatMap((page) => page.matters)
        const total = pages[0]?.total ?? 0
        const late = matters.filter((matter) => matter.standing.overdueText !== '').length
        return (
          <PageFrame title="待理的事" banner={<OfflineBar />}>
            {matters.length === 0 ? (
              <EmptyState
                title="都理完了"
                text="有新的事，会马上排在这里。"
                action={{ text: '看看要办的事', onPress: () => go(PAGES.tasks()) }}
              />
            ) : (
              <>
                <Heading
                  aside={late > 0 ? `其中 ${late} 件逾期` : '等得最久的在前'}
                >{`${total} 件在等`}</Heading>
                {matters.map((matter) => (
                  <QueueCard
                    key={matter.id}
                    matter={matter}
                    onOpen={() => go(PAGES.decide(matter.id))}
                    onAcknowledge={mySorting ? () => take(matter.id) : undefined}
                  />
                ))}
                <More query={queue} end="就这些了" />
              </>
            )}
          </PageFrame>
        )
      }}
    </Loaded>
  )
}
