import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { names } from '../class-names'
import { countOf } from './count'
import './field.scss'

export interface FieldProps {
  label: string
  /** What to write here, before anything has gone wrong. */
  hint?: string
  /** What is wrong and how to put it right. */
  error?: string
  optional?: boolean
  /** With `max`: shows how much has been written, by code points. */
  value?: string
  max?: number
  children?: ReactNode
}

/** The words around an input: what it is above, what is wrong and how long it is below. */
export function Field({ label, hint, error, optional, value, max, children }: FieldProps) {
  const count = countOf(value ?? '')
  const over = max === undefined ? 0 : count - max
  const wrong = error ?? (over > 0 ? `多了 ${over} 个字，请删短一些` : undefined)
  return (
    <View className={names('field', wrong && 'field--wrong')}>
      <View className="field__label">
        {label}
        {optional && <View className="field__optional">（可不填）</View>}
      </View>
      {hint && <View className="field__hint">{hint}</View>}
      {children}
      <View className="field__foot">
        <View
          className={names('field__error', wrong && 'field__error--said')}
          {...aria({ role: 'alert', live: 'polite' })}
        >
          {wrong}
        </View>
        {max !== undefined && (
          <View
            className={names('field__count', over > 0 && 'field__count--over')}
          >{`${count} / ${max}`}</View>
        )}
      </View>
    </View>
  )
}
