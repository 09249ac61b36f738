import type { PhotoView } from '@yishiting/domain/contract/shared'
import type { GridPhoto } from '@/ui'

/** The server names its photos from its own root; the mini-program lives elsewhere. */
export const photoUrl = (url: string): string => (url.startsWith('/') ? `${API_BASE}${url}` : url)

/** Photos as PhotoGrid and Timeline take them. */
export const gridPhotos = (photos: readonly PhotoView[]): GridPhoto[] =>
  photos.map((photo) => ({ src: photoUrl(photo.thumbUrl), full: photoUrl(photo.url) }))
