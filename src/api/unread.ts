import Taro from '@tarojs/taro'
import { useEffect } from 'react'

const MINE_AT = 3

/** The number of unread messages on the tab 我的. Outside the tab bar the phone refuses: nothing to do then. */
export function useUnreadOnTab(unread: number): void {
  useEffect(() => {
    const done =
      unread > 0
        ? Taro.setTabBarBadge({ index: MINE_AT, text: unread > 99 ? '99+' : String(unread) })
        : Taro.removeTabBarBadge({ index: MINE_AT })
    Promise.resolve(done).catch(() => {})
  }, [unread])
}
