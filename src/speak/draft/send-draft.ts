import { keepMatter } from '@/api/caches'
import { call } from '@/api/client'
import { newKey } from '@/api/key'
import { photoUrl } from '@/api/photo-url'
import { type ApiProblem, asProblem } from '@/api/problem'
import { queryClient } from '@/api/query-client'
import { uploadPhoto } from '@/api/upload'
import { bodyOf } from './draft'
import { changePhoto, clearDraft, markDraft, readDraft } from './store'

export type Sent = { ok: true; id: string; receipt: string } | { ok: false; problem: ApiProblem }

/** The key of these very words: kept with the draft, so that it survives a retry, a restart, an empty battery. */
function keyFor(words: string): string {
  const { attempt } = readDraft()
  if (attempt?.words === words) return attempt.key
  const key = newKey()
  markDraft({ attempt: { words, key } })
  return key
}

/** No answer, or “too many people”: nothing is wrong with the words, they only have to wait. */
const maySucceedLater = (problem: ApiProblem): boolean =>
  problem.code === 'offline' || [502, 503, 504].includes(problem.status)

let sending: Promise<Sent> | null = null

/** Photos that have not arrived yet, one after another. Null when all have. */
async function sendMissingPhotos(): Promise<ApiProblem | null> {
  for (const { key, src, id } of readDraft().photos) {
    if (id) continue
    try {
      const photo = await uploadPhoto(src, () => {})
      changePhoto(key, { id: photo.id, src: photoUrl(photo.thumbUrl), error: null })
    } catch (error) {
      const problem = asProblem(error)
      changePhoto(key, { error: problem.message })
      return problem
    }
  }
  return null
}

async function sendNow(): Promise<Sent> {
  const missing = await sendMissingPhotos()
  if (missing) {
    markDraft({ isWaiting: maySucceedLater(missing) })
    return { ok: false, problem: missing }
  }
  const body = bodyOf(readDraft())
  const key = keyFor(JSON.stringify(body))
  try {
    const { id, receipt, matter } = await call('speak.raise', { body, key })
    clearDraft()
    keepMatter(queryClient, matter)
    return { ok: true, id, receipt }
  } catch (error) {
    const problem = asProblem(error)
    markDraft({ isWaiting: maySucceedLater(problem) })
    return { ok: false, problem }
  }
}

export type SentMatter = Extract<Sent, { ok: true }>
const sentListeners = new Set<(sent: SentMatter) => void>()

/** The page that is writing hears of it, whoever pressed send: the button, or the network that came back. */
export function onSentDraft(listener: (sent: SentMatter) => void): () => void {
  sentListeners.add(listener)
  return () => {
    sentListeners.delete(listener)
  }
}

/** Whether a page will tell the reader that it has been sent. */
export const isHeard = (): boolean => sentListeners.size > 0

/** Sends the draft. However often it is asked for, one is on its way at a time. What fails stays a draft. */
export function sendDraft(): Promise<Sent> {
  sending ??= sendNow()
    .then((sent) => {
      if (sent.ok) for (const listener of [...sentListeners]) listener(sent)
      return sent
    })
    .finally(() => {
      sending = null
    })
  return sending
}
