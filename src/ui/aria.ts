export interface Aria {
  role?: string
  label?: string
  hidden?: boolean
  checked?: boolean
  selected?: boolean
  disabled?: boolean
  live?: 'polite' | 'assertive'
}

type Attributes = Record<string, string | boolean>

/**
 * What a screen reader is told, as attributes for a Taro component. WeChat reads `aria-role` (let through by
 * config/aria), a browser reads `role`: hence spread this instead of writing either.
 */
export function aria(said: Aria): Attributes {
  const role = process.env.TARO_ENV === 'weapp' ? 'aria-role' : 'role'
  const out: Attributes = {}
  if (said.role) out[role] = said.role
  if (said.label) out['aria-label'] = said.label
  if (said.hidden) out['aria-hidden'] = true
  if (said.checked !== undefined) out['aria-checked'] = said.checked
  if (said.selected !== undefined) out['aria-selected'] = said.selected
  if (said.disabled) out['aria-disabled'] = true
  if (said.live) out['aria-live'] = said.live
  return out
}

/**
 * The name of a text field. A screen reader reaches the field inside Taro's web component, where the name of the component
 * around it does not count.
 */
export const namedField = (label: string): Record<string, unknown> =>
  process.env.TARO_ENV === 'weapp' ? aria({ label }) : { nativeProps: { 'aria-label': label } }

interface KeyEvent {
  key: string
  preventDefault(): void
  currentTarget: { click(): void }
}

/** Lets an overlay be focused when it opens. Empty in WeChat. */
export const focusable = (): Record<string, unknown> =>
  process.env.TARO_ENV === 'weapp' ? {} : { tabindex: -1 }

/** A View is no button to a keyboard: Enter and Space tap it. Empty in WeChat, which has no keyboard focus. */
export const byKeyboard = (): Record<string, unknown> =>
  process.env.TARO_ENV === 'weapp'
    ? {}
    : {
        tabindex: 0,
        onKeyDown: (event: KeyEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          event.currentTarget.click()
        },
      }
