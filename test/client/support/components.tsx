import { type CSSProperties, createElement, type ReactNode } from 'react'

// Light stand-ins for @tarojs/components: plain elements, Taro's props and events. What is native in WeChat
// (hover, animation, keyboards) is left out; the compiled mini-program and the browser are tested elsewhere.

interface Props {
  children?: ReactNode
  className?: string
  style?: CSSProperties
  id?: string
  [name: string]: unknown
}

type Handler = (event: unknown) => void

const isHandler = (value: unknown): value is Handler => typeof value === 'function'

const PASSED = /^(id|className|style|role|aria-.+|data-.+|onClick|onKeyDown)$/

/** The props a plain element may have; `tabindex` is spelt as React wants it. */
function plain(props: Props): Record<string, unknown> {
  const kept = Object.entries(props).filter(([name]) => PASSED.test(name))
  const tabindex = props.tabindex === undefined ? {} : { tabIndex: props.tabindex }
  return { ...Object.fromEntries(kept), ...tabindex }
}

/** Calls a Taro handler with the value where Taro puts it: event.detail.value. */
const withValue =
  (handler: unknown) =>
  (event: { target: { value?: string; checked?: boolean } }): void => {
    if (isHandler(handler)) handler({ detail: { value: event.target.value }, target: event.target })
  }

const box =
  (tag: string) =>
  ({ children, ...props }: Props) =>
    createElement(tag, plain(props), children)

export const View = box('div')
export const ScrollView = box('div')
export const Text = box('span')
export const Button = ({ children, disabled, ...props }: Props) =>
  createElement('button', { type: 'button', disabled: Boolean(disabled), ...plain(props) }, children)

export const Image = ({ src, ...props }: Props) => createElement('img', { ...plain(props), src, alt: '' })

function typed(tag: 'input' | 'textarea', given: Props) {
  const { value, placeholder, disabled, onInput, onBlur, onFocus, onConfirm, nativeProps, ...props } = given
  return createElement(tag, {
    ...plain(props),
    // Taro's web component hands these to the element within it.
    ...(typeof nativeProps === 'object' ? nativeProps : {}),
    value: value ?? '',
    placeholder,
    disabled: Boolean(disabled),
    onChange: withValue(onInput),
    onBlur: withValue(onBlur),
    onFocus: withValue(onFocus),
    onKeyDown: (event: { key: string; target: { value?: string } }) => {
      if (event.key === 'Enter' && tag === 'input') withValue(onConfirm)(event)
    },
  })
}

export const Input = (props: Props) => typed('input', props)
export const Textarea = (props: Props) => typed('textarea', props)

/** A picker in a test is a text box: typing yyyy-mm-dd or hh:mm chooses. */
export const Picker = ({ value, onChange, children, ...props }: Props) => (
  <div {...plain(props)}>
    <input
      aria-label={`picker ${String(props.mode)}`}
      value={String(value ?? '')}
      onChange={withValue(onChange)}
    />
    {children}
  </div>
)
