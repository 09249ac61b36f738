import { Field, TextArea } from '@/ui'

export const MINORITY_MAX = 5000

/** Minority views are printed in the minutes (RULES.md §2). */
export const MinorityField = ({ value, onChange }: { value: string; onChange(text: string): void }) => (
  <Field label="少数意见" optional hint="不同意的人怎么说，照原话写进记录" value={value} max={MINORITY_MAX}>
    <TextArea id="minority-views" label="少数意见" rows={3} value={value} onChange={onChange} />
  </Field>
)
