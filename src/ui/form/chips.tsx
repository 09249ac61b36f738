import { ScrollView, View } from '@tarojs/components'
import { aria } from '../aria'
import { names } from '../class-names'
import { Icon } from '../icon'
import { Press } from '../press'
import './chips.scss'

interface Chip<T extends string> {
  value: T
  label: string
  count?: number
}

interface Common<T extends string> {
  /** Each chip is `<id>-<value>`. */
  id?: string
  label: string
  options: readonly Chip<T>[]
  /** In one line that scrolls sideways, instead of wrapping. */
  scroll?: boolean
}

interface One<T extends string> {
  multi?: false
  value: T | null
  /** null when the chosen one is tapped again. */
  onChange(value: NoInfer<T> | null): void
}

interface Many<T extends string> {
  multi: true
  value: readonly T[]
  onChange(value: NoInfer<T>[]): void
}

export type ChipsProps<T extends string> = Common<T> & (One<T> | Many<T>)

const isOn = <T extends string>(props: ChipsProps<T>, value: T): boolean =>
  props.multi ? props.value.includes(value) : props.value === value

const tap = <T extends string>(props: ChipsProps<T>, value: T): void => {
  const on = isOn(props, value)
  if (props.multi)
    props.onChange(on ? props.value.filter((other) => other !== value) : [...props.value, value])
  else props.onChange(on ? null : value)
}

/** Filters: any or one of a few words. What is on has a tick, not only a colour. */
export function Chips<T extends string>(props: ChipsProps<T>) {
  const { id, label, options, scroll, multi } = props
  const chips = (
    <View className={names('chips', scroll && 'chips--line')} {...aria({ role: 'group', label })}>
      {options.map((option) => {
        const on = isOn(props, option.value)
        return (
          <Press
            key={option.value}
            id={id && `${id}-${option.value}`}
            className={names('chips__chip', on && 'chips__chip--on')}
            role={multi ? 'checkbox' : 'radio'}
            checked={on}
            onPress={() => tap(props, option.value)}
          >
            {on && <Icon name="check" size="small" />}
            <View>{option.label}</View>
            {option.count !== undefined && <View className="chips__count">{option.count}</View>}
          </Press>
        )
      })}
    </View>
  )
  if (!scroll) return chips
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="chips-line">
      {chips}
    </ScrollView>
  )
}
