import type { PhotoView, Problem } from '@yishiting/domain/contract/shared'
import sharp from 'sharp'
import type { Hall } from '../../support/hall'
import type { TestPerson } from '../../support/people'

/** A real JPEG of one colour. */
export function jpeg(width = 64, height = 48): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#4a7' } })
    .jpeg()
    .toBuffer()
}

interface File {
  name?: string
  type?: string
  field?: string
}

const BOUNDARY = 'a-boundary-of-the-test'

/** One file as a phone sends it. */
export function multipart(bytes: Buffer, file: File = {}): { payload: Buffer; contentType: string } {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${file.field ?? 'file'}"; filename="${
    file.name ?? 'photo.jpg'
  }"\r\ncontent-type: ${file.type ?? 'image/jpeg'}\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
  }
}

export async function upload(
  hall: Hall,
  who: TestPerson | null,
  bytes: Buffer,
  options: File & { compoundId?: string } = {},
): Promise<{ status: number; photo: PhotoView; problem: Problem }> {
  const { payload, contentType } = multipart(bytes, options)
  const answer = await hall.app.inject({
    method: 'POST',
    url: `/api/compounds/${options.compoundId ?? hall.compound.id}/photos`,
    headers: { 'content-type': contentType, ...(who ? { authorization: `Bearer ${who.token}` } : {}) },
    payload,
  })
  const body = answer.json()
  return { status: answer.statusCode, photo: body, problem: body }
}

/** A photo of his own that he may give to a matter or to an entry. */
export async function photoOf(hall: Hall, who: TestPerson): Promise<string> {
  const { status, photo } = await upload(hall, who, await jpeg())
  if (status !== 201) throw new Error(`upload answered ${status}`)
  return photo.id
}
