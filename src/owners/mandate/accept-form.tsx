import type { VoteView } from '@yishiting/domain/contract/owners'
import { useState } from 'react'
import { useAcceptMandate } from '@/api/owners'
import { FormFrame } from '@/parts/form-frame'
import { leave, PAGES } from '@/parts/go'
import { useErrors } from '@/parts/use-errors'
import { Field, Small, TextInput, toast } from '@/ui'

const CODE = /^\d{6}$/

/** 别人委托我投: the owner's six figures make me his proxy. */
export function AcceptForm({ vote }: { vote: VoteView }) {
  const [typed, setTyped] = useState('')
  const accept = useAcceptMandate()
  const code = typed.normalize('NFKC').replace(/\s/g, '')
  const { errors, isFine } = useErrors({ code: CODE.test(code) ? undefined : '委托码是六位数字。' })
  const send = async () => {
    if (!isFine() || !(await accept.send({ params: { voteId: vote.id }, body: { code } }))) return
    toast('接受了，您可以替他投票', 'ok')
    leave(PAGES.vote(vote.id))
  }
  return (
    <FormFrame
      title="接受委托"
      about={{ title: vote.title, text: '业主写了委托书、拍了照，会有一个六位码告诉您。' }}
      main={{ id: 'mandate-accept', text: '接受委托', onPress: send }}
      problem={accept.problem?.message}
    >
      <Field label="六位码" error={errors.code}>
        <TextInput
          id="mandate-code"
          type="number"
          label="六位码"
          placeholder="六位数字"
          value={typed}
          onChange={setTyped}
          onDone={send}
        />
      </Field>
      <Small>
        {`这次表决里，一个人最多受 ${vote.rules.mandatesPerProxy} 位业主委托。`}
        {vote.rules.propertyStaffMayProxy ? '' : '物业人员不能受托。'}
      </Small>
    </FormFrame>
  )
}
