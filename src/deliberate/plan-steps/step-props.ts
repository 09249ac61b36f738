import type { Instant } from '@yishiting/domain/matter/instant'
import type { Plan, PlanErrors } from '../plan'

/** What every step of planning a meeting is given. */
export interface StepProps {
  plan: Plan
  errors: PlanErrors
  now: Instant
  onChange(change: Partial<Plan>): void
}
