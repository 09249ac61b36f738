import { View } from '@tarojs/components'
import { aria } from '../aria'
import { names } from '../class-names'
import { Press } from '../press'
import './choice.scss'

export interface Option<T extends string> {
  value: T
  label: string
  /** What choosing it means, in words. */
  sub?: string
  disabled?: boolean
}

export interface ChoiceProps<T extends string> {
  /** Each option is `<id>-<value>`. */
  id?: string
  /** The question, for a screen reader. */
  label: string
  options: readonly Option<T>[]
  /** null: nothing chosen yet, and nothing is chosen for the reader. */
  value: T | null
  onChange(value: NoInfer<T>): void
}

/** One of several, all the same size and colour: a ring marks what is chosen, nothing recommends any. */
export function Choice<T extends string>({ id, label, options, value, onChange }: ChoiceProps<T>) {
  return (
    <View className="choice" {...aria({ role: 'radiogroup', label })}>
      {options.map((option) => {
        const chosen = option.value === value
        return (
          <Press
            key={option.value}
            id={id && `${id}-${option.value}`}
            className={names('choice__option', chosen && 'choice__option--on')}
            role="radio"
            checked={chosen}
            disabled={option.disabled}
            label={option.sub ? `${option.label}，${option.sub}` : option.label}
            onPress={() => onChange(option.value)}
          >
            <View className="choice__ring" />
            <View className="choice__words">
              <View className="choice__label">{option.label}</View>
              {option.sub && <View className="choice__sub">{option.sub}</View>}
            </View>
          </Press>
        )
      })}
    </View>
  )
}
