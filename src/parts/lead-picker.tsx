import type { ResponseOf } from '@yishiting/domain/contract'
import { ROLES, type Role } from '@yishiting/domain/people/roles'
import type { RouteCode } from '@yishiting/domain/sort/routes'
import { Field, Picker } from '@/ui'

export type Lead = ResponseOf<'people.leads'>['leads'][number]

/** “物业工程部 · 李明 · 手上 3 件”: who it is and whether he has room for one more. */
export function leadWords(lead: Lead): { label: string; sub: string } {
  const duties = lead.roles.map((role) => ROLES[role]).filter((name) => name !== lead.label)
  const load = lead.openTasks === 0 ? '手上没有事' : `手上 ${lead.openTasks} 件`
  return { label: `${lead.name} · ${lead.label}`, sub: [...duties.slice(0, 2), load].join(' · ') }
}

/** Those who usually take such a matter come first; nobody is left out, and among equals the order stays. */
const USUAL: Partial<Record<RouteCode, readonly Role[]>> = {
  mediation: ['residents_committee', 'helper'],
  property: ['property_manager'],
  whistle: ['department_liaison'],
  utility: ['department_liaison'],
  emergency: ['property_manager', 'department_liaison'],
}

/** The same people, with those first who usually take a matter of this route. */
export function leadsFor(code: RouteCode, leads: readonly Lead[]): Lead[] {
  const usual = USUAL[code] ?? []
  const isUsual = (lead: Lead) => lead.roles.some((role) => usual.includes(role))
  return [...leads.filter(isUsual), ...leads.filter((lead) => !isUsual(lead))]
}

export interface LeadPickerProps {
  id?: string
  /** The question, and what is asked for in a word: “谁来负责？”, “责任人”. */
  ask: string
  label: string
  hint?: string
  leads: readonly Lead[]
  value: string | null
  onChange(id: string): void
  error?: string
}

/** One person to choose, each with how much is already on his hands. */
export const LeadPicker = ({ id, ask, label, hint, leads, value, onChange, error }: LeadPickerProps) => (
  <Field label={ask} hint={hint} error={error}>
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
