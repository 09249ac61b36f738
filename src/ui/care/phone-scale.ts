import Taro from '@tarojs/taro'

/** WeChat's standard text size in px: what its own font setting is measured against. */
const STANDARD = 16

const figure = (info: object, name: string): number | undefined => {
  const value: unknown = Reflect.get(info, name)
  return typeof value === 'number' && value > 0 ? value : undefined
}

/** The font scale the reader chose in WeChat (1 = standard), or undefined where there is no such setting. */
export function phoneScale(): number | undefined {
  if (process.env.TARO_ENV !== 'weapp') return undefined
  try {
    // Taro's types know neither field; an older WeChat has only the second.
    const info: object = Taro.getAppBaseInfo()
    const setting = figure(info, 'fontSizeSetting')
    return figure(info, 'fontSizeScaleFactor') ?? (setting && setting / STANDARD)
  } catch {
    // An older base library has no such call: the reader still has our own switch.
    return undefined
  }
}
