import Taro, { useRouter, useShareAppMessage } from '@tarojs/taro'
import type { Totals } from '@yishiting/domain/owners/totals'
import { useState } from 'react'
import { useOwnersVote } from '@/api/owners'
import { PAGES } from '@/parts/go'
import { Button, PageFrame, Skeleton, toast } from '@/ui'
import { formOf } from '../../calculate/from-vote'
import { EMPTY, isEmpty, type NoticeForm, type Read, readNotice } from '../../calculate/notice'
import { NoticeFigures } from '../../calculate/notice-form'
import { Verdict } from '../../calculate/verdict'

/** 算一算: open to everybody, also to whoever is not signed in; hence no gate. With `?vote=&item=` the figures of a published result. */
export default function Calculate() {
  const { vote: voteId = '', item: itemId } = useRouter().params
  const vote = useOwnersVote(voteId)
  useShareAppMessage(() => ({ title: '这次表决算不算通过？算一算', path: PAGES.calculate() }))
  if (vote.isLoading)
    return (
      <PageFrame title="算一算">
        <Skeleton kind="page" />
      </PageFrame>
    )
  const item = vote.data?.result?.items.find((each) => each.itemId === itemId)
  return <Calculating start={(item && vote.data && formOf(item, vote.data.rules)) ?? EMPTY} />
}

/** Nothing leaves the phone: the engine of the count runs here. */
function Calculating({ start }: { start: NoticeForm }) {
  const [form, setForm] = useState(start)
  const [errors, setErrors] = useState<Read['errors']>({})
  const [totals, setTotals] = useState<Totals | null>(null)
  const turn = (next: Totals | null) => {
    setTotals(next)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const work = () => {
    if (isEmpty(form)) return toast('先照公告填几个数', 'late')
    const read = readNotice(form)
    setErrors(read.errors)
    if (read.totals) turn(read.totals)
    else toast('有的数看不懂，看看红字', 'late')
  }
  const act = totals ? (
    <Button id="calc-back" kind="plain" onPress={() => turn(null)}>
      改数字
    </Button>
  ) : (
    <Button id="calc-go" onPress={work}>
      算一算
    </Button>
  )
  return (
    <PageFrame title="算一算" actions={act}>
      {totals ? (
        <Verdict form={form} totals={totals} />
      ) : (
        <NoticeFigures form={form} errors={errors} onChange={setForm} />
      )}
    </PageFrame>
  )
}
