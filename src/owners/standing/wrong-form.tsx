import type { StandingInRoll } from '@yishiting/domain/contract/owners'
import { useState } from 'react'
import { useRollRequest } from '@/api/owners'
import { FormFrame } from '@/parts/form-frame'
import { leave, PAGES } from '@/parts/go'
import { useErrors } from '@/parts/use-errors'
import { Chips, Field, TextArea, TextInput, toast } from '@/ui'
import { ABOUT_OPTIONS, type About } from './words'

const TEXT_MAX = 1000

/** 名册不对: the committee is asked to put it right, and answers. */
export function WrongForm({ standing }: { standing: StandingInRoll }) {
  const [unitCode, setUnitCode] = useState(standing.units[0]?.code ?? '')
  const [about, setAbout] = useState<About | null>(null)
  const [text, setText] = useState('')
  const request = useRollRequest()
  const { errors, isFine } = useErrors({
    about: about === null ? '请选哪里不对。' : undefined,
    text: text.trim() === '' ? '请写明哪里不对。' : undefined,
  })
  const send = async () => {
    if (!isFine() || about === null) return
    const body = { unitCode: unitCode.trim(), about, text: text.trim() }
    if (!(await request.send({ body }))) return
    toast('告诉业委会了，会在这里答复您', 'ok')
    leave(PAGES.standing())
  }
  return (
    <FormFrame
      title="名册不对"
      about={{ title: '请业委会更正', text: '凭房产证等材料核对以后更正，并在这里答复您。' }}
      main={{ id: 'request-send', text: '请他们更正', onPress: send }}
      problem={request.problem?.message}
    >
      <Field label="哪里不对" error={errors.about}>
        <Chips
          id="request-about"
          label="哪里不对"
          options={ABOUT_OPTIONS}
          value={about}
          onChange={setAbout}
        />
      </Field>
      <Field label="房号" hint="例如 3-2-501" optional>
        <TextInput id="request-unit" label="房号" value={unitCode} onChange={setUnitCode} />
      </Field>
      <Field label="怎么不对，应该是什么" error={errors.text} value={text} max={TEXT_MAX}>
        <TextArea
          id="request-text"
          label="怎么不对，应该是什么"
          placeholder="例如：房产证上写的是 89.43 ㎡，名册写成了 83.49 ㎡"
          value={text}
          onChange={setText}
        />
      </Field>
    </FormFrame>
  )
}
