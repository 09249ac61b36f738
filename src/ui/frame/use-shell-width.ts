import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { markShellWidth, type ShellWidth } from '../shell/width'

/** Gives the page in front the width it can use, and takes it back when another one comes. */
export function useShellWidth(width: ShellWidth): void {
  useDidShow(() => markShellWidth(width))
  useEffect(() => markShellWidth(width), [width])
}
