import { Input, Textarea } from '@tarojs/components'
import type { CSSProperties } from 'react'
import { namedField } from '../aria'
import { names } from '../class-names'
import './text-input.scss'

interface Common {
  id?: string
  value: string
  onChange(text: string): void
  /** For a screen reader; the same words as the Field's. */
  label: string
  placeholder?: string
  error?: boolean | string
  disabled?: boolean
}

export interface TextInputProps extends Common {
  type?: 'text' | 'number' | 'digit' | 'tel'
  /** The keyboard's own “done”. */
  onDone?: () => void
}

// Taro counts UTF-16 units and would cut 𠮷 in two: the Field counts, nothing is cut off.
const NO_LIMIT = -1

/** WeChat has a number pad of its own for phone numbers; a browser knows `tel`. */
const keyboard = (type: NonNullable<TextInputProps['type']>) =>
  type === 'tel' && process.env.TARO_ENV === 'weapp' ? 'number' : type

/** One line of text. */
export function TextInput({
  id,
  value,
  onChange,
  label,
  placeholder,
  type = 'text',
  error,
  disabled,
  onDone,
}: TextInputProps) {
  return (
    <Input
      id={id}
      className={names('input', error && 'input--wrong')}
      value={value}
      type={keyboard(type) as 'text'}
      placeholder={placeholder}
      placeholderClass="input__placeholder"
      maxlength={NO_LIMIT}
      disabled={disabled}
      onInput={(event) => onChange(event.detail.value)}
      onConfirm={() => onDone?.()}
      {...namedField(label)}
    />
  )
}

/** Several lines of text; grows with what is written. */
export function TextArea({
  id,
  value,
  onChange,
  label,
  placeholder,
  rows = 4,
  error,
  disabled,
}: Common & { rows?: number }) {
  return (
    <Textarea
      id={id}
      className={names('input', 'input--area', error && 'input--wrong')}
      style={{ '--rows': String(rows) } as CSSProperties}
      value={value}
      placeholder={placeholder}
      placeholderClass="input__placeholder"
      maxlength={NO_LIMIT}
      autoHeight
      disabled={disabled}
      disableDefaultPadding
      cursorSpacing={96}
      onInput={(event) => onChange(event.detail.value)}
      {...namedField(label)}
    />
  )
}
