import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { aria } from '../aria'
import { Icon } from '../icon'
import { Press } from '../press'
import './top-bar.scss'

const HOME = '/pages/home/index'

/** The web build's bar: back where there is a way back, home for whoever came by a link. */
export function TopBar({ title, tab, aside }: { title: string; tab?: boolean; aside?: ReactNode }) {
  const [deep] = useState(() => Taro.getCurrentPages().length > 1)
  return (
    <View className="top-bar">
      {!tab && deep && (
        <Press className="top-bar__way" label="返回" onPress={() => void Taro.navigateBack()}>
          <Icon name="back" />
        </Press>
      )}
      {!tab && !deep && (
        <Press className="top-bar__way" label="回首页" onPress={() => void Taro.switchTab({ url: HOME })}>
          <Icon name="home" />
        </Press>
      )}
      <View className="top-bar__title" {...aria({ role: 'heading' })}>
        {title}
      </View>
      {aside}
    </View>
  )
}
