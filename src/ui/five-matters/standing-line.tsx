import { View } from '@tarojs/components'
import type { Room } from '../rooms'
import './standing-line.scss'

export interface StandingLineProps {
  room: Room
  /** Who has it and what they are doing: 物业工程部在办. */
  line: string
  /** By when, in words. */
  due?: string
  /** 逾期 2 天: said in words, never by colour alone. */
  overdueText?: string
}

/** Who has it now, and by when: beside every bar. */
export const StandingLine = ({ room, line, due, overdueText }: StandingLineProps) => (
  <View className={`standing standing--${room}`}>
    <View className="standing__line">{line}</View>
    {(due || overdueText) && (
      <View className="standing__due">
        {due}
        {due && overdueText && ' · '}
        {overdueText && <View className="standing__late">{overdueText}</View>}
      </View>
    )}
  </View>
)
