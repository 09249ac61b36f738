import type { BodyOf } from '@yishiting/domain/contract'
import { ROUTES, type RouteCode, type WhistleGround } from '@yishiting/domain/sort/routes'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { GroundField } from '@/parts/ground-field'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { Choice, confirm, Field, TextArea, TextInput } from '@/ui'
import { countsLine, type ItemFormProps } from './form-props'
import { MINORITY_MAX, MinorityField } from './minority-field'

/** Where a meeting can send a matter on, and who usually takes it there. */
const TARGETS: { code: RouteCode; whereTo: string }[] = [
  { code: 'owners', whereTo: '业委会' },
  { code: 'residents', whereTo: '居委会' },
  { code: 'property', whereTo: '物业' },
  { code: 'whistle', whereTo: '' },
  { code: 'utility', whereTo: '' },
  { code: 'elsewhere', whereTo: '' },
]
const OPTIONS = TARGETS.map(({ code }) => ({ value: code, label: ROUTES[code].name, sub: ROUTES[code].hint }))

/** 转办: to whom, why; what the meeting itself cannot settle is never simply dropped. */
export function ReferForm({ item, send, problem }: ItemFormProps<BodyOf<'deliberate.refer'>>) {
  const [to, setTo] = useState<RouteCode | null>(null)
  const [whereTo, setWhereTo] = useState('')
  const [ground, setGround] = useState<WhistleGround | null>(null)
  const [reason, setReason] = useState('')
  const [minority, setMinority] = useState(item.minorityViews)
  const choose = (code: RouteCode) => {
    const usual = TARGETS.map((target) => target.whereTo).filter(Boolean)
    // What somebody has written himself stays; what was put in for him goes with the choice.
    if (whereTo === '' || usual.includes(whereTo)) {
      setWhereTo(TARGETS.find((target) => target.code === code)?.whereTo ?? '')
    }
    setTo(code)
  }
  const { errors, isFine } = useErrors({
    to: to === null ? '请选一条去向。' : undefined,
    ground: to === 'whistle' && ground === null ? '吹哨要写明是哪一种理由。' : undefined,
    whereTo: wordsError(whereTo, 'where_to_required', '转办要写明转给谁。'),
    reason: wordsError(reason, 'reason_required', '转办要写明原因。'),
  })
  const submit = async () => {
    if (!isFine() || to === null || minority.length > MINORITY_MAX) return
    const sure = await confirm({
      title: `转给${whereTo}？`,
      text: '转出去以后由那边答复，大家看得到。',
      ok: '转办',
    })
    if (sure)
      await send({ to, whereTo, ground: to === 'whistle' ? ground : null, reason, minorityViews: minority })
  }
  return (
    <FormFrame
      title="转办"
      about={{ title: item.matterTitle, text: countsLine(item) }}
      main={{ id: 'refer-submit', text: '转办', onPress: submit }}
      problem={problem}
    >
      <Field label="转到哪里？" error={errors.to}>
        <Choice id="refer" label="转到哪里？" options={OPTIONS} value={to} onChange={choose} />
      </Field>
      {to === 'whistle' && <GroundField value={ground} onChange={setGround} error={errors.ground} />}
      <Field label="转给谁？" error={errors.whereTo}>
        <TextInput
          id="refer-where"
          label="转给谁？"
          placeholder="例如：区消防救援大队"
          value={whereTo}
          onChange={setWhereTo}
        />
      </Field>
      <Field label="为什么转？" error={errors.reason} value={reason} max={REASON_MAX}>
        <TextArea id="refer-reason" label="为什么转？" value={reason} onChange={setReason} />
      </Field>
      <MinorityField value={minority} onChange={setMinority} />
    </FormFrame>
  )
}
