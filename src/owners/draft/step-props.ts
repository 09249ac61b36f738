import type { VoteRules } from '@yishiting/domain/owners/rule-set'
import type { Draft } from './draft'
import type { StepErrors } from './steps'

/** What every step of planning a vote is given. */
export interface StepProps {
  draft: Draft
  errors: StepErrors
  onChange(part: Partial<Draft>): void
}

/** A change of some of the rules, as `onChange` takes it. */
export const withRules = ({ rules }: Draft, part: Partial<VoteRules>): Partial<Draft> => ({
  rules: { ...rules, ...part },
})
