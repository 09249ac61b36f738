import { View } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'
import { aria } from '../aria'
import { useCare } from '../care/care'
import { names } from '../class-names'
import { OverlayHost } from '../overlay/overlay-host'
import { TopBar } from './top-bar'
import { usePageTitle } from './use-page-title'
import { useShellWidth } from './use-shell-width'
import './page-frame.scss'

export interface PageFrameProps {
  title: string
  /** The main act, kept at the thumb. */
  actions?: ReactNode
  /** A page of the tab bar: nowhere to go back to. */
  tab?: boolean
  /** Right end of the web build's top bar. */
  aside?: ReactNode
  /** Above everything on the page: being offline, acting as somebody. */
  banner?: ReactNode
  /** On a large screen it may be wider than the phone's column: lists and tables of those on duty. */
  wide?: boolean
  children?: ReactNode
}

const inWeapp = process.env.TARO_ENV === 'weapp'

/** The root of every page: title, care mode, safe areas, the place for toasts and questions. */
export function PageFrame({ title, actions, tab, aside, banner, wide = false, children }: PageFrameProps) {
  const { care, fs } = useCare()
  usePageTitle(title)
  useShellWidth(wide ? 'wide' : 'column')
  const size = { '--fs': String(fs) } as CSSProperties
  return (
    <View className={names('frame', care && 'care', !inWeapp && 'frame--web')} style={size}>
      {!inWeapp && <TopBar title={title} tab={tab} aside={aside} />}
      {banner && <View className="frame__banner">{banner}</View>}
      <View className="frame__body" {...aria({ role: 'main' })}>
        {children}
      </View>
      {actions && <View className="frame__actions">{actions}</View>}
      <OverlayHost />
    </View>
  )
}
