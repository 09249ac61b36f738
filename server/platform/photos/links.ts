import type { PhotoView } from '@yishiting/domain/contract/shared'
import { HOUR, type Instant } from '@yishiting/domain/matter/instant'
import type { Secrets } from '../secrets/secrets'

// A link lives until the end of the day after: caches work within a day, and a leaked link dies.
const LIVES = 48 * HOUR
const STEP = 24 * HOUR

type Size = 'full' | 'thumb'
const signedText = (compoundId: string, id: string, size: Size, expires: number) =>
  `${compoundId}/${id}/${size}/${expires}`

/** `<image>` cannot send a session token, so a photo is opened by a signed link that expires. */
export function photoLink(
  secrets: Secrets,
  compoundId: string,
  id: string,
  size: Size,
  now: Instant,
): string {
  const expires = Math.ceil((now + LIVES) / STEP) * STEP
  const signature = secrets.sign(signedText(compoundId, id, size, expires))
  return `/api/compounds/${compoundId}/photos/${id}/${size}?expires=${expires}&signature=${signature}`
}

export function isGoodLink(
  secrets: Secrets,
  link: { compoundId: string; id: string; size: Size; expires: number; signature: string },
  now: Instant,
): boolean {
  return (
    link.expires > now &&
    secrets.isSigned(signedText(link.compoundId, link.id, link.size, link.expires), link.signature)
  )
}

export function photoView(
  secrets: Secrets,
  photo: { compoundId: string; id: string; width: number; height: number },
  now: Instant,
): PhotoView {
  return {
    id: photo.id,
    url: photoLink(secrets, photo.compoundId, photo.id, 'full', now),
    thumbUrl: photoLink(secrets, photo.compoundId, photo.id, 'thumb', now),
    width: photo.width,
    height: photo.height,
  }
}
