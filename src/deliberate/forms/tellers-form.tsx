import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { EmptyState, Field, ManyChoice, Notice } from '@/ui'

interface TellersFormProps {
  meeting: MeetingView
  send(personIds: string[]): Promise<unknown>
  problem: string | null
}

/** Two who are here count the raised hands, each on his own screen. */
export function TellersForm({ meeting, send, problem }: TellersFormProps) {
  const here = meeting.attendees.filter(({ checkedIn }) => checkedIn)
  const [chosen, setChosen] = useState<string[]>([...meeting.tellerIds])
  const [error, setError] = useState('')
  const submit = async () => {
    setError(chosen.length === 2 ? '' : '请选两位，一个人数不算。')
    if (chosen.length === 2) await send(chosen)
  }
  return (
    <FormFrame
      title="请计票人"
      about={{ title: meeting.title, text: '有人举手表决时，两位各数各的，数的一样才算。' }}
      main={{ id: 'tellers-submit', text: '请这两位', onPress: submit }}
      problem={problem}
    >
      {here.length === 0 ? (
        <EmptyState title="还没有人签到" text="签到的人里才能请计票人。" />
      ) : (
        <Field label="请哪两位？">
          <ManyChoice
            id="teller"
            label="请哪两位？"
            options={here.map(({ personId, name, label }) => ({
              value: personId,
              label: name ?? label,
              sub: label,
            }))}
            value={chosen}
            onChange={setChosen}
          />
        </Field>
      )}
      {error && <Notice tone="warn">{error}</Notice>}
    </FormFrame>
  )
}
