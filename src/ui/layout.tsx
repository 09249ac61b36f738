import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { names } from './class-names'
import './layout.scss'

/** Steps of 4 px. */
export type Gap = 0 | 1 | 2 | 3 | 4 | 5 | 6

/** Things below one another. */
export const Stack = ({ gap = 3, children }: { gap?: Gap; children?: ReactNode }) => (
  <View className={`stack gap-${gap}`}>{children}</View>
)

export interface RowProps {
  gap?: Gap
  /** First at the left edge, last at the right. */
  between?: boolean
  wrap?: boolean
  /** Aligned at the top instead of the middle. */
  top?: boolean
  children?: ReactNode
}

/** Things beside one another. */
export const Row = ({ gap = 2, between, wrap, top, children }: RowProps) => (
  <View
    className={names('row', `gap-${gap}`, between && 'row--between', wrap && 'row--wrap', top && 'row--top')}
  >
    {children}
  </View>
)
