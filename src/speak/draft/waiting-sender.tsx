import { onlineManager } from '@tanstack/react-query'
import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { toast } from '@/ui'
import { notYet } from './draft'
import { sendDraft } from './send-draft'
import { readDraft } from './store'

async function sendWaiting(): Promise<void> {
  const draft = readDraft()
  if (!draft.isWaiting || notYet(draft) !== null) return
  const sent = await sendDraft()
  if (sent.ok) toast(`刚才写的送出去了，编号 ${sent.receipt}`, 'ok')
  else if (sent.problem.code !== 'offline') toast(sent.problem.message, 'late')
}

/** In the app itself: what was waiting for a network goes out when there is one, whichever page is open. */
export function WaitingSender() {
  useDidShow(() => void sendWaiting())
  useEffect(() => {
    void sendWaiting()
    const changed = (now: { isConnected: boolean }) => {
      if (now.isConnected) void sendWaiting()
    }
    Taro.onNetworkStatusChange(changed)
    const stop = onlineManager.subscribe((isOnline) => {
      if (isOnline) void sendWaiting()
    })
    return () => {
      Taro.offNetworkStatusChange(changed)
      stop()
    }
  }, [])
  return null
}
