import { Card, Choice, Field, Stack } from '@/ui'
import type { YesNo } from '../answers'

export interface QuestionProps {
  id: string
  ask: string
  yes: string
  no: string
  value: YesNo | null
  onChange(value: YesNo): void
  error?: string
}

/** One of the three questions: two answers of the same size, nothing chosen for the reader. */
export const Question = ({ id, ask, yes, no, value, onChange, error }: QuestionProps) => (
  <Card>
    <Field label={ask} error={error}>
      <Stack gap={2}>
        <Choice
          id={id}
          label={ask}
          options={[
            { value: 'yes', label: yes },
            { value: 'no', label: no },
          ]}
          value={value}
          onChange={onChange}
        />
      </Stack>
    </Field>
  </Card>
)
