import type { BodyOf } from '@yishiting/domain/contract'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import type { Instant } from '@yishiting/domain/matter/instant'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { confirm, DateTime, Field, Stack, TextArea, TextInput } from '@/ui'

interface ChangeFormProps {
  meeting: MeetingView
  now: Instant
  send(body: BodyOf<'deliberate.change'>): Promise<unknown>
  problem: string | null
}

/** After the notice: what is changed stands beside what it was, with the reason, and everybody invited is told. */
export function ChangeForm({ meeting, now, send, problem }: ChangeFormProps) {
  const [startsAt, setStartsAt] = useState(Date.parse(meeting.startsAt))
  const [place, setPlace] = useState(meeting.place)
  const [mapNote, setMapNote] = useState(meeting.mapNote)
  const [notice, setNotice] = useState(meeting.notice)
  const [reason, setReason] = useState('')
  const { errors, isFine } = useErrors({
    reason: wordsError(reason, 'reason_required', '请写为什么改，大家会看到。'),
  })
  const submit = async () => {
    if (!isFine()) return
    const sure = await confirm({
      title: '改这次通知？',
      text: '改了什么、为什么，会告诉请到的每一个人。',
      ok: '改',
    })
    if (!sure) return
    await send({
      ...(startsAt === Date.parse(meeting.startsAt) ? {} : { startsAt: new Date(startsAt).toISOString() }),
      ...(place === meeting.place ? {} : { place }),
      ...(mapNote === meeting.mapNote ? {} : { mapNote }),
      ...(notice === meeting.notice ? {} : { notice }),
      reason,
    })
  }
  return (
    <FormFrame
      title="改通知"
      about={{ title: meeting.title }}
      main={{ id: 'change-submit', text: '改好，告诉大家', onPress: submit }}
      problem={problem}
    >
      <Stack gap={4}>
        <Field label="什么时候？">
          <DateTime id="change-at" label="什么时候？" value={startsAt} onChange={setStartsAt} min={now} />
        </Field>
        <Field label="在哪里？">
          <TextInput id="change-place" label="在哪里？" value={place} onChange={setPlace} />
        </Field>
        <Field label="怎么走？" hint="例如：从 3 号楼东门进，上二楼">
          <TextInput id="change-map" label="怎么走？" value={mapNote} onChange={setMapNote} />
        </Field>
        <Field label="说明">
          <TextArea id="change-notice" label="说明" value={notice} onChange={setNotice} />
        </Field>
        <Field label="为什么改？" error={errors.reason} value={reason} max={REASON_MAX}>
          <TextArea id="change-reason" label="为什么改？" value={reason} onChange={setReason} />
        </Field>
      </Stack>
    </FormFrame>
  )
}
