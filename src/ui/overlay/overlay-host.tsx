import { View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useState, useSyncExternalStore } from 'react'
import { aria } from '../aria'
import { names } from '../class-names'
import { Dialog } from './dialog'
import { answerQuestion, onOverlay, readOverlay } from './overlay-store'
import './overlay-host.scss'

/** Where toasts and questions appear: one in every frame, and only the page in front speaks. */
export function OverlayHost() {
  const [inFront, setInFront] = useState(true)
  useDidShow(() => setInFront(true))
  useDidHide(() => setInFront(false))
  const { question, saying } = useSyncExternalStore(onOverlay, readOverlay, readOverlay)
  if (!inFront) return null
  return (
    <>
      <View className="overlay-live" {...aria({ role: 'status', live: 'polite' })}>
        {saying && <View className={names('toast', `toast--${saying.tone}`)}>{saying.text}</View>}
      </View>
      {question && <Dialog {...question} onAnswer={answerQuestion} />}
    </>
  )
}
