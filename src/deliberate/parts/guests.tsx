import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { useState } from 'react'
import { useAddGuest } from '@/api/deliberate'
import { Button, Card, Field, Notice, Small, Stack, Switch, TextInput, Title, toast } from '@/ui'

/** Those in the room who have never used the app: on the list by name; who lives here votes by hand. */
export function Guests({ meeting }: { meeting: MeetingView }) {
  const add = useAddGuest()
  const [name, setName] = useState('')
  const [unit, setUnit] = useState('')
  const [isResident, setIsResident] = useState(true)
  const submit = async () => {
    const body = { name, unit, isResident }
    if (!(await add.send({ params: { meetingId: meeting.id }, body }))) return
    setName('')
    setUnit('')
    toast('记上了', 'ok')
  }
  return (
    <Card>
      <Stack gap={3}>
        <Title>没用过议事厅的人</Title>
        <Small>写上名字就算到会；住在这里的举手表决，旁听的不表决。</Small>
        {meeting.guests.map((guest) => (
          <Small key={guest.id}>{`${guest.name ?? ''} ${guest.label}`.trim()}</Small>
        ))}
        <Field label="姓名">
          <TextInput id="guest-name" label="姓名" value={name} onChange={setName} />
        </Field>
        <Field label="房号" hint="例如 3-2-501；旁听的不用写">
          <TextInput id="guest-unit" label="房号" value={unit} onChange={setUnit} />
        </Field>
        <Switch id="guest-resident" label="住在这里" checked={isResident} onChange={setIsResident} />
        {add.problem && <Notice tone="warn">{add.problem.message}</Notice>}
        <Button id="guest-add" kind="plain" onPress={submit}>
          记上
        </Button>
      </Stack>
    </Card>
  )
}
