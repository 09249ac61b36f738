import type { BodyOf } from '@yishiting/domain/contract'
import type { VoteView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { DateTime, Field, Notice, TextArea, TextInput } from '@/ui'
import { newOwner, OwnerLines } from '../roll/owner-lines'

const REASON_MAX = 2000

interface TransferFormProps {
  vote: VoteView
  now: Instant
  send(body: BodyOf<'owners.transfer'>): Promise<unknown>
  problem: string | null
}

/** 房屋转让 while voting is open: the seller's ballot stands if it was cast before, else the buyer votes. */
export function TransferForm({ vote, now, send, problem }: TransferFormProps) {
  const [unitCode, setUnitCode] = useState('')
  const [at, setAt] = useState<number | null>(null)
  const [owners, setOwners] = useState(() => [newOwner()])
  const [reason, setReason] = useState('')
  const { errors, isFine } = useErrors({
    unitCode: unitCode.trim() === '' ? '请写房号。' : undefined,
    at: at === null ? '请选过户的时间。' : at > now ? '过户的时间不能在以后。' : undefined,
    owners:
      owners.length === 0 || owners.some((owner) => owner.name.trim() === '')
        ? '请写新业主的姓名。'
        : undefined,
    reason: reason.trim() === '' ? '请写明凭什么登记。' : undefined,
  })
  const submit = async () => {
    if (!isFine() || at === null) return
    await send({
      unitCode: unitCode.trim(),
      at: new Date(at).toISOString(),
      owners: owners.map(({ name, certificate, phone }) => ({ name: name.trim(), certificate, phone })),
      reason: reason.trim(),
    })
  }
  return (
    <FormFrame
      title="登记过户"
      about={{ title: vote.title, text: vote.line }}
      main={{ id: 'transfer-submit', text: '登记', onPress: submit }}
      problem={problem}
    >
      <Notice>过户之前卖方已经投的票算数；没投的，由买方来投。</Notice>
      <Field label="房号" error={errors.unitCode}>
        <TextInput id="transfer-unit" label="房号" value={unitCode} onChange={setUnitCode} />
      </Field>
      <Field label="什么时候过户的？" hint="以不动产登记的时间为准" error={errors.at}>
        <DateTime id="transfer" label="什么时候过户的？" value={at} onChange={setAt} max={now} />
      </Field>
      <Field label="新业主" error={errors.owners}>
        <OwnerLines owners={owners} onChange={setOwners} />
      </Field>
      <Field label="凭什么登记？" error={errors.reason} value={reason} max={REASON_MAX}>
        <TextArea
          id="transfer-reason"
          label="凭什么登记？"
          rows={2}
          placeholder="例如：看过新的不动产权证"
          value={reason}
          onChange={setReason}
        />
      </Field>
    </FormFrame>
  )
}
