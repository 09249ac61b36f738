import Taro from '@tarojs/taro'

/** WeChat's standard text size in px: what its own font setting is measured against. */
const STANDARD = 16

/** The font scale the reader chose in WeChat (1 = standard), or undefined where there is no such setting. */
export function phoneScale(): number | undefined {
  if (process.env.TARO_ENV !== 'weapp') return undefined
  try {
    const info: { fontSizeScaleFactor?: number; fontSizeSetting?: number } = Taro.getAppBaseInfo()
    return info.fontSizeScaleFactor ?? (info.fontSizeSetting ? info.fontSizeSetting / STANDARD : undefined)
  } catch {
    // Base libraries before 2.20.1 have no such call: the reader still has our own switch.
    return undefined
  }
}
