import { useState } from 'react'
import { Field, TextInput } from '@/ui'

interface NumberFieldProps {
  id: string
  label: string
  hint?: string
  error?: string
  value: number
  /** NaN while what is written is no whole number: the step then says what is wrong. */
  onChange(value: number): void
}

const read = (text: string): number => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN)

/** A whole number; what is being typed stays as it is until it is one. */
export function NumberField({ id, label, hint, error, value, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState(String(value))
  const shown = Number.isNaN(value) || read(typed) === value ? typed : String(value)
  return (
    <Field label={label} hint={hint} error={error}>
      <TextInput
        id={id}
        label={label}
        type="number"
        value={shown}
        onChange={(text) => {
          setTyped(text)
          onChange(read(text))
        }}
      />
    </Field>
  )
}
