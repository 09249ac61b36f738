import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../aria'
import { names } from '../class-names'
import { type GridPhoto, PhotoGrid } from '../photo/photo-grid'
import { ROOM_MARK, type Room } from '../rooms'
import './timeline.scss'

export interface TimelineItem {
  key: string
  text: ReactNode
  /** In which room it happened: the dot's colour, and said aloud. */
  room?: Room
  /** Who, when, why. */
  sub?: string
  photos?: readonly GridPhoto[]
}

/** The way a matter has come, newest first or last as the page gives it. */
export const Timeline = ({ items }: { items: readonly TimelineItem[] }) => (
  <View className="timeline" {...aria({ role: 'list' })}>
    {items.map(({ key, text, room, sub, photos }) => (
      <View
        key={key}
        className={names('timeline__item', room && `timeline__item--${room}`)}
        {...aria({ role: 'listitem' })}
      >
        <View
          className="timeline__dot"
          {...aria(room ? { role: 'img', label: ROOM_MARK[room] } : { hidden: true })}
        />
        <View className="timeline__text">{text}</View>
        {sub && <View className="timeline__sub">{sub}</View>}
        {photos && photos.length > 0 && (
          <View className="timeline__photos">
            <PhotoGrid photos={photos} />
          </View>
        )}
      </View>
    ))}
  </View>
)
