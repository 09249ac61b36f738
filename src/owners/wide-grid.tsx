import type { ReactNode } from 'react'
import { View } from '@/ui'
import './wide-grid.scss'

/** Cards below one another on a phone, side by side on a wide screen. */
export const WideGrid = ({ children }: { children: ReactNode }) => (
  <View className="wide-grid">{children}</View>
)
