import type { BodyOf } from '@yishiting/domain/contract'
import type { Capacity, Channel } from '@yishiting/domain/speak/capacities'

/** A photo of a draft. `src` is the phone's own file; `id` is given once the server has it. */
export interface DraftPhoto {
  key: string
  src: string
  id: string | null
  error: string | null
}

/** For whom somebody else writes it down. */
export interface OnBehalf {
  capacity: Exclude<Capacity, 'self'>
  channel: Exclude<Channel, 'app'>
  reporter: { id: string; name: string; room: string } | null
  reporterName: string
}

/** A matter being written: everything needed to send it later, or again. */
export interface Draft {
  title: string
  text: string
  buildingId: string | null
  detail: string
  isPrivate: boolean
  photos: DraftPhoto[]
  onBehalf: OnBehalf | null
  /** Submit was pressed and could not be carried out: sent by itself when there is a network. */
  isWaiting: boolean
  /** The last try: the same words again carry the same key, so that nothing is written twice. */
  attempt: { words: string; key: string } | null
}

export const EMPTY: Draft = {
  title: '',
  text: '',
  buildingId: null,
  detail: '',
  isPrivate: false,
  photos: [],
  onBehalf: null,
  isWaiting: false,
  attempt: null,
}

export const isEmpty = (draft: Draft): boolean =>
  draft.text.trim() === '' && draft.title.trim() === '' && draft.photos.length === 0

/** What goes over the wire. */
export function bodyOf(draft: Draft): BodyOf<'speak.raise'> {
  const { onBehalf } = draft
  return {
    title: draft.title,
    text: draft.text,
    place: { buildingId: draft.buildingId, detail: draft.detail },
    photoIds: draft.photos.flatMap((photo) => (photo.id ? [photo.id] : [])),
    isPrivate: draft.isPrivate,
    onBehalf: onBehalf && {
      capacity: onBehalf.capacity,
      channel: onBehalf.channel,
      reporterId: onBehalf.reporter?.id ?? null,
      reporterName: onBehalf.reporter ? '' : onBehalf.reporterName.trim(),
    },
  }
}

/** Why it cannot be sent yet, in a sentence; null when it can. */
export function notYet(draft: Draft): string | null {
  if (draft.text.trim() === '') return '请先写几句：什么事、在哪里、多久了。'
  if (draft.photos.some((photo) => !photo.id && !photo.error)) return '照片还在传，请等一等。'
  if (draft.onBehalf && !draft.onBehalf.reporter && draft.onBehalf.reporterName.trim() === '')
    return '请写上是替谁说的。'
  return null
}
