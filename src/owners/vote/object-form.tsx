import type { VoteView } from '@yishiting/domain/contract/owners'
import { daysBetween, type Instant } from '@yishiting/domain/matter/instant'
import { useState } from 'react'
import { useObject } from '@/api/owners'
import { useErrors } from '@/parts/use-errors'
import { Button, confirm, Field, Notice, Small, Stack, TextArea, toast } from '@/ui'
import { Fold } from '../fold'

const TEXT_MAX = 2000

/** “还剩 3 天”, “今天是最后一天” */
export function daysLeftWords(until: Instant, now: Instant): string {
  const left = daysBetween(now, until)
  return left > 0 ? `还剩 ${left} 天` : '今天是最后一天'
}

/** 提异议: while the period runs; answered in public. */
export function ObjectForm({ vote, until, now }: { vote: VoteView; until: Instant; now: Instant }) {
  const [text, setText] = useState('')
  const object = useObject()
  const { errors, isFine } = useErrors({ text: text.trim() === '' ? '请写明哪里不对。' : undefined })
  const send = async () => {
    if (!isFine()) return
    const sure = await confirm({
      title: '提这条异议？',
      text: '大家都看得到，业委会要公开答复。发出去不能改。',
      ok: '提异议',
    })
    if (sure && (await object.send({ params: { voteId: vote.id }, body: { text: text.trim() } })))
      toast('提出去了，业委会会公开答复', 'ok')
  }
  return (
    <Fold id="object" title={`对结果有异议？${daysLeftWords(until, now)}`}>
      <Stack>
        <Small>大家都看得到，业委会公开答复；都答复了，结果才能确认。</Small>
        <Field label="哪里不对" error={errors.text} value={text} max={TEXT_MAX}>
          <TextArea
            id="object-text"
            label="哪里不对"
            placeholder="例如：我家投了纸质票，凭回执码查不到"
            value={text}
            onChange={setText}
          />
        </Field>
        {object.problem && <Notice tone="warn">{object.problem.message}</Notice>}
        <Button id="object-send" kind="plain" onPress={send}>
          提异议
        </Button>
      </Stack>
    </Fold>
  )
}
