import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { aria } from '../aria'
import { Icon } from '../icon'
import './offline-bar.scss'

/** Shows itself while there is no network, and goes away by itself. */
export function OfflineBar({ text = '现在没有网，写好的内容会先存在手机里' }: { text?: string }) {
  const [offline, setOffline] = useState(false)
  useEffect(() => {
    const changed = (now: { isConnected: boolean }) => setOffline(!now.isConnected)
    Taro.onNetworkStatusChange(changed)
    Taro.getNetworkType()
      .then((now) => setOffline(now.networkType === 'none'))
      // A browser that cannot tell is taken to be online: a failed request will say otherwise.
      .catch(() => setOffline(false))
    return () => Taro.offNetworkStatusChange(changed)
  }, [])
  if (!offline) return null
  return (
    <View className="offline" {...aria({ role: 'status', live: 'polite' })}>
      <Icon name="offline" size="small" />
      <View className="offline__text">{text}</View>
    </View>
  )
}
