import type { BodyOf } from '@yishiting/domain/contract'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { TEXT_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { type Lead, LeadPicker, leadsFor } from '@/parts/lead-picker'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { DateTime, Field, Notice, TextArea } from '@/ui'
import { defaultDue } from '../due'
import type { TaskFormProps } from './form-props'

interface AssignFormProps extends TaskFormProps<BodyOf<'act.assign'>> {
  leads: readonly Lead[]
}

/** 派人: one person, what to do, by when; in a redo also somebody else who will check it. */
export function AssignForm({ matter, route, leads, now, send, problem }: AssignFormProps) {
  const isRedo = route.failures > 0
  const [leadId, setLeadId] = useState<string | null>(null)
  const [checkerId, setCheckerId] = useState<string | null>(null)
  const [task, setTask] = useState(route.task ?? '')
  const [dueAt, setDueAt] = useState<number | null>(() => defaultDue(route.code, now))
  const { errors, isFine } = useErrors({
    lead: leadId === null ? '要有一位责任人。' : undefined,
    task: wordsError(task, 'text_required', '请写明要办什么、办到什么样算完。', TEXT_MAX),
    due: dueAt === null || dueAt <= now ? '办完的日期要在现在之后。' : undefined,
    checker: isRedo && checkerId === null ? '返工要请一位没查验过的人来查验。' : undefined,
  })
  const submit = () =>
    isFine() && leadId !== null && dueAt !== null
      ? send({ leadId, task, dueAt: new Date(dueAt).toISOString(), checkerId })
      : undefined
  return (
    <FormFrame
      title="派人办"
      about={{ title: matter.title, text: matter.standing.line }}
      main={{ id: 'assign-submit', text: '派下去', onPress: submit }}
      problem={problem}
    >
      {isRedo && (
        <Notice tone="warn" title="这是返工">
          大家说没办好，要另请一位没查验过的人来查验。
        </Notice>
      )}
      <LeadPicker
        id="assign-lead"
        ask="谁来负责？"
        label="责任人"
        leads={leadsFor(route.code, leads)}
        value={leadId}
        onChange={setLeadId}
        error={errors.lead}
      />
      <Field label="要办什么" error={errors.task} value={task} max={TEXT_MAX}>
        <TextArea
          id="assign-task"
          label="要办什么"
          placeholder="写清楚办到什么样算完"
          value={task}
          onChange={setTask}
        />
      </Field>
      <Field label="什么时候办完" hint="按这类事的时限填好了，可以改" error={errors.due}>
        <DateTime
          id="assign"
          label="什么时候办完"
          value={dueAt}
          onChange={setDueAt}
          min={now}
          max={now + DEFAULT_RULES.dueAtMost}
        />
      </Field>
      {isRedo && (
        <LeadPicker
          id="assign-checker"
          ask="谁来查验？"
          label="查验人"
          hint="不能是办事的人，也不能是上次查验的人"
          leads={leads.filter((lead) => lead.id !== leadId)}
          value={checkerId}
          onChange={setCheckerId}
          error={errors.checker}
        />
      )}
    </FormFrame>
  )
}
