import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Press } from '../press'
import './photo-grid.scss'

export interface GridPhoto {
  src: string
  /** What is on it, for who cannot see it. */
  alt?: string
  /** The large one for the preview; `src` when left out. */
  full?: string
}

/** Photos to look at; a tap opens them large. */
export function PhotoGrid({ photos, columns = 3 }: { photos: readonly GridPhoto[]; columns?: 2 | 3 | 4 }) {
  if (photos.length === 0) return null
  const urls = photos.map((photo) => photo.full ?? photo.src)
  return (
    <View className={`photo-grid photo-grid--${columns}`}>
      {photos.map((photo, at) => (
        <View key={photo.src} className="photo-grid__cell">
          <Press
            className="photo-grid__photo"
            label={photo.alt ?? `照片 ${at + 1}，点开看大图`}
            onPress={() => void Taro.previewImage({ current: photo.full ?? photo.src, urls })}
          >
            <Image className="photo-grid__image" src={photo.src} mode="aspectFill" lazyLoad />
          </Press>
        </View>
      ))}
    </View>
  )
}
