import { randomBytes } from 'node:crypto'
import type { Channel, Mark } from '@yishiting/domain/owners/ballot'
import { digestOf } from '../../platform/journal/digest'

/** Crockford's alphabet: no I, L, O, U, which are misread on paper and over the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 4
const GROUP = 4
const SALT_BYTES = 16

const DRAWN_AT_ONCE = 8_192
let drawn = Buffer.alloc(0)

/** Asking the system for a few random bytes costs as much as for thousands; each of them is given out once. */
function draw(bytes: number): Buffer {
  if (drawn.length < bytes) drawn = randomBytes(DRAWN_AT_ONCE)
  const taken = drawn.subarray(0, bytes)
  drawn = drawn.subarray(bytes)
  return taken
}

/** “7K3M-Q2XD-90WF-HC5T”: 80 random bits, what the holder looks his ballot up by. */
export function makeReceiptCode(): string {
  let code = ''
  // 256 is a multiple of 32: every letter is as likely.
  for (const [index, byte] of draw(GROUPS * GROUP).entries())
    code += (index > 0 && index % GROUP === 0 ? '-' : '') + ALPHABET.charAt(byte % ALPHABET.length)
  return code
}

const MISREAD: Record<string, string> = { I: '1', L: '1', O: '0' }

/** The code as it was given out, however it was typed: small letters, without dashes, full width, O for 0. */
export function readReceiptCode(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[ILO]/g, (letter) => MISREAD[letter] ?? letter)
  return plain.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? ''
}

/** Behind a digest, so that a direction cannot be guessed from it. */
export const makeSalt = (): Buffer => draw(SALT_BYTES)

export interface DigestedBallot {
  voteId: string
  keyNo: number
  seat: string
  edition: number
  marks: Readonly<Record<string, Mark>>
  channel: Channel
  /** Epoch ms, the server's clock. */
  receivedAt: number
  salt: Buffer
}

/** SHA-256 of a ballot's content and its salt: what the receipt carries and what is published after close. */
export function ballotDigest({ salt, ...facts }: DigestedBallot): Buffer {
  return digestOf({ ...facts, salt: salt.toString('hex') })
}
