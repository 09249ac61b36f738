import { View } from '@tarojs/components'
import { aria } from '../aria'
import { Button } from '../button'
import { Icon } from '../icon'
import './error-state.scss'

export interface ErrorStateProps {
  /** What happened, in a sentence a neighbour would say. */
  text: string
  /** What to do about it. */
  hint?: string
  onRetry?: () => unknown
  retry?: string
}

/** It did not work: what happened, what to do, and the way to do it. */
export const ErrorState = ({ text, hint, onRetry, retry = '再试一次' }: ErrorStateProps) => (
  <View className="error" {...aria({ role: 'alert' })}>
    <View className="error__icon">
      <Icon name="warn" size="large" />
    </View>
    <View className="error__text">{text}</View>
    {hint && <View className="error__hint">{hint}</View>}
    {onRetry && (
      <View className="error__action">
        <Button kind="plain" icon="retry" onPress={onRetry}>
          {retry}
        </Button>
      </View>
    )}
  </View>
)
