import { mkdir, readdir, readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import { DAY } from '@yishiting/domain/matter/instant'
import sharp from 'sharp'
import { tidy } from '../../../server/platform/queue/queue'
import { type Hall, openHall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { raise, read } from '../support/matters'
import { jpeg, multipart, photoOf, upload } from '../support/pictures'
import { listen } from '../support/real'

let hall: Hall
let who: TestPerson
beforeAll(async () => {
  hall = await openHall()
  who = hall.people.owner
})
afterAll(() => hall.close())

const folder = () => path.join(hall.platform.config.dataDir, 'photos')

async function kept(): Promise<{ rows: number; files: string[] }> {
  await mkdir(folder(), { recursive: true })
  const { rows } = await hall.platform.pool.query('select count(*)::int as n from photos')
  const entries = await readdir(folder(), { recursive: true, withFileTypes: true })
  return { rows: rows[0].n, files: entries.filter((entry) => entry.isFile()).map((entry) => entry.name) }
}

const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#fff' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer()

async function gps(): Promise<Buffer> {
  return sharp(await jpeg(300, 200))
    .withExif({
      IFD0: { Copyright: 'CANARY-COPYRIGHT' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 0/1' },
    })
    .jpeg()
    .toBuffer()
}

test('a photo is encoded anew: position, camera and everything else hidden in it are gone', async () => {
  const sent = await gps()
  expect((await sharp(sent).metadata()).exif).toBeDefined()
  const { status, photo } = await upload(hall, who, sent)
  expect(status).toBe(201)
  for (const url of [photo.url, photo.thumbUrl]) {
    const answer = await hall.app.inject({ url })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
    const metadata = await sharp(answer.rawPayload).metadata()
    expect([metadata.format, metadata.exif, metadata.xmp, metadata.iptc]).toEqual([
      'jpeg',
      undefined,
      undefined,
      undefined,
    ])
    expect(answer.rawPayload.includes('CANARY')).toBe(false)
  }
})

test('a photo that the phone only marked as turned is stored upright', async () => {
  const turned = await sharp(await jpeg(300, 200))
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const { photo } = await upload(hall, who, turned)
  expect([photo.width, photo.height]).toEqual([200, 300])
})

test('a large photo is made smaller, a small one not larger', async () => {
  const large = await upload(hall, who, await jpeg(3000, 2000))
  expect([large.photo.width, large.photo.height]).toEqual([1600, 1067])
  const small = await upload(hall, who, await jpeg(40, 30))
  expect([small.photo.width, small.photo.height]).toEqual([40, 30])
})

test.each(['png', 'webp', 'gif', 'avif'] as const)('a %s is a photo too', async (format) => {
  const bytes = await sharp(await jpeg())
    .toFormat(format)
    .toBuffer()
  expect((await upload(hall, who, bytes)).status).toBe(201)
})

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'

const fakes: [string, () => Promise<Buffer> | Buffer][] = [
  ['a text renamed .jpg', () => Buffer.from('这不是照片'.repeat(100))],
  ['an HTML page renamed .jpg', () => Buffer.from('<html><script>alert(1)</script></html>')],
  ['an SVG', () => Buffer.from(SVG)],
  [
    'a TIFF',
    async () =>
      sharp(await jpeg())
        .tiff()
        .toBuffer(),
  ],
  ['a PDF', () => Buffer.from('%PDF-1.4\n%%EOF')],
  ['the first half of a JPEG', async () => (await jpeg(800, 600)).subarray(0, 1500)],
  ['the first half of a PNG', async () => (await png(300, 300)).subarray(0, 200)],
  ['a JPEG header with nothing behind it', async () => (await jpeg()).subarray(0, 20)],
  ['a picture that unpacks to 83 megapixels', () => png(9_100, 9_100)],
  ['an empty file', () => Buffer.alloc(0)],
]

test.each(fakes)('%s is refused with a sentence, and nothing is kept', async (_name, make) => {
  const before = await kept()
  const { status, problem } = await upload(hall, who, await make())
  expect([status, problem.code]).toEqual([422, 'photo_unreadable'])
  expect(problem.detail).toMatch(/[\u4e00-\u9fff]/)
  expect(await kept()).toEqual(before)
})

test('10 MB are taken, one byte more is not', async () => {
  const picture = await jpeg()
  const ofSize = (bytes: number) => Buffer.concat([picture, Buffer.alloc(bytes - picture.length)])
  expect((await upload(hall, who, ofSize(10 * 1024 * 1024))).status).toBe(201)
  const before = await kept()
  for (const size of [10 * 1024 * 1024 + 1, 12 * 1024 * 1024]) {
    const { status, problem } = await upload(hall, who, ofSize(size))
    expect([status, problem.code]).toEqual([413, 'photo_too_large'])
  }
  expect(await kept()).toEqual(before)
})

test('an upload that is no upload is refused with a sentence', async () => {
  const url = `/api/compounds/${hall.compound.id}/photos`
  const authorization = `Bearer ${who.token}`
  for (const [contentType, payload] of [
    ['application/json', '{}'],
    ['text/plain', 'photo'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', '--x--\r\n'],
  ]) {
    const answer = await hall.app.inject({
      method: 'POST',
      url,
      headers: { authorization, 'content-type': contentType },
      payload,
    })
    expect([400, 415, 422]).toContain(answer.statusCode)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answer.json().detail).toMatch(/[\u4e00-\u9fff]/)
  }
})

test('an upload cut half-way leaves nothing, and the server goes on', async () => {
  const before = await kept()
  const { port } = await listen(hall)
  const { payload, contentType } = multipart(await jpeg(2000, 1500))
  for (const part of [0.2, 0.5, 0.95]) {
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          [
            `POST /api/compounds/${hall.compound.id}/photos HTTP/1.1`,
            'host: hall',
            `authorization: Bearer ${who.token}`,
            `content-type: ${contentType}`,
            `content-length: ${payload.length}`,
            '',
            '',
          ].join('\r\n'),
        )
        socket.write(payload.subarray(0, Math.floor(payload.length * part)), () =>
          setTimeout(() => socket.destroy(), 100),
        )
      })
      socket.on('close', () => resolve())
    })
  }
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await kept()).toEqual(before)
  expect((await upload(hall, who, await jpeg())).status).toBe(201)
})

