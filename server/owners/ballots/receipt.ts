import { randomBytes, randomInt } from 'node:crypto'
import type { Channel, Mark } from '@yishiting/domain/owners/ballot'
import { digestOf } from '../../platform/journal/digest'

/** Crockford's alphabet: no I, L, O, U, which are misread on paper and over the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 4
const GROUP = 4
const SALT_BYTES = 16

const group = (): string =>
  Array.from({ length: GROUP }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')

/** “7K3M-Q2XD-90WF-HC5T”: 80 random bits, what the holder looks his ballot up by. */
export const makeReceiptCode = (): string => Array.from({ length: GROUPS }, group).join('-')

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
export const makeSalt = (): Buffer => randomBytes(SALT_BYTES)

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
