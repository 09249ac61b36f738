import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import sharp from 'sharp'

const FULL = 1600
const THUMB = 400
// 80 megapixels: a modern phone's largest picture; more is a bomb, not a photo.
const PIXELS_MAX = 80_000_000

export class UnreadablePhotoError extends Error {
  override name = 'UnreadablePhotoError'
}

export interface StoredPhoto {
  width: number
  height: number
  bytes: number
}

/**
 * Pictures on disk, two sizes each. Every picture is decoded and encoded anew, which drops EXIF, GPS and whatever else was
 * hidden in the file; a file that is not a picture fails here and leaves nothing.
 */
export class PhotoStore {
  constructor(private readonly root: string) {}

  /** @throws UnreadablePhotoError when the bytes are not a whole JPEG, PNG, WebP, GIF or AVIF picture. */
  async put(compoundId: string, id: string, bytes: Buffer): Promise<StoredPhoto> {
    const folder = this.folder(compoundId, id)
    await mkdir(folder, { recursive: true })
    const unfinished = path.join(folder, `${id}.part`)
    try {
      // `failOn: 'truncated'` refuses a picture of which only the first half arrived.
      const picture = sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'truncated' }).rotate()
      const full = await picture
        .clone()
        .resize(FULL, FULL, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 82, mozjpeg: true })
        .toFile(unfinished)
      await picture
        .clone()
        .resize(THUMB, THUMB, { fit: 'cover', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 72 })
        .toFile(this.file(compoundId, id, 'thumb'))
      await rename(unfinished, this.file(compoundId, id, 'full'))
      return { width: full.width, height: full.height, bytes: full.size }
    } catch (error) {
      await this.remove(compoundId, id)
      await rm(unfinished, { force: true })
      throw new UnreadablePhotoError('not a readable picture', { cause: error })
    }
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
