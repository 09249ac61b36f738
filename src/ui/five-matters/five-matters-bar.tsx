import { View } from '@tarojs/components'
import { aria } from '../aria'
import { names } from '../class-names'
import { ROOM_MARK } from '../rooms'
import { fiveMattersLabel, type Step } from './label'
import './five-matters-bar.scss'

/**
 * 说 理 议 干 评: where a matter stands. Done is filled, now is ringed with a word, to come is hollow,
 * not needed is dashed: the shape says it, the colour only repeats it.
 */
export function FiveMattersBar({ steps, compact }: { steps: Step[]; compact?: boolean }) {
  return (
    <View
      className={names('five', compact && 'five--compact')}
      {...aria({ role: 'img', label: fiveMattersLabel(steps) })}
    >
      {steps.map(({ room, mark, caption }) => (
        <View key={room} className={`five__step five__step--${mark} five__step--${room}`}>
          <View className="five__dot">{ROOM_MARK[room]}</View>
          {!compact && (
            <View className="five__caption">{caption || (mark === 'skipped' ? '不需要' : '')}</View>
          )}
        </View>
      ))}
    </View>
  )
}
