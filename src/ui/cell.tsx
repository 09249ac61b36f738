import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { names } from './class-names'
import { Icon, type IconName } from './icon'
import { Press } from './press'
import './cell.scss'

export interface CellProps {
  id?: string
  label: string
  value?: ReactNode
  /** Said where there is no value yet. */
  placeholder?: string
  onPress?: () => void
  icon?: IconName
  danger?: boolean
}

/** One line: what it is on the left, what it is now on the right, a way in when it can be changed. */
export function Cell({ id, label, value, placeholder, onPress, icon, danger }: CellProps) {
  const inside = (
    <>
      {icon && (
        <View className="cell__icon">
          <Icon name={icon} />
        </View>
      )}
      <View className="cell__label">{label}</View>
      <View className="cell__value">{value ?? placeholder}</View>
      {onPress && <Icon name="right" size="small" />}
    </>
  )
  const look = names('cell', danger && 'cell--danger')
  if (!onPress)
    return (
      <View id={id} className={look}>
        {inside}
      </View>
    )
  const now = typeof value === 'string' ? value : placeholder
  return (
    <Press id={id} className={look} label={now ? `${label}，${now}` : label} onPress={onPress}>
      {inside}
    </Press>
  )
}
