import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { toast } from '@/ui'
import { onNetwork } from '@/ui/network'
import { notYet } from './draft'
import { isHeard, sendDraft } from './send-draft'
import { readDraft } from './store'

async function sendWaiting(): Promise<void> {
  const draft = readDraft()
  if (!draft.isWaiting || notYet(draft) !== null) return
  const sent = await sendDraft()
  if (isHeard()) return
  if (sent.ok) toast(`刚才写的送出去了，编号 ${sent.receipt}`, 'ok')
  else if (!readDraft().isWaiting) toast(sent.problem.message, 'late')
}

/** In the app itself: what was waiting for a network goes out when there is one, whichever page is open. */
export function WaitingSender() {
  useDidShow(() => void sendWaiting())
  useEffect(() => {
    void sendWaiting()
    return onNetwork((isOnline) => {
      if (isOnline) void sendWaiting()
    })
  }, [])
  return null
}
