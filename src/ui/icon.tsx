import { View } from '@tarojs/components'
import { aria } from './aria'
import { names } from './class-names'
import './icon.scss'

export type IconName =
  | 'back'
  | 'right'
  | 'down'
  | 'home'
  | 'close'
  | 'plus'
  | 'check'
  | 'camera'
  | 'phone'
  | 'place'
  | 'warn'
  | 'info'
  | 'search'
  | 'filter'
  | 'share'
  | 'bell'
  | 'calendar'
  | 'clock'
  | 'people'
  | 'offline'
  | 'retry'
  | 'listen'
  | 'edit'
  | 'follow'
  | 'paper'

/** A drawing in the colour of the words around it. It says nothing by itself: the words do. */
export const Icon = ({ name, size = 'normal' }: { name: IconName; size?: 'small' | 'normal' | 'large' }) => (
  <View
    className={names('icon', `icon--${name}`, size !== 'normal' && `icon--${size}`)}
    {...aria({ hidden: true })}
  />
)
