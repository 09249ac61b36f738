import type { TaskView } from '@yishiting/domain/contract/act'
import { useState } from 'react'
import { useTasks } from '@/api/act'
import { useNow } from '@/api/people'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { go, PAGES } from '@/parts/go'
import { Answer } from '@/parts/loaded'
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
  useFreshOnShow(tasks)
  usePullToRefresh(tasks)
  return (
    <PageFrame title="要办的事" banner={<OfflineBar />}>
      <Chips
        id="scope"
        label="看哪些"
        options={SCOPES}
        value={scope}
        onChange={(next) => setScope(next ?? scope)}
      />
      <Answer query={tasks}>
        {({ pages }) => (
          <>
            <TaskList
              tasks={pages.flatMap((page) => page.tasks)}
              mine={scope === 'mine'}
              onAll={() => setScope('all')}
            />
            {pages[0]?.tasks.length !== 0 && <More query={tasks} end="就这些了" />}
          </>
        )}
      </Answer>
    </PageFrame>
  )
}

/** The overdue under a heading of their own, then the rest as they fall due. */
function TaskList({ tasks, mine, onAll }: { tasks: TaskView[]; mine: boolean; onAll(): void }) {
  const now = useNow()
  const late = tasks.filter(isLate)
  const rest = tasks.filter((task) => !isLate(task))
  const cards = (list: TaskView[]) =>
    list.map((task) => (
      <TaskCard
        key={task.route.id}
        task={task}
        now={now}
        mine={mine}
        onOpen={() => go(PAGES.task(task.matterId, task.route.id))}
      />
    ))
  if (tasks.length === 0) {
    return (
      <EmptyState
        title={mine ? '没有要您办的事' : '没有在办的事'}
        text="派给您的事会排在这里，逾期的在最前面。"
        action={mine ? { text: '看看全部', onPress: onAll } : undefined}
      />
    )
  }
  return (
    <>
      {late.length > 0 && <Heading aside="先办这些">{`逾期 ${late.length} 件`}</Heading>}
      {cards(late)}
      {rest.length > 0 && <Heading>{late.length > 0 ? '别的事' : `${rest.length} 件在办`}</Heading>}
      {cards(rest)}
    </>
  )
}
