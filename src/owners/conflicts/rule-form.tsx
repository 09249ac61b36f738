import type { BodyOf } from '@yishiting/domain/contract'
import type { ConflictLineView, VoteView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import type { Mark } from '@yishiting/domain/owners/ballot'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { Choice, confirm, Field, Heading, TextArea } from '@/ui'
import { areaWords, marksOf, markWords } from '../words'
import { BallotsInConflict } from './conflict-card'

const REASON_MAX = 2000
const VOID = 'void'

interface RuleFormProps {
  conflict: ConflictLineView
  options: VoteView['items'][number]['options']
  now: Instant
  send(body: BodyOf<'owners.rule'>): Promise<unknown>
  problem: string | null
}

/** 认定: which of the marks counts, or none, and why. The result is published with and without it. */
export function RuleForm({ conflict, options, now, send, problem }: RuleFormProps) {
  const marks = marksOf(conflict)
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const { errors, isFine } = useErrors({
    mark: chosen === null ? '请选哪一个算数，或者都不算。' : undefined,
    reason: reason.trim() === '' ? '请写明理由，会和结果一起留存。' : undefined,
  })
  const mark: Mark | typeof VOID | undefined = chosen === VOID ? VOID : marks[Number(chosen)]
  const submit = async () => {
    if (!isFine() || chosen === null || mark === undefined) return
    const words = mark === VOID ? '这几张都不算' : `算“${markWords(mark, options)}”`
    const sure = await confirm({
      title: `${conflict.unitCodes.join('、')}，${words}？`,
      text: '公布结果时，认定以后的和不认定的两种结果都会写出来。',
      ok: '认定',
    })
    const { keyNo, itemId } = conflict
    const wire = typeof mark === 'string' ? mark : [...mark]
    if (sure) await send({ keyNo, itemId, mark: wire, reason: reason.trim() })
  }
  return (
    <FormFrame
      title="认定"
      about={{
        title: conflict.unitCodes.join('、'),
        text: `${conflict.itemTitle} · 1 人、${areaWords(conflict.area)} · ${conflict.why}`,
      }}
      main={{ id: 'rule-submit', text: '认定', onPress: submit }}
      problem={problem}
    >
      <Heading>收到的票</Heading>
      <BallotsInConflict conflict={conflict} options={options} now={now} />
      <Field label="哪一个算数？" error={errors.mark}>
        <Choice
          id="rule"
          label="哪一个算数？"
          options={[
            ...marks.map((each, at) => ({
              value: String(at),
              label: `算“${markWords(each, options)}”`,
              sub: '这一户的意见按这个算',
            })),
            { value: VOID, label: '都不算', sub: '这一户不算参加，也不算同意' },
          ]}
          value={chosen}
          onChange={setChosen}
        />
      </Field>
      <Field label="理由" error={errors.reason} value={reason} max={REASON_MAX}>
        <TextArea
          id="rule-reason"
          label="理由"
          placeholder="例如：两遍录入不一致，照片上清楚地勾着“不同意”"
          value={reason}
          onChange={setReason}
        />
      </Field>
    </FormFrame>
  )
}
