import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { Icon } from './icon'
import { Press } from './press'
import './heading.scss'

export interface HeadingProps {
  children: ReactNode
  /** How many, or the words of the way on. */
  aside?: ReactNode
  onMore?: () => void
}

/** Names a part of a page. With `onMore` the right end leads on. */
export const Heading = ({ children, aside, onMore }: HeadingProps) => (
  <View className="heading">
    <View className="heading__words" {...aria({ role: 'heading' })}>
      {children}
    </View>
    {aside && !onMore && <View className="heading__aside">{aside}</View>}
    {onMore && (
      <Press className="heading__aside heading__more" role="link" onPress={onMore}>
        {aside ?? '全部'}
        <Icon name="right" size="small" />
      </Press>
    )}
  </View>
)
