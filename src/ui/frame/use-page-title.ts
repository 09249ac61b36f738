import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Keeps WeChat's navigation bar, or the browser's tab, named after the page in front. */
export function usePageTitle(title: string): void {
  const shown = useRef(true)
  const name = () => void Taro.setNavigationBarTitle({ title })
  useDidShow(() => {
    shown.current = true
    name()
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new title names the page again.
  useEffect(() => {
    if (shown.current) name()
  }, [title])
}
