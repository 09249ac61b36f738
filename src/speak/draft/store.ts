import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { onSession, readSession } from '@/api/session-store'
import { type Draft, type DraftPhoto, EMPTY, isEmpty } from './draft'

/** Each person's own: a phone may pass from hand to hand. */
const keyOf = (): string => `draft-${readSession().personId ?? 'nobody'}`
const UNKNOWN = 'draft-nobody'

/** An upload ends with the app: what was on its way must be sent again. */
const settled = (photo: DraftPhoto): DraftPhoto =>
  photo.id || photo.error ? photo : { ...photo, error: '没传完，请点它重试。' }

function stored(key: string): Draft {
  const kept: unknown = Taro.getStorageSync(key)
  if (typeof kept !== 'object' || kept === null || !('text' in kept)) return EMPTY
  // Only this file writes there; a field added since is filled in.
  const draft: Draft = { ...EMPTY, ...(kept as Partial<Draft>) }
  return { ...draft, photos: draft.photos.map(settled) }
}

let current: { key: string; draft: Draft } | null = null
const listeners = new Set<() => void>()
const tell = (): void => {
  for (const listener of [...listeners]) listener()
}

/** The draft of whoever is in. What he began before the first answer told who he is comes along. */
export function readDraft(): Draft {
  const key = keyOf()
  if (current?.key !== key) {
    const begun = current?.key === UNKNOWN ? current.draft : EMPTY
    const kept = stored(key)
    current = { key, draft: isEmpty(kept) ? begun : kept }
  }
  return current.draft
}

function keep(draft: Draft): void {
  const key = keyOf()
  current = { key, draft }
  try {
    if (isEmpty(draft)) Taro.removeStorageSync(key)
    else Taro.setStorageSync(key, draft)
  } catch {
    // A full storage: the words are still on the screen, and can still be sent.
  }
  tell()
}

/** Kept at once, so that nothing written is lost. New words are no longer what was waiting to be sent. */
export const changeDraft = (change: Partial<Draft>): void =>
  keep({ ...readDraft(), isWaiting: false, ...change })

/** Notes how sending goes; the words stay as they are. */
export const markDraft = (mark: Pick<Partial<Draft>, 'isWaiting' | 'attempt'>): void =>
  keep({ ...readDraft(), ...mark })

export function changePhoto(key: string, change: Partial<DraftPhoto>): void {
  const draft = readDraft()
  if (!draft.photos.some((photo) => photo.key === key)) return
  keep({
    ...draft,
    photos: draft.photos.map((photo) => (photo.key === key ? { ...photo, ...change } : photo)),
  })
}

export const clearDraft = (): void => keep(EMPTY)

/** For tests: forget what was read from storage. */
export const forgetDraft = (): void => {
  current = null
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  const stop = onSession(listener)
  return () => {
    listeners.delete(listener)
    stop()
  }
}

export const useDraft = (): Draft => useSyncExternalStore(subscribe, readDraft, readDraft)
