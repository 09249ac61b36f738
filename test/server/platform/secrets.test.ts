import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createSecrets, hashToken, loadMasterKey, newToken } from '../../../server/platform/secrets/secrets'

const secrets = createSecrets(randomBytes(32))

test.each([
  ['a name', '张文海'],
  ['nothing', ''],
  ['rare characters', '𠮷田 👨‍👩‍👧'],
  ['a number', '13812341234'],
  ['a long text', 'x'.repeat(10_000)],
])('%s sealed opens as it was', (_name, text) => {
  expect(secrets.open(secrets.seal(text))).toBe(text)
})

test('the same name sealed twice looks different, and shows nothing of itself', () => {
  const [one, other] = [secrets.seal('张文海'), secrets.seal('张文海')]
  expect(one.equals(other)).toBe(false)
  expect(one.includes(Buffer.from('张文海'))).toBe(false)
})

test('what somebody has changed by a single bit does not open; nor does another installation’s', () => {
  const sealed = secrets.seal('张文海')
  for (const at of [0, 12, sealed.length - 1]) {
    const changed = Buffer.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => secrets.open(changed)).toThrow()
  }
  expect(() => createSecrets(randomBytes(32)).open(sealed)).toThrow()
  expect(() => secrets.open(Buffer.alloc(4))).toThrow()
})

test('a signature fits its text and no other', () => {
  const signature = secrets.sign('a/b/full/1')
  expect(secrets.isSigned('a/b/full/1', signature)).toBe(true)
  for (const [text, given] of [
    ['a/b/full/2', signature],
    ['a/b/full/1', signature.slice(1)],
    ['a/b/full/1', ''],
    ['a/b/full/1', `${signature}=`],
    ['a/b/full/1', '签名签名签名签名签名签名签名签名签名签名签名'],
  ] as const) {
    expect(secrets.isSigned(text, given)).toBe(false)
  }
  expect(createSecrets(randomBytes(32)).isSigned('a/b/full/1', signature)).toBe(false)
})

test('tokens are long, all different, and kept as a hash', () => {
  const tokens = Array.from({ length: 100 }, newToken)
  expect(new Set(tokens).size).toBe(100)
  expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true)
  expect(hashToken('a').equals(hashToken('a'))).toBe(true)
  expect(hashToken('a').equals(hashToken('b'))).toBe(false)
})

describe('the master key', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(path.join(os.tmpdir(), 'hall-key-'))
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  test('is made once, for its owner’s eyes only, and stays the same', async () => {
    const data = path.join(dir, 'new', 'data')
    const first = await loadMasterKey(data, undefined)
    expect(first).toHaveLength(32)
    expect((await loadMasterKey(data, undefined)).equals(first)).toBe(true)
    expect((await stat(path.join(data, 'master.key'))).mode & 0o777).toBe(0o600)
  })

  test('made by two processes at once is one key', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadMasterKey(dir, undefined)))
    const kept = Buffer.from((await readFile(path.join(dir, 'master.key'), 'utf8')).trim(), 'hex')
    for (const key of keys) expect(key.equals(kept)).toBe(true)
  })

  test('can come from the environment; a wrong one is refused, never cut or filled up', async () => {
    const hex = 'ab'.repeat(32)
    expect((await loadMasterKey(dir, hex)).toString('hex')).toBe(hex)
    for (const wrong of ['ab', 'zz'.repeat(32), `${hex}ab`, ' ']) {
      await expect(loadMasterKey(dir, wrong)).rejects.toThrow('64 hex digits')
    }
  })

  test('a damaged key file is refused: with a wrong key nothing would ever open again', async () => {
    const { writeFile } = await import('node:fs/promises')
    for (const damaged of ['', 'abc', 'not hex']) {
      await writeFile(path.join(dir, 'master.key'), damaged)
      await expect(loadMasterKey(dir, undefined)).rejects.toThrow('master.key')
    }
  })
})
