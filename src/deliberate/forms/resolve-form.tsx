import type { BodyOf } from '@yishiting/domain/contract'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { TEXT_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { defaultDue } from '@/act/due'
import { FormFrame } from '@/parts/form-frame'
import { type Lead, LeadPicker } from '@/parts/lead-picker'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { confirm, DateTime, Field, Switch, TextArea } from '@/ui'
import { countsLine, type ItemFormProps } from './form-props'
import { MINORITY_MAX, MinorityField } from './minority-field'

interface ResolveFormProps extends ItemFormProps<BodyOf<'deliberate.resolve'>> {
  leads: readonly Lead[]
}

/** 形成决议: the motion becomes the resolution, and at once a task for somebody, without writing it twice. */
export function ResolveForm({ item, leads, now, send, problem }: ResolveFormProps) {
  const [resolution, setResolution] = useState(item.motion ?? '')
  const [minority, setMinority] = useState(item.minorityViews)
  const [assign, setAssign] = useState(true)
  const [leadId, setLeadId] = useState<string | null>(null)
  const [dueAt, setDueAt] = useState<number | null>(() => defaultDue('deliberation', now))
  const { errors, isFine } = useErrors({
    resolution: wordsError(resolution, 'resolution_required', '请写明决议的内容。', TEXT_MAX),
    lead: assign && leadId === null ? '请选一位责任人；还没想好就先关掉“直接派人”。' : undefined,
    due: assign && (dueAt === null || dueAt <= now) ? '办完的日期要在现在之后。' : undefined,
  })
  const submit = async () => {
    if (!isFine() || minority.length > MINORITY_MAX) return
    const sure = await confirm({
      title: '形成决议？',
      text: assign ? '决议会公布，同时派给责任人去办，不能收回。' : '决议会公布，不能收回。',
      ok: '形成决议',
    })
    if (!sure) return
    const isTask = assign && leadId !== null && dueAt !== null
    await send({
      resolution,
      minorityViews: minority,
      assign: isTask ? { leadId, dueAt: new Date(dueAt).toISOString() } : null,
    })
  }
  return (
    <FormFrame
      title="形成决议"
      about={{ title: item.matterTitle, text: countsLine(item) }}
      main={{ id: 'resolve-submit', text: assign ? '形成决议并派人' : '形成决议', onPress: submit }}
      problem={problem}
    >
      <Field label="决议" hint="已照动议填好" error={errors.resolution} value={resolution} max={TEXT_MAX}>
        <TextArea id="resolution" label="决议" value={resolution} onChange={setResolution} />
      </Field>
      <MinorityField value={minority} onChange={setMinority} />
      <Switch
        id="assign-now"
        label="直接派人"
        sub="不用再抄一遍，决议就是要办的事"
        checked={assign}
        onChange={setAssign}
      />
      {assign && (
        <>
          <LeadPicker
            id="resolve-lead"
            ask="谁来负责？"
            label="责任人"
            leads={leads}
            value={leadId}
            onChange={setLeadId}
            error={errors.lead}
          />
          <Field label="什么时候办完" hint="按这类事的时限填好了，可以改" error={errors.due}>
            <DateTime
              id="resolve-due"
              label="什么时候办完"
              value={dueAt}
              onChange={setDueAt}
              min={now}
              max={now + DEFAULT_RULES.dueAtMost}
            />
          </Field>
        </>
      )}
    </FormFrame>
  )
}
