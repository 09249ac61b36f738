import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria, focusable } from './aria'
import { Button } from './button'
import { Icon } from './icon'
import { useOverlayKeys } from './overlay/keys'
import { Press } from './press'
import './sheet.scss'

export interface SheetProps {
  /** Its main button is `<id>-confirm`. */
  id?: string
  open: boolean
  title: string
  onClose(): void
  /** Words on the main button; left out when choosing inside is enough. */
  confirm?: string
  onConfirm?: () => unknown
  cancel?: string
  busy?: boolean
  danger?: boolean
  disabled?: boolean
  children?: ReactNode
}

const FOCUS = 'sheet-in-front'

/** Comes up from the foot of the page for one question more. */
export function Sheet(props: SheetProps) {
  const {
    id = 'sheet',
    open,
    title,
    onClose,
    confirm,
    onConfirm,
    cancel,
    busy,
    danger,
    disabled,
    children,
  } = props
  useOverlayKeys(open, FOCUS, onClose)
  if (!open) return null
  return (
    <View className="sheet">
      <View className="sheet__shade" onClick={onClose} catchMove />
      <View id={FOCUS} className="sheet__box" {...aria({ role: 'dialog', label: title })} {...focusable()}>
        <View className="sheet__head">
          <View className="sheet__title" {...aria({ role: 'heading' })}>
            {title}
          </View>
          <Press className="sheet__close" label="关闭" onPress={onClose}>
            <Icon name="close" />
          </Press>
        </View>
        <ScrollView scrollY className="sheet__body">
          <View className="sheet__inside">{children}</View>
        </ScrollView>
        {(confirm || cancel) && (
          <View className="sheet__foot">
            {cancel && (
              <Button kind="plain" grow={1} onPress={onClose}>
                {cancel}
              </Button>
            )}
            {confirm && (
              <Button
                id={`${id}-confirm`}
                kind={danger ? 'danger' : 'primary'}
                grow={2}
                busy={busy}
                disabled={disabled}
                onPress={onConfirm}
              >
                {confirm}
              </Button>
            )}
          </View>
        )}
      </View>
    </View>
  )
}
