import { useState } from 'react'
import type { DraftPhoto } from './draft'
import { type PhotoShelf, type PhotoUploads, usePhotoUploads } from './use-photos'

export interface FormPhotos extends PhotoUploads {
  /** Of those that have arrived, in order. */
  ids: string[]
  /** Why the form cannot be sent yet, in a sentence; null when it can. */
  notYet: string | null
}

/** Photos of a form that is not kept as a draft: an edit, a report of progress, a done-claim. */
export function useFormPhotos(first: () => DraftPhoto[] = () => []): FormPhotos {
  const [photos, setPhotos] = useState(first)
  const shelf: PhotoShelf = {
    photos,
    add: (added) => setPhotos((now) => [...now, ...added]),
    change: (key, change) =>
      setPhotos((now) => now.map((photo) => (photo.key === key ? { ...photo, ...change } : photo))),
    remove: (key) => setPhotos((now) => now.filter((photo) => photo.key !== key)),
  }
  const uploads = usePhotoUploads(shelf)
  const isSending = photos.some((photo) => !photo.id && !photo.error)
  const hasFailed = photos.some((photo) => photo.error)
  return {
    ...uploads,
    ids: photos.flatMap((photo) => (photo.id ? [photo.id] : [])),
    notYet: isSending
      ? '照片还在传，请等一等。'
      : hasFailed
        ? '有照片没传上去，请点它重试，或去掉它。'
        : null,
  }
}
