import { PHOTO_BYTES_MAX, PHOTOS_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { newKey } from '@/api/key'
import { photoUrl } from '@/api/photo-url'
import { asProblem } from '@/api/problem'
import { uploadPhoto } from '@/api/upload'
import { type ChosenPhoto, type PickedPhoto, toast } from '@/ui'
import type { DraftPhoto } from './draft'

/** Where the photos are kept: the draft in storage, or a form's own state. */
export interface PhotoShelf {
  photos: readonly DraftPhoto[]
  add(photos: DraftPhoto[]): void
  change(key: string, change: Partial<DraftPhoto>): void
  remove(key: string): void
}

const tooLarge = (file: ChosenPhoto): boolean => file.size > PHOTO_BYTES_MAX
// A coarse step: every percent would be a message to the phone's view layer.
const STEP = 10

/** Photos being sent one after another, each with its progress, as PhotoPicker takes them. */
export function usePhotoUploads(shelf: PhotoShelf) {
  const [progress, setProgress] = useState<Record<string, number>>({})

  const send = async (key: string, src: string) => {
    shelf.change(key, { error: null })
    let told = 0
    try {
      const photo = await uploadPhoto(src, (percent) => {
        if (percent - told < STEP && percent < 100) return
        told = percent
        setProgress((now) => ({ ...now, [key]: percent }))
      })
      shelf.change(key, { id: photo.id, src: photoUrl(photo.thumbUrl), error: null })
    } catch (error) {
      shelf.change(key, { error: asProblem(error).message })
    }
  }

  const onAdd = (files: ChosenPhoto[]) => {
    const free = PHOTOS_MAX - shelf.photos.length
    const good = files.filter((file) => !tooLarge(file)).slice(0, free)
    if (files.some(tooLarge)) toast('有照片超过 10 MB，没有加进来。请换一张小一点的。', 'late')
    const added = good.map((file) => ({ key: newKey(), src: file.path, id: null, error: null }))
    shelf.add(added)
    // One after another: ten at once would starve everything else a phone asks for.
    void added.reduce((before, photo) => before.then(() => send(photo.key, photo.src)), Promise.resolve())
  }

  const picked: PickedPhoto[] = shelf.photos.map((photo) => ({
    key: photo.key,
    src: photo.src,
    state: photo.id ? 'done' : photo.error ? 'failed' : 'sending',
    progress: progress[photo.key] ?? 0,
    error: photo.error ?? undefined,
  }))
  const onRetry = (key: string) => {
    const photo = shelf.photos.find((each) => each.key === key)
    if (photo) void send(key, photo.src)
  }
  /** Sends again whatever failed, e.g. when the network is back. */
  const retryAll = () => {
    for (const photo of shelf.photos) if (photo.error) void send(photo.key, photo.src)
  }
  return { picked, onAdd, onRetry, onRemove: shelf.remove, retryAll }
}

export type PhotoUploads = ReturnType<typeof usePhotoUploads>
