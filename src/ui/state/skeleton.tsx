import { View } from '@tarojs/components'
import { aria } from '../aria'
import './skeleton.scss'

const CardBones = () => (
  <View className="bones">
    <View className="bone bone--title" />
    <View className="bone bone--line" />
    <View className="bone__dots">
      {[1, 2, 3, 4, 5].map((dot) => (
        <View key={dot} className="bone bone--dot" />
      ))}
    </View>
  </View>
)

const LineBones = () => (
  <View className="bones">
    <View className="bone bone--title" />
    <View className="bone bone--line" />
  </View>
)

/** The shape of what is coming, while it is coming. `page` is a matter's page: a card and its lines. */
export function Skeleton({ kind = 'card', count = 3 }: { kind?: 'list' | 'card' | 'page'; count?: number }) {
  const rows = Array.from({ length: kind === 'page' ? 2 : count }, (_, at) => at)
  return (
    <View className="skeleton" {...aria({ role: 'status', label: '正在加载' })}>
      {kind === 'page' && <CardBones />}
      {rows.map((row) => (kind === 'card' ? <CardBones key={row} /> : <LineBones key={row} />))}
    </View>
  )
}
