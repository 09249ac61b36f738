import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { aria } from '../aria'
import { Icon } from '../icon'
import { onNetwork } from '../network'
import './offline-bar.scss'

/** Is there no network right now? A device that cannot tell is taken to be online: a failed request will say otherwise. */
async function isOffline(): Promise<boolean> {
  if (process.env.TARO_ENV !== 'weapp') return !navigator.onLine
  const now = await Taro.getNetworkType().catch(() => null)
  return now?.networkType === 'none'
}

/** Shows itself while there is no network, and goes away by itself. */
export function OfflineBar({ text = '现在没有网，写好的内容会先存在手机里' }: { text?: string }) {
  const [offline, setOffline] = useState(false)
  useEffect(() => {
    void isOffline().then(setOffline)
    return onNetwork((isOnline) => setOffline(!isOnline))
  }, [])
  if (!offline) return null
  return (
    <View className="offline" {...aria({ role: 'status', live: 'polite' })}>
      <Icon name="offline" size="small" />
      <View className="offline__text">{text}</View>
    </View>
  )
}
