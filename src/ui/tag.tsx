import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { names } from './class-names'
import type { Room } from './rooms'
import './tag.scss'

/** What something is, in a word or two. */
export const Tag = ({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'late' | 'ok' | Room
  children?: ReactNode
}) => <View className={`tag tag--${tone}`}>{children}</View>

/** How many are unread. Nothing at zero. */
export function Badge({ count = 0, dot, label }: { count?: number; dot?: boolean; label?: string }) {
  if (!dot && count <= 0) return null
  const said = label ?? (dot ? '有新消息' : `${count} 条未读`)
  return (
    <View className={names('badge', dot && 'badge--dot')} {...aria({ role: 'img', label: said })}>
      {dot ? '' : count > 99 ? '99+' : String(count)}
    </View>
  )
}

/** The outcome, stamped: 通过, 未通过. */
export const Stamp = ({
  tone = 'ok',
  children,
}: {
  tone?: 'ok' | 'late' | 'plain'
  children?: ReactNode
}) => <View className={`stamp stamp--${tone}`}>{children}</View>
