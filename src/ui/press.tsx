import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { type Aria, aria, byKeyboard } from './aria'
import { names } from './class-names'
import './press.scss'

export interface PressProps extends Omit<Aria, 'hidden' | 'live'> {
  /** A stable name: tests of the compiled mini-program find the control by it. */
  id?: string
  onPress?: () => void
  className?: string
  children?: ReactNode
}

/** Anything tappable: a button to fingers, keyboards and screen readers. Reaches at least --tap by its own style. */
export function Press({ id, onPress, className, children, role = 'button', ...said }: PressProps) {
  const dead = said.disabled || !onPress
  const tap = (event: { stopPropagation(): void }) => {
    // A tappable part inside a tappable card answers alone.
    event.stopPropagation()
    if (!dead) onPress?.()
  }
  return (
    <View
      id={id}
      className={names('press', dead && 'press--dead', className)}
      hoverClass={dead ? 'none' : 'press--down'}
      hoverStopPropagation
      hoverStayTime={60}
      onClick={tap}
      {...aria({ ...said, role })}
      {...(dead ? {} : byKeyboard())}
    >
      {children}
    </View>
  )
}