test('a photo whose row cannot be written leaves no file', async () => {
  const before = await kept()
  await hall.platform.pool.query('alter table photos rename column bytes to octets')
  try {
    expect((await upload(hall, who, await jpeg())).status).toBe(500)
  } finally {
    await hall.platform.pool.query('alter table photos rename column octets to bytes')
  }
  expect(await kept()).toEqual(before)
})

test('only one’s own free photos can be given to a matter, each once', async () => {
  const { tenant, branch_secretary } = hall.people
  const foreign = await photoOf(hall, tenant)
  const used = await photoOf(hall, who)
  await raise(hall, who, { photoIds: [used] })
  const { rows } = await hall.platform.pool.query('select count(*)::int as n from matters')
  for (const photoId of [foreign, used, branch_secretary.id]) {
    const { status, problem } = await hall.send(who, 'speak.raise', {
      body: { text: '有照片', place: { buildingId: null, detail: '' }, photoIds: [photoId] },
    })
    expect([status, problem.code]).toEqual([422, 'photo_unknown'])
  }
  const after = await hall.platform.pool.query('select count(*)::int as n from matters')
  expect(after.rows).toEqual(rows)
})

test('nine photos at most', async () => {
  const photoIds = await Promise.all(Array.from({ length: 10 }, () => photoOf(hall, who)))
  const { status, problem } = await hall.send(who, 'speak.raise', {
    body: { text: '十张', place: { buildingId: null, detail: '' }, photoIds },
  })
  expect([status, problem.code]).toEqual([422, 'too_many_photos'])
  const matter = await raise(hall, who, { photoIds: photoIds.slice(0, 9) })
  expect(matter.photos.map((photo) => photo.id)).toEqual(photoIds.slice(0, 9))
})

test('a link to a photo dies after two days, and cannot be made up or turned to another', async () => {
  const matter = await raise(hall, who, { photoIds: [await photoOf(hall, who)] })
  const url = matter.photos[0]?.url ?? ''
  const status = async (at: string) => (await hall.app.inject({ url: at })).statusCode
  expect(await status(url)).toBe(200)
  const { photo: other } = await upload(hall, hall.people.tenant, await jpeg())
  const [, query] = url.split('?')
  const expires = new URLSearchParams(query).get('expires')
  for (const forged of [
    url.replace(/signature=./, 'signature=_'),
    url.replace(/expires=\d+/, `expires=${Number(expires) + 1}`),
    url.replace('/full?', '/thumb?'),
    `${other.url.split('?')[0]}?${query}`,
    url.split('?')[0] ?? '',
    `${url.split('?')[0]}?expires=${expires}`,
    url.replace('/full?', '/..%2f..%2fmaster.key?'),
  ]) {
    expect([400, 404]).toContain(await status(forged))
  }
  hall.clock.forward(4 * DAY)
  expect(await status(url)).toBe(404)
  // Whoever opens the page gets a fresh one.
  expect(await status((await read(hall, who, matter.id)).photos[0]?.url ?? '')).toBe(200)
})

test('what nobody takes is swept away after a day, row and files', async () => {
  const fresh = await openHall()
  try {
    const free = await photoOf(fresh, fresh.people.owner)
    const { photos } = await raise(fresh, fresh.people.owner, {
      photoIds: [await photoOf(fresh, fresh.people.owner)],
    })
    fresh.clock.forward(DAY + 1000)
    await tidy(fresh.platform)
    const { rows } = await fresh.platform.pool.query('select id from photos')
    expect(rows).toEqual([{ id: photos[0]?.id }])
    await expect(readFile(fresh.platform.photos.file(fresh.compound.id, free, 'full'))).rejects.toThrow(
      'ENOENT',
    )
  } finally {
    await fresh.close()
  }
})

test('sixty large photos at once: each is kept or told to come again, and files and rows agree', async () => {
  const fresh = await openHall()
  try {
    const bytes = await jpeg(4000, 3000)
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => upload(fresh, fresh.people.owner, bytes)),
    )
    const done = answers.filter((answer) => answer.status === 201).length
    const sentAway = answers.filter((answer) => answer.status === 503).length
    expect(done + sentAway).toBe(60)
    expect(done).toBeGreaterThan(0)
    const { rows } = await fresh.platform.pool.query('select count(*)::int as n from photos')
    expect(rows[0].n).toBe(done)
    const stored = await readdir(path.join(fresh.platform.config.dataDir, 'photos'), {
      recursive: true,
      withFileTypes: true,
    })
    expect(stored.filter((entry) => entry.isFile())).toHaveLength(done * 2)
  } finally {
    await fresh.close()
  }
})
