import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { names } from './class-names'
import { Press } from './press'
import './card.scss'

export interface CardProps {
  id?: string
  onPress?: () => void
  /** For a screen reader, when the whole card is a button. */
  label?: string
  tight?: boolean
  tone?: 'plain' | 'brand' | 'danger'
  children?: ReactNode
}

/** A white box on the paper; tappable as a whole when it has somewhere to go. */
export function Card({ id, onPress, label, tight, tone = 'plain', children }: CardProps) {
  const look = names('card', tight && 'card--tight', tone !== 'plain' && `card--${tone}`)
  if (!onPress)
    return (
      <View id={id} className={look}>
        {children}
      </View>
    )
  return (
    <Press id={id} className={look} label={label} onPress={onPress}>
      {children}
    </Press>
  )
}
