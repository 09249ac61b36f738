import { useState } from 'react'
import { useClaim } from '@/api/owners'
import { FormFrame } from '@/parts/form-frame'
import { leave, PAGES } from '@/parts/go'
import { useErrors } from '@/parts/use-errors'
import { Field, Small, TextInput, toast } from '@/ui'

const DIGITS = /^\d{3}[\dX]$/

/** 认领房屋: three things that the roll knows too; when they match, the home is mine here. */
export function ClaimForm() {
  const [unitCode, setUnitCode] = useState('')
  const [name, setName] = useState('')
  const [digits, setDigits] = useState('')
  const claim = useClaim()
  // Somebody types a small x, or figures of the full-width keyboard.
  const lastDigits = digits.normalize('NFKC').trim().toUpperCase()
  const { errors, isFine } = useErrors({
    unitCode: unitCode.trim() === '' ? '请写房号。' : undefined,
    name: name.trim() === '' ? '请写姓名。' : undefined,
    lastDigits: DIGITS.test(lastDigits) ? undefined : '请写证件号码或电话的后四位。',
  })
  const send = async () => {
    if (!isFine()) return
    const answer = await claim.send({ body: { unitCode: unitCode.trim(), name: name.trim(), lastDigits } })
    if (!answer) return
    toast(answer.canVote ? '对上了，您可以投票' : '对上了', 'ok')
    leave(PAGES.standing())
  }
  return (
    <FormFrame
      title="认领房屋"
      about={{ title: '和名册对一对', text: '三样都和名册一致，这套房子就是您的票。' }}
      main={{ id: 'claim-send', text: '认领', onPress: send }}
      problem={claim.problem?.message}
    >
      <Field label="房号" hint="例如 3-2-501" error={errors.unitCode}>
        <TextInput id="claim-unit" label="房号" value={unitCode} onChange={setUnitCode} />
      </Field>
      <Field label="业主姓名" hint="和房产证上的一样" error={errors.name}>
        <TextInput id="claim-name" label="业主姓名" value={name} onChange={setName} />
      </Field>
      <Field label="证件号码或电话的后四位" hint="登记在名册里的那个" error={errors.lastDigits}>
        <TextInput id="claim-digits" label="证件号码或电话的后四位" value={digits} onChange={setDigits} />
      </Field>
      <Small>只用来核对，不会保存。对不上几次，当天就不能再试。</Small>
    </FormFrame>
  )
}
