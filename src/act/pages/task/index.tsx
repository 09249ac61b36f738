import { useRouter } from '@tarojs/taro'
import type { MatterView, RouteView } from '@yishiting/domain/contract/speak'
import type { IntentType } from '@yishiting/domain/matter/intents'
import { useState } from 'react'
import {
  useAnswer,
  useAssign,
  useCheck,
  useClaimDone,
  useEscalate,
  useExtend,
  useProgress,
  useStart,
} from '@/api/act'
import { useLeads, useNow } from '@/api/people'
import { useMatter } from '@/api/speak'
import { go, leave, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { staleWords } from '@/parts/stale'
import { EmptyState, PageFrame, toast } from '@/ui'
import { AssignForm } from '../../forms/assign-form'
import { CheckForm } from '../../forms/check-form'
import { DoneForm } from '../../forms/done-form'
import { ExtendForm } from '../../forms/extend-form'
import { ProgressForm } from '../../forms/progress-form'
import { WordsForm } from '../../forms/words-form'
import { TaskViewPage } from '../../parts/task-view'

/** 干事: one task. `?do=` opens the form of one act (claimDone, progress …) as a page of its own. */
export default function Task() {
  const { matter: id = '', route: routeId = '', do: act = '' } = useRouter().params
  const matter = useMatter(id)
  return (
    <Loaded title="要办的事" query={matter}>
      {(data) => {
        const route = data.routeViews.find((each) => each.id === routeId)
        return route ? (
          <Doing matter={data} route={route} act={act} reload={async () => (await matter.refetch()).data} />
        ) : (
          <PageFrame title="要办的事">
            <EmptyState
              title="这件事的去向变了"
              text="可能已经重新分类，请看它现在的样子。"
              action={{ text: '看这件事', onPress: () => go(PAGES.matter(id)) }}
            />
          </PageFrame>
        )
      }}
    </Loaded>
  )
}

interface DoingProps {
  matter: MatterView
  route: RouteView
  act: string
  reload(): Promise<MatterView | undefined>
}

function Doing({ matter, route, act, reload }: DoingProps) {
  const now = useNow()
  const mayAssign = route.can.includes('assign')
  const leads = useLeads(mayAssign).data?.leads ?? []
  const [version, setVersion] = useState(matter.version)
  const start = useStart()
  const [progress, extend, claim, check] = [useProgress(), useExtend(), useClaimDone(), useCheck()]
  const [assign, escalate, answer] = [useAssign(), useEscalate(), useAnswer()]
  const params = { matterId: matter.id, routeId: route.id }

  const finish = async (sent: Promise<MatterView | null>, said: string): Promise<void> => {
    if ((await sent) === null) {
      const newest = await reload()
      if (newest) setVersion(newest.version)
      return
    }
    toast(said, 'ok')
    leave(PAGES.task(matter.id, route.id))
  }
  const can = (wanted: IntentType): boolean => act === wanted && route.can.includes(wanted)
  const problem = [progress, extend, claim, check, assign, escalate, answer].find(
    (write) => write.problem,
  )?.problem
  const form = { matter, route, now, problem: staleWords(problem ?? null, now) ?? problem?.message ?? null }
  const about = { params, ifMatch: version }

  if (can('claimDone')) {
    return (
      <DoneForm {...form} send={(body) => finish(claim.send({ ...about, body }), '报上去了，明天请大家评')} />
    )
  }
  // Reports come and go beside one another: none of them is made stale by another.
  if (can('progress')) {
    return <ProgressForm {...form} send={(body) => finish(progress.send({ params, body }), '报上去了')} />
  }
  if (can('extend')) {
    return <ExtendForm {...form} send={(body) => finish(extend.send({ ...about, body }), '延期了')} />
  }
  if (can('check')) {
    return <CheckForm {...form} send={(body) => finish(check.send({ ...about, body }), '查验完了')} />
  }
  if (can('assign')) {
    return (
      <AssignForm
        {...form}
        leads={leads}
        send={(body) => finish(assign.send({ ...about, body }), '派下去了')}
      />
    )
  }
  if (can('escalate')) {
    return (
      <WordsForm
        {...form}
        act="escalate"
        send={(body) => finish(escalate.send({ ...about, body }), '上报了')}
      />
    )
  }
  if (can('answer')) {
    return (
      <WordsForm {...form} act="answer" send={(body) => finish(answer.send({ ...about, body }), '答复了')} />
    )
  }
  return (
    <TaskViewPage
      matter={matter}
      route={route}
      now={now}
      onStart={async () => {
        if (await start.send({ params })) toast('开始办了，大家会看到', 'ok')
      }}
    />
  )
}
