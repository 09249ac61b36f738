import { timingSafeEqual } from 'node:crypto'
import { codeChangesAt, codeWindow, windowsTaken } from '@yishiting/domain/deliberate/check-in'
import QRCode from 'qrcode'
import type { Secrets } from '../../platform/secrets/secrets'
import type { MeetingRow } from '../load'

type Room = Pick<MeetingRow, 'id' | 'checkInCode'>

function codeIn(secrets: Secrets, { id, checkInCode }: Room, window: number): string {
  const signed = Buffer.from(secrets.sign(`check-in:${id}:${checkInCode}:${window}`))
  return String(1000 + (signed.readUIntBE(0, 6) % 9000))
}

/** The four digits shown in the room now, and until when; they change every minute, so that a photograph of them grows stale. */
export function roomCode(secrets: Secrets, room: Room, now: number): { code: string; until: number } {
  return { code: codeIn(secrets, room, codeWindow(now)), until: codeChangesAt(now) }
}

/** The one shown now or the one before it: whoever types slowly is let in. */
export function isRoomCode(secrets: Secrets, room: Room, given: string, now: number): boolean {
  return windowsTaken(now).some((each) => {
    const [a, b] = [Buffer.from(given), Buffer.from(codeIn(secrets, room, each))]
    return a.length === b.length && timingSafeEqual(a, b)
  })
}

/** The pictures of a minute are the same for every moderator and every reading of the page. */
const KEPT = 64
const pictures = new Map<string, Promise<string>>()

/** The path of the meeting's page with the code in it, as a picture to scan from the mini-program. */
export function codePicture(meetingId: string, code: string): Promise<string> {
  const text = `/deliberate/pages/meeting/index?id=${meetingId}&code=${code}`
  const known = pictures.get(text)
  if (known) return known
  const drawn = QRCode.toDataURL(text, { errorCorrectionLevel: 'M', margin: 1, scale: 4 })
  pictures.set(text, drawn)
  const [oldest] = pictures.keys()
  if (pictures.size > KEPT && oldest) pictures.delete(oldest)
  return drawn
}
