import { useRouter } from '@tarojs/taro'
import type { MatterView } from '@yishiting/domain/contract/speak'
import { useState } from 'react'
import { useLeads, useNow } from '@/api/people'
import { useMerge, useReturn, useReview, useSort, useSplit } from '@/api/sort'
import { useMatter } from '@/api/speak'
import { go, leave, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { staleWords } from '@/parts/stale'
import { toast } from '@/ui'
import { Decided } from '../../parts/decided'
import { MergeForm } from '../../parts/merge-form'
import { ReturnForm } from '../../parts/return-form'
import { ReviewForm } from '../../parts/review-form'
import { SortForm } from '../../parts/sort-form'
import { SplitForm } from '../../parts/split-form'

/** 理事: one matter decided about. `?do=` return, merge or split opens that form instead of sorting. */
export default function Decide() {
  const { id = '', do: act = '' } = useRouter().params
  const matter = useMatter(id)
  return (
    <Loaded title="理一理" query={matter}>
      {(data) => (
        <Deciding key={data.id} matter={data} act={act} reload={async () => (await matter.refetch()).data} />
      )}
    </Loaded>
  )
}

interface DecidingProps {
  matter: MatterView
  act: string
  reload(): Promise<MatterView | undefined>
}

function Deciding({ matter, act, reload }: DecidingProps) {
  const now = useNow()
  const leads = useLeads(matter.can.includes('sort')).data?.leads ?? []
  const [sort, sendBack, merge, split, review] = [useSort(), useReturn(), useMerge(), useSplit(), useReview()]
  // The version that was decided about: a refetch behind the form must not hide that somebody was faster.
  const [version, setVersion] = useState(matter.version)
  const about = { params: { matterId: matter.id }, ifMatch: version }

  /** Says what was done and goes back; when somebody was faster, the newest is read and what he did is said. */
  const finish = async (answer: Promise<MatterView | null>, said: string): Promise<void> => {
    if ((await answer) === null) {
      const newest = await reload()
      if (newest) setVersion(newest.version)
      return
    }
    toast(said, 'ok')
    leave(PAGES.queue())
  }
  const problem = [sort, sendBack, merge, split, review].find((write) => write.problem)?.problem ?? null
  const stale = staleWords(problem, now)
  const form = { matter, now, problem: stale ?? problem?.message ?? null }

  if (matter.can.includes('review')) {
    return <ReviewForm {...form} send={(body) => finish(review.send({ ...about, body }), '复核完了')} />
  }
  if (!matter.can.includes('sort')) return <Decided matter={matter} now={now} stale={stale} />
  if (act === 'return') {
    return <ReturnForm {...form} send={(body) => finish(sendBack.send({ ...about, body }), '退回了')} />
  }
  if (act === 'merge') {
    return <MergeForm {...form} send={(body) => finish(merge.send({ ...about, body }), '并过去了')} />
  }
  if (act === 'split') {
    return <SplitForm {...form} send={(body) => finish(split.send({ ...about, body }), '拆开了')} />
  }
  return (
    <SortForm
      matter={matter}
      now={now}
      leads={leads}
      send={(body) => finish(sort.send({ ...about, body }), '分好了')}
      problem={sort.problem}
      stale={stale}
      onOther={(decision) => go(PAGES.decide(matter.id, decision))}
    />
  )
}
