import { WHISTLE_GROUNDS, type WhistleGround } from '@yishiting/domain/sort/routes'
import { Choice, Field } from '@/ui'

const GROUNDS = (Object.keys(WHISTLE_GROUNDS) as WhistleGround[]).map((value) => ({
  value,
  label: WHISTLE_GROUNDS[value],
}))

export interface GroundFieldProps {
  value: WhistleGround | null
  onChange(ground: WhistleGround): void
  error?: string
}

/** On which of the three grounds departments are whistled for (吹哨). */
export const GroundField = ({ value, onChange, error }: GroundFieldProps) => (
  <Field label="吹哨的理由" error={error}>
    <Choice id="ground" label="吹哨的理由" options={GROUNDS} value={value} onChange={onChange} />
  </Field>
)
