import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { markWideOnShell } from '../shell/wide'

/** Gives the page in front the width it can use, and takes it back when another one comes. */
export function useWideShell(wide: boolean): void {
  useDidShow(() => markWideOnShell(wide))
  useEffect(() => markWideOnShell(wide), [wide])
}
