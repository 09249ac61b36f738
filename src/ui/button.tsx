import { Button as TaroButton, type ButtonProps as TaroButtonProps, Text, View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { aria, byKeyboard } from './aria'
import { names } from './class-names'
import { Icon, type IconName } from './icon'
import { toast } from './overlay/overlay-store'
import { useOnePress } from './use-one-press'
import './button.scss'

export interface ButtonProps {
  id?: string
  onPress?: () => unknown
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  /** Work started elsewhere is still running. */
  busy?: boolean
  disabled?: boolean
  /** Why it is disabled: written under the button, and said when it is tapped all the same. */
  reason?: string
  small?: boolean
  /** Share of the width in a Row. */
  grow?: number
  icon?: IconName
  /** For a screen reader, where the words on the button say too little. */
  label?: string
  /** WeChat's own abilities (share, getPhoneNumber …); nothing in a browser. */
  openType?: TaroButtonProps['openType']
  onOpenType?: (event: { detail: unknown }) => void
  children?: ReactNode
}

/** A button that does one thing once: busy while its promise runs, deaf to a double tap. */
export const Button = (props: ButtonProps) => (
  // Where the next step's button takes the place of the last one's, it is another button and hears the next tap.
  <OneButton key={props.id} {...props} />
)

function OneButton(props: ButtonProps) {
  const { id, kind = 'primary', busy, disabled, reason, small, grow, icon, label, openType, children } = props
  const { running, press } = useOnePress(props.onPress)
  const working = busy || running
  const dead = disabled || working
  const tap = () => {
    if (disabled && reason) toast(reason)
    if (!dead) void press()
  }
  const look = names('button', `button--${kind}`, small && 'button--small', disabled && 'button--disabled')
  const face = (
    <>
      {working && <View className="button__busy" />}
      {icon && !working && <Icon name={icon} size="small" />}
      <Text className="button__words">{children}</Text>
    </>
  )
  const share = grow ? ({ flex: `${grow} 1 0%` } as CSSProperties) : undefined
  if (openType && process.env.TARO_ENV === 'weapp') {
    const done = (event: { detail: unknown }) => props.onOpenType?.(event)
    return (
      <View className="button-place" style={share}>
        <TaroButton
          id={id}
          className={look}
          openType={openType}
          disabled={dead}
          onGetPhoneNumber={done}
          onClick={tap}
        >
          {face}
        </TaroButton>
      </View>
    )
  }
  return (
    <View className="button-place" style={share}>
      <View
        id={id}
        className={look}
        hoverClass={dead ? 'none' : 'button--down'}
        hoverStayTime={60}
        onClick={(event) => {
          event.stopPropagation()
          tap()
        }}
        {...aria({ role: 'button', label: spoken(label, children, working), disabled: dead })}
        {...byKeyboard()}
      >
        {face}
      </View>
      {disabled && reason && <View className="button__reason">{reason}</View>}
    </View>
  )
}

const spoken = (label: string | undefined, children: ReactNode, working: boolean): string | undefined => {
  const words = label ?? (typeof children === 'string' ? children : undefined)
  return working && words ? `${words}，请稍等` : words
}
