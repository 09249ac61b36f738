import { View } from '@tarojs/components'
import { aria } from '../aria'
import './result-bars.scss'

export interface ResultBarsProps {
  rows: readonly { label: string; count: number }[]
  unit?: string
  note?: string
  /** How a figure is written; areas come as ten-thousandths of a square metre. */
  show?(figure: number): string
}

/** What people chose, side by side in one neutral colour: no side is painted as the right one. */
export function ResultBars({ rows, unit = '票', note, show = String }: ResultBarsProps) {
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  return (
    <View {...aria({ role: 'list' })}>
      {rows.map(({ label, count }) => (
        <View
          key={label}
          className="result"
          {...aria({ role: 'listitem', label: `${label} ${show(count)} ${unit}` })}
        >
          <View className="result__label">{label}</View>
          <View className="result__track">
            <View className="result__fill" style={{ width: `${total > 0 ? (count / total) * 100 : 0}%` }} />
          </View>
          <View className="result__count">{`${show(count)} ${unit}`}</View>
        </View>
      ))}
      {note && <View className="result__note">{note}</View>}
    </View>
  )
}
