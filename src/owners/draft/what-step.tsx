import { Field, TextArea, TextInput } from '@/ui'
import type { StepProps } from './step-props'

const TITLE_MAX = 60
const WHY_MAX = 5000
const CONTACT_MAX = 100

/** What it is about, why now, and whom to ask: what a neighbour reads first. */
export const WhatStep = ({ draft, errors, onChange }: StepProps) => (
  <>
    <Field label="标题" error={errors.title} value={draft.title} max={TITLE_MAX}>
      <TextInput
        id="draft-title"
        label="标题"
        placeholder="例如：3 号楼 2 单元加装电梯"
        value={draft.title}
        onChange={(title) => onChange({ title })}
      />
    </Field>
    <Field
      label="为什么要表决？"
      hint="来龙去脉、花多少钱、钱从哪来、不做会怎样；好处坏处都写"
      error={errors.why}
      value={draft.why}
      max={WHY_MAX}
    >
      <TextArea
        id="draft-why"
        label="为什么要表决？"
        rows={6}
        value={draft.why}
        onChange={(why) => onChange({ why })}
      />
    </Field>
    <Field
      label="不明白的问谁？"
      hint="写称呼和电话，大家都看得到"
      error={errors.contact}
      value={draft.contact}
      max={CONTACT_MAX}
    >
      <TextInput
        id="draft-contact"
        label="不明白的问谁？"
        placeholder="例如：业委会值班电话"
        value={draft.contact}
        onChange={(contact) => onChange({ contact })}
      />
    </Field>
  </>
)
