import { View } from '@tarojs/components'
import type { CSSProperties } from 'react'
import { aria } from '../aria'
import { names } from '../class-names'
import './threshold-bar.scss'

export interface ThresholdBarProps {
  label: string
  count: number
  total: number
  unit?: string
  /** How many are needed, as the rules count it. */
  need?: number
  /** Where the law's marks lie, as fractions: { of: [2, 3] }. */
  marks: readonly { of: readonly [number, number] }[]
  /** Whether the rules say it is reached; never worked out here. */
  met?: boolean
  /** The shortfall in words: 还差 2 户. */
  words?: string
  /** How a figure is written; areas come as ten-thousandths of a square metre. */
  show?(figure: number): string
}

const place = (share: number): CSSProperties => ({ width: `${Math.min(100, Math.max(0, share * 100))}%` })

/** How far it is to a threshold, drawn to scale with the law's mark on it. */
export function ThresholdBar(props: ThresholdBarProps) {
  const { label, count, total, unit = '', need, marks, met, words, show = String } = props
  const figures = `${show(count)} / ${show(total)}${unit && ` ${unit}`}`
  const needed = need === undefined ? '' : `（需 ${show(need)}）`
  const lines = marks.map(({ of: [n, d] }) => `${d} 分之 ${n}`).join('、')
  const verdict = words ?? (met === undefined ? '' : met ? '够了' : '还不够')
  const said = [
    label,
    figures,
    needed && `需要 ${show(need ?? 0)}${unit}`,
    lines && `标线在 ${lines}`,
    verdict,
  ]
  return (
    <View className={names('threshold', met && 'threshold--met')}>
      <View className="threshold__head" {...aria({ hidden: true })}>
        <View className="threshold__label">
          {label} <View className="threshold__figures">{figures + needed}</View>
        </View>
        {verdict && (
          <View className="threshold__words">{met && words === undefined ? `${verdict} ✓` : verdict}</View>
        )}
      </View>
      <View className="threshold__bar" {...aria({ role: 'img', label: said.filter(Boolean).join('，') })}>
        <View className="threshold__track">
          <View className="threshold__fill" style={place(total > 0 ? count / total : 0)} />
        </View>
        {marks.map(({ of: [n, d] }) => (
          <View key={`${n}/${d}`} className="threshold__reach" style={place(n / d)}>
            <View className="threshold__name">{`${n}/${d}`}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
