import type { TaskView } from '@yishiting/domain/contract/act'
import { useState } from 'react'
import { useTasks } from '@/api/act'
import { useNow } from '@/api/people'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { go, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { More } from '@/parts/more'
import { Chips, EmptyState, Heading, OfflineBar, PageFrame } from '@/ui'
import { TaskCard } from '../../parts/task-card'

type Scope = 'mine' | 'all'
const SCOPES: { value: Scope; label: string }[] = [
  { value: 'mine', label: '我要办的' },
  { value: 'all', label: '全部' },
]

const isLate = (task: TaskView): boolean => task.route.overdueText !== ''

/** 干事: what is to be done, the overdue first. */
export default function Tasks() {
  const [scope, setScope] = useState<Scope>('mine')
  const tasks = useTasks(scope)
  const now = useNow()
  useFreshOnShow(tasks)
  usePullToRefresh(tasks)
  return (
    <Loaded title="要办的事" skeleton="card" query={tasks}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.tasks)
        const late = all.filter(isLate)
        const rest = all.filter((task) => !isLate(task))
        const cards = (list: TaskView[]) =>
          list.map((task) => (
            <TaskCard
              key={task.route.id}
              task={task}
              now={now}
              mine={scope === 'mine'}
              onOpen={() => go(PAGES.task(task.matterId, task.route.id))}
            />
          ))
        return (
          <PageFrame title="要办的事" banner={<OfflineBar />}>
            <Chips
              id="scope"
              label="看哪些"
              options={SCOPES}
              value={scope}
              onChange={(next) => setScope(next ?? scope)}
            />
            {all.length === 0 && (
              <EmptyState
                title={scope === 'mine' ? '没有要您办的事' : '没有在办的事'}
                text="派给您的事会排在这里，逾期的在最前面。"
                action={scope === 'mine' ? { text: '看看全部', onPress: () => setScope('all') } : undefined}
              />
            )}
            {late.length > 0 && <Heading aside="先办这些">{`逾期 ${late.length} 件`}</Heading>}
            {cards(late)}
            {rest.length > 0 && <Heading>{late.length > 0 ? '别的事' : `${rest.length} 件在办`}</Heading>}
            {cards(rest)}
            {all.length > 0 && <More query={tasks} end="就这些了" />}
          </PageFrame>
        )
      }}
    </Loaded>
  )
}
