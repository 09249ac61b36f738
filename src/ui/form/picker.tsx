import { useState } from 'react'
import { Cell } from '../cell'
import { Sheet } from '../sheet'
import { Choice, type Option } from './choice'

export interface PickerProps<T extends string> {
  /** The row that opens it; each option is `<id>-<value>`. */
  id?: string
  label: string
  options: readonly Option<T>[]
  value: T | null
  onChange(value: NoInfer<T>): void
  placeholder?: string
  disabled?: boolean
}

/**
 * One of a longer list. A sheet of large rows rather than the phone's wheel: it can be read before it is
 * turned, works with a keyboard, and is the same in a browser.
 */
export function Picker<T extends string>({
  id,
  label,
  options,
  value,
  onChange,
  placeholder = '请选择',
  disabled,
}: PickerProps<T>) {
  const [open, setOpen] = useState(false)
  const chosen = options.find((option) => option.value === value)
  return (
    <>
      <Cell
        id={id}
        label={label}
        value={chosen?.label}
        placeholder={placeholder}
        onPress={disabled ? undefined : () => setOpen(true)}
      />
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <Choice
          id={id}
          label={label}
          options={options}
          value={value}
          onChange={(next) => {
            onChange(next)
            setOpen(false)
          }}
        />
      </Sheet>
    </>
  )
}
