import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import sharp from 'sharp'

const FULL = 1600
const THUMB = 400
// 80 megapixels: a modern phone's largest picture; more is a bomb, not a photo.
const PIXELS_MAX = 80_000_000
// Not SVG, which is a program and no photo, nor what only scanners and printers speak. AVIF calls itself heif.
const FORMATS: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'heif'])

export class UnreadablePhotoError extends Error {
  override name = 'UnreadablePhotoError'
}

export interface StoredPhoto {
  width: number
  height: number
  bytes: number
}

async function encode(bytes: Buffer) {
  // `failOn: 'truncated'` refuses a picture of which only the first half arrived.
  const picture = sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'truncated' })
  const { format } = await picture.metadata()
  if (!FORMATS.has(format)) throw new UnreadablePhotoError(`a ${format} is no photo`)
  const { data: full, info } = await picture
    .rotate()
    .resize(FULL, FULL, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
  const thumb = await sharp(full)
    .resize(THUMB, THUMB, { fit: 'cover', withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer()
  return { full, thumb, width: info.width, height: info.height }
}

/** A file that is there is whole: it gets its name when its last byte is written. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const unfinished = `${file}.part`
  try {
    await writeFile(unfinished, bytes)
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/**
 * Pictures on disk, two sizes each. Every picture is decoded and encoded anew, which drops EXIF, GPS and whatever else was
 * hidden in the file; a file that is not a picture fails here and leaves nothing.
 */
export class PhotoStore {
  constructor(private readonly root: string) {}

  /** @throws UnreadablePhotoError when the bytes are not a whole JPEG, PNG, WebP, GIF or AVIF picture. */
  async put(compoundId: string, id: string, bytes: Buffer): Promise<StoredPhoto> {
    const pictures = await encode(bytes).catch((error: unknown) => {
      throw new UnreadablePhotoError('not a readable picture', { cause: error })
    })
    await mkdir(this.folder(compoundId, id), { recursive: true })
    try {
      await writeWhole(this.file(compoundId, id, 'thumb'), pictures.thumb)
      await writeWhole(this.file(compoundId, id, 'full'), pictures.full)
    } catch (error) {
      await this.remove(compoundId, id)
      throw error
    }
    return { width: pictures.width, height: pictures.height, bytes: pictures.full.length }
  }

  file(compoundId: string, id: string, size: 'full' | 'thumb'): string {
    return path.join(this.folder(compoundId, id), `${id}.${size}.jpg`)
  }

  async remove(compoundId: string, id: string): Promise<void> {
    await rm(this.file(compoundId, id, 'full'), { force: true })
    await rm(this.file(compoundId, id, 'thumb'), { force: true })
  }

  // The last two hex digits of a v7 UUID are random: files spread over 256 folders.
  private folder(compoundId: string, id: string): string {
    return path.join(this.root, compoundId, id.slice(-2))
  }
}

/** Reads a stream up to `limit` bytes. @returns null when there is more. */
export async function readUpTo(stream: Readable, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += (chunk as Buffer).length
    if (size > limit) return null
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}
