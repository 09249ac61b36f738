import { View } from '@tarojs/components'
import { aria } from '../aria'
import { names } from '../class-names'
import { Press } from '../press'
import type { Option } from './choice'
import './choice.scss'

export interface ManyChoiceProps<T extends string> {
  /** Each option is `<id>-<value>`. */
  id?: string
  /** The question, for a screen reader. */
  label: string
  options: readonly Option<T>[]
  value: readonly T[]
  onChange(value: NoInfer<T>[]): void
}

/** As many as one likes, all the same size and colour: a box marks what is chosen, nothing recommends any. */
export function ManyChoice<T extends string>({ id, label, options, value, onChange }: ManyChoiceProps<T>) {
  return (
    <View className="choice" {...aria({ role: 'group', label })}>
      {options.map((option) => {
        const chosen = value.includes(option.value)
        const others = value.filter((each) => each !== option.value)
        return (
          <Press
            key={option.value}
            id={id && `${id}-${option.value}`}
            className={names('choice__option', chosen && 'choice__option--on')}
            role="checkbox"
            checked={chosen}
            disabled={option.disabled}
            label={option.sub ? `${option.label}，${option.sub}` : option.label}
            onPress={() => onChange(chosen ? others : [...value, option.value])}
          >
            <View className="choice__ring choice__ring--many" />
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
