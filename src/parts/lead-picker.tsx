import type { ResponseOf } from '@yishiting/domain/contract'
import { ROLES } from '@yishiting/domain/people/roles'
import { Field, Picker } from '@/ui'

export type Lead = ResponseOf<'people.leads'>['leads'][number]

/** “物业工程部 · 李明 · 手上 3 件”: who it is and whether he has room for one more. */
export function leadWords(lead: Lead): { label: string; sub: string } {
  const duties = lead.roles.map((role) => ROLES[role]).filter((name) => name !== lead.label)
  const load = lead.openTasks === 0 ? '手上没有事' : `手上 ${lead.openTasks} 件`
  return { label: `${lead.name} · ${lead.label}`, sub: [...duties.slice(0, 2), load].join(' · ') }
}

export interface LeadPickerProps {
  id?: string
  label: string
  hint?: string
  optional?: boolean
  leads: readonly Lead[]
  value: string | null
  onChange(id: string): void
  error?: string
}

/** One person to choose, each with how much is already on his hands. */
export const LeadPicker = ({ id, label, hint, optional, leads, value, onChange, error }: LeadPickerProps) => (
  <Field label={label} hint={hint} optional={optional} error={error}>
    <Picker
      id={id}
      label={label}
      placeholder="请选一位"
      options={leads.map((lead) => ({ value: lead.id, ...leadWords(lead) }))}
      value={value}
      onChange={onChange}
    />
  </Field>
)
