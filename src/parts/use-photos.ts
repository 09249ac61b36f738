import { PHOTO_BYTES_MAX } from '@yishiting/domain/speak/limits'
import { useRef, useState } from 'react'
import { asProblem } from '@/api/problem'
import { uploadPhoto } from '@/api/upload'
import type { ChosenPhoto, PhotoPickerProps, PickedPhoto } from '@/ui'

interface Photo extends PickedPhoto {
  /** The server's, once it has arrived. */
  id: string | null
}

export interface Photos {
  /** For PhotoPicker, as it is. */
  picker: Pick<PhotoPickerProps, 'photos' | 'onAdd' | 'onRetry' | 'onRemove'>
  /** Those that have arrived. */
  ids: string[]
  /** Why it cannot be sent yet, in a sentence; empty when it can. */
  waiting: string
}

const TOO_LARGE = '照片太大了，每张最多 10 MB。请换一张。'

/** Photos being added to something: each starts its way as soon as it is chosen, and can be tried again by itself. */
export function usePhotos(): Photos {
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const count = useRef(0)
  const patch = (key: string, change: Partial<Photo>) =>
    setPhotos((all) => all.map((photo) => (photo.key === key ? { ...photo, ...change } : photo)))

  const upload = async (key: string, path: string) => {
    patch(key, { state: 'sending', progress: 0, error: undefined })
    try {
      const { id } = await uploadPhoto(path, (progress) => patch(key, { progress }))
      patch(key, { state: 'done', id })
    } catch (error) {
      patch(key, { state: 'failed', error: asProblem(error).message })
    }
  }

  const onAdd = (files: ChosenPhoto[]) => {
    for (const { path, size } of files) {
      count.current += 1
      const key = `photo-${count.current}`
      const isTooLarge = size > PHOTO_BYTES_MAX
      const photo: Photo = isTooLarge
        ? { key, src: path, id: null, state: 'failed', error: TOO_LARGE }
        : { key, src: path, id: null, state: 'sending', progress: 0 }
      setPhotos((all) => [...all, photo])
      if (!isTooLarge) void upload(key, path)
    }
  }
  const onRetry = (key: string) => {
    const photo = photos.find((each) => each.key === key)
    if (photo && photo.error !== TOO_LARGE) void upload(key, photo.src)
  }
  const onRemove = (key: string) => setPhotos((all) => all.filter((photo) => photo.key !== key))

  const waiting = photos.some((photo) => photo.state === 'sending')
    ? '照片还在传，请等一会儿。'
    : photos.some((photo) => photo.state === 'failed')
      ? '有照片没传上，请重试，或去掉再交。'
      : ''
  const ids = photos.flatMap((photo) => (photo.id === null ? [] : [photo.id]))
  return { picker: { photos, onAdd, onRetry, onRemove }, ids, waiting }
}
