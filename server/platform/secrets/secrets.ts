import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

/** Names and phone numbers at rest (AES-256-GCM), signed photo links, hashes of session tokens: all from one master key. */
export interface Secrets {
  seal(text: string): Buffer
  open(sealed: Buffer): string
  sign(text: string): string
  isSigned(text: string, signature: string): boolean
}

function derive(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), purpose, KEY_BYTES))
}

export function createSecrets(master: Buffer): Secrets {
  const sealing = derive(master, 'yishiting/seal')
  const signing = derive(master, 'yishiting/sign')
  const sign = (text: string) => createHmac('sha256', signing).update(text).digest('base64url').slice(0, 22)
  return {
    seal(text) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed])
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, IV_BYTES))
      decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      return Buffer.concat([
        decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)),
        decipher.final(),
      ]).toString('utf8')
    },
    sign,
    isSigned(text, signature) {
      const right = Buffer.from(sign(text))
      const given = Buffer.from(signature)
      return right.length === given.length && timingSafeEqual(right, given)
    },
  }
}

function keyFrom(hex: string, source: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new Error(`${source} must be 64 hex digits`)
  return Buffer.from(hex, 'hex')
}

/** Written whole under a name of its own and then linked: of two processes that start at once the first makes the key. */
async function makeKeyFile(file: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const unfinished = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(unfinished, randomBytes(KEY_BYTES).toString('hex'), {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  })
  try {
    await link(unfinished, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(unfinished, { force: true })
  }
}

/** The master key of this installation: YISHITING_KEY (64 hex digits), else a file made once, readable by its owner only. */
export async function loadMasterKey(dataDir: string, fromEnv: string | undefined): Promise<Buffer> {
  if (fromEnv) return keyFrom(fromEnv, 'YISHITING_KEY')
  const file = path.join(dataDir, 'master.key')
  if (!existsSync(file)) await makeKeyFile(file)
  return keyFrom((await readFile(file, 'utf8')).trim(), file)
}

/** What is kept of a session token. The token has 256 random bits: a plain hash is enough. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
export const newToken = (): string => randomBytes(32).toString('base64url')
