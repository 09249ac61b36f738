import { View } from '@tarojs/components'
import { useCallback } from 'react'
import { aria, focusable } from '../aria'
import { Button } from '../button'
import { useOverlayKeys } from './keys'
import type { Question } from './overlay-store'
import './dialog.scss'

const FOCUS = 'dialog-in-front'

export interface DialogProps extends Question {
  onAnswer(yes: boolean): void
}

/** A question in the middle of the screen. Pages call confirm(); this is how it looks. */
export function Dialog({ title, text, ok = '好', cancel = '再想想', danger, onAnswer }: DialogProps) {
  const no = useCallback(() => onAnswer(false), [onAnswer])
  useOverlayKeys(true, FOCUS, no)
  return (
    <View className="dialog" catchMove>
      <View className="dialog__shade" onClick={no} />
      <View
        id={FOCUS}
        className="dialog__box"
        {...aria({ role: 'alertdialog', label: title })}
        {...focusable()}
      >
        <View className="dialog__title">{title}</View>
        {text && <View className="dialog__text">{text}</View>}
        <View className="dialog__buttons">
          <Button id="dialog-cancel" kind="plain" grow={1} onPress={no}>
            {cancel}
          </Button>
          <Button id="dialog-ok" kind={danger ? 'danger' : 'primary'} grow={1} onPress={() => onAnswer(true)}>
            {ok}
          </Button>
        </View>
      </View>
    </View>
  )
}
