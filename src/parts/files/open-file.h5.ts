import { offline, problemIn } from '@/api/problem'
import { parsed } from '@/api/send'
import type { RemoteFile } from './open-file'

// Time enough for the browser to have taken the file over.
const KEPT_MS = 60_000

/** Fetches a file with the session's header, which a plain link could not carry, and lets the browser keep it. */
export async function openFile({ url, header, name }: RemoteFile): Promise<void> {
  const answer = await fetch(url, { headers: header }).catch((cause: unknown) => {
    throw offline(cause)
  })
  if (!answer.ok) throw problemIn(answer.status, parsed(await answer.text()))
  const href = URL.createObjectURL(await answer.blob())
  const link = document.createElement('a')
  link.href = href
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS)
}
