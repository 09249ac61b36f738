import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'

export interface Photos {
  files: string[]
  remove(): Promise<void>
}

const EXIF = {
  IFD0: { Make: 'Phone', Model: 'A phone of the test' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '31/1 13/1 48/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '121/1 28/1 0/1',
  },
}

/** Real JPEGs as a phone takes them, with the place in their EXIF. */
export async function takePhotos(count: number): Promise<Photos> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'hall-photos-'))
  const files = await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const picture = sharp({
        create: { width: 1600, height: 1200, channels: 3, background: { r: 90 + at * 40, g: 140, b: 110 } },
      })
      const file = path.join(folder, `IMG_${at + 1}.jpg`)
      await writeFile(file, await picture.withExif(EXIF).jpeg().toBuffer())
      return file
    }),
  )
  return { files, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** What a picture tells about who took it and where. */
export async function hiddenWords(picture: Buffer): Promise<{ hasExif: boolean; hasPlace: boolean }> {
  const { exif, xmp, iptc } = await sharp(picture).metadata()
  return {
    hasExif: exif !== undefined || xmp !== undefined || iptc !== undefined,
    hasPlace: picture.includes('GPS') || picture.includes('A phone of the test'),
  }
}
