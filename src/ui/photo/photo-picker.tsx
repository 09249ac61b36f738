import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { CSSProperties } from 'react'
import { aria } from '../aria'
import { Icon } from '../icon'
import { Press } from '../press'
import { type ChosenPhoto, choosePhotos } from './choose'
import './photo-picker.scss'

export interface PickedPhoto {
  key: string
  src: string
  state: 'sending' | 'done' | 'failed'
  /** 0…100. */
  progress?: number
  /** Why it failed, in words. */
  error?: string
}

export interface PhotoPickerProps {
  /** The button that adds. */
  id?: string
  photos: readonly PickedPhoto[]
  onAdd(files: ChosenPhoto[]): void
  onRetry(key: string): void
  onRemove(key: string): void
  max?: number
  disabled?: boolean
}

interface ThumbProps {
  photo: PickedPhoto
  at: number
  onOpen(): void
  onRetry(): void
  onRemove(): void
}

function Thumb({ photo, at, onOpen, onRetry, onRemove }: ThumbProps) {
  const name = `第 ${at + 1} 张照片`
  const progress = Math.round(photo.progress ?? 0)
  return (
    <View className="photo">
      <Press className="photo__open" label={`看${name}`} onPress={onOpen}>
        <Image className="photo__image" src={photo.src} mode="aspectFill" />
      </Press>
      {photo.state === 'sending' && (
        <View className="photo__over" {...aria({ role: 'progressbar', label: `${name}，已传 ${progress}%` })}>
          <View className="photo__percent">{progress}%</View>
          <View className="photo__track">
            <View className="photo__done" style={{ width: `${progress}%` } as CSSProperties} />
          </View>
        </View>
      )}
      {photo.state === 'failed' && (
        <Press
          className="photo__over photo__over--failed"
          label={`${name}没传上，${photo.error ?? ''}点这里重试`}
          onPress={onRetry}
        >
          <Icon name="retry" />
          <View>没传上，重试</View>
        </Press>
      )}
      <Press className="photo__remove" label={`去掉${name}`} onPress={onRemove}>
        <View className="photo__cross">
          <Icon name="close" size="small" />
        </View>
      </Press>
    </View>
  )
}

/** Photos being added: what is chosen, how far it has got, what went wrong. Uploading is the page's. */
export function PhotoPicker({
  id = 'photo-add',
  photos,
  onAdd,
  onRetry,
  onRemove,
  max = 9,
  disabled,
}: PhotoPickerProps) {
  const left = max - photos.length
  const failed = photos.find((photo) => photo.state === 'failed' && photo.error)
  const add = async () => {
    const files = await choosePhotos(left)
    if (files.length > 0) onAdd(files)
  }
  const open = (src: string) =>
    void Taro.previewImage({ current: src, urls: photos.map((photo) => photo.src) })
  return (
    <View>
      <View className="photos">
        {photos.map((photo, at) => (
          <Thumb
            key={photo.key}
            photo={photo}
            at={at}
            onOpen={() => open(photo.src)}
            onRetry={() => onRetry(photo.key)}
            onRemove={() => onRemove(photo.key)}
          />
        ))}
        {left > 0 && !disabled && (
          <Press
            id={id}
            className="photo photo--add"
            label={`加照片，还能加 ${left} 张`}
            onPress={() => void add()}
          >
            <View className="photo__add">
              <Icon name="camera" />
              <View>{photos.length > 0 ? `${photos.length} / ${max}` : '加照片'}</View>
            </View>
          </Press>
        )}
      </View>
      {failed && <View className="photos__error">{failed.error}</View>}
    </View>
  )
}
