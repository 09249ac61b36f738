import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { call } from './call'
import { Icon } from './icon'
import { Press } from './press'
import './notice.scss'

export interface NoticeProps {
  tone?: 'info' | 'warn' | 'danger'
  title?: string
  children?: ReactNode
  /** Numbers to ring at once. */
  phones?: readonly { name: string; number: string }[]
}

/** Something to know before going on. */
export const Notice = ({ tone = 'info', title, children, phones }: NoticeProps) => (
  <View className={`notice notice--${tone}`} {...aria({ role: 'note' })}>
    {title && (
      <View className="notice__title">
        <Icon name={tone === 'info' ? 'info' : 'warn'} size="small" />
        <View>{title}</View>
      </View>
    )}
    {children && <View className="notice__text">{children}</View>}
    {phones && phones.length > 0 && (
      <View className="notice__phones">
        {phones.map(({ name, number }) => (
          <Press
            key={number}
            className="notice__phone"
            label={`打电话：${name} ${number}`}
            onPress={() => call(number)}
          >
            <Icon name="phone" size="small" />
            <View>{name}</View>
            <View className="notice__number">{number}</View>
          </Press>
        ))}
      </View>
    )}
  </View>
)
