import Taro from '@tarojs/taro'

/**
 * Tells when the network comes and goes. In a browser Taro asks `navigator.connection`, which Safari and Firefox do not
 * have and Chromium does not change when it goes offline: hence the window's own events.
 */
export function onNetwork(listener: (isOnline: boolean) => void): () => void {
  if (process.env.TARO_ENV === 'weapp') {
    const changed = (now: { isConnected: boolean }) => listener(now.isConnected)
    Taro.onNetworkStatusChange(changed)
    return () => Taro.offNetworkStatusChange(changed)
  }
  const up = () => listener(true)
  const down = () => listener(false)
  window.addEventListener('online', up)
  window.addEventListener('offline', down)
  return () => {
    window.removeEventListener('online', up)
    window.removeEventListener('offline', down)
  }
}
