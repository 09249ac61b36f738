import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Button } from '../button'
import './empty-state.scss'

export interface EmptyStateProps {
  title: string
  text?: string
  /** The way on. */
  action?: { text: string; onPress(): unknown }
}

/** Nothing here yet, said kindly, with a way on. The drawing is five empty seats around a table. */
export const EmptyState = ({ title, text, action }: EmptyStateProps) => (
  <View className="empty">
    <View className="empty__drawing" {...aria({ hidden: true })}>
      <View className="empty__table" />
      {['speak', 'sort', 'deliberate', 'act', 'rate'].map((room) => (
        <View key={room} className={`empty__seat empty__seat--${room}`} />
      ))}
    </View>
    <View className="empty__title">{title}</View>
    {text && <View className="empty__text">{text}</View>}
    {action && (
      <View className="empty__action">
        <Button kind="plain" onPress={action.onPress}>
          {action.text}
        </Button>
      </View>
    )}
  </View>
)
