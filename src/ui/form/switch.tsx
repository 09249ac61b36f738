import { View } from '@tarojs/components'
import { names } from '../class-names'
import { Press } from '../press'
import './switch.scss'

export interface SwitchProps {
  id?: string
  label: string
  sub?: string
  checked: boolean
  onChange(on: boolean): void
  disabled?: boolean
}

/** On or off: the whole row is the target. */
export const Switch = ({ id, label, sub, checked, onChange, disabled }: SwitchProps) => (
  <Press
    id={id}
    className={names('switch', checked && 'switch--on')}
    role="switch"
    checked={checked}
    disabled={disabled}
    label={sub ? `${label}，${sub}` : label}
    onPress={() => onChange(!checked)}
  >
    <View className="switch__words">
      <View className="switch__label">{label}</View>
      {sub && <View className="switch__sub">{sub}</View>}
    </View>
    <View className="switch__state">{checked ? '开' : '关'}</View>
    <View className="switch__track">
      <View className="switch__knob" />
    </View>
  </Press>
)
