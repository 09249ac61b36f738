import { useEffect, useState } from 'react'
import { Button } from '@/ui'

/** A browser's own voice. WeChat has none without a plug-in of somebody else's. */
const voice = (): SpeechSynthesis | null =>
  process.env.TARO_ENV !== 'weapp' && typeof window !== 'undefined' && 'speechSynthesis' in window
    ? window.speechSynthesis
    : null

/** A little slower than people speak: one listens to a decision only once. */
const RATE = 0.9

/** 念给我听: reads the words out, and stops at the next tap or when the page is left. Nothing where there is no voice. */
export function ReadAloud({ id, text }: { id: string; text: string }) {
  const [isReading, setReading] = useState(false)
  useEffect(() => () => voice()?.cancel(), [])
  const speaker = voice()
  if (!speaker) return null
  const read = () => {
    speaker.cancel()
    if (isReading) return setReading(false)
    const words = new SpeechSynthesisUtterance(text)
    words.lang = 'zh-CN'
    words.rate = RATE
    words.onend = () => setReading(false)
    words.onerror = () => setReading(false)
    speaker.speak(words)
    setReading(true)
  }
  return (
    <Button id={id} kind="plain" icon="listen" onPress={read}>
      {isReading ? '停下来' : '念给我听'}
    </Button>
  )
}
