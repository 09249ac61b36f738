import '@fastify/multipart'
import { createReadStream } from 'node:fs'
import { PATHS } from '@yishiting/domain/contract/paths'
import { id } from '@yishiting/domain/contract/shared'
import { speak } from '@yishiting/domain/contract/speak'
import { PHOTO_BYTES_MAX } from '@yishiting/domain/speak/limits'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { moment } from '../platform/database/database'
import { notFound, ProblemError } from '../platform/http/problems'
import { callerOf, tokenOf } from '../platform/http/session'
import { newId } from '../platform/ids'
import { isGoodLink, photoView } from '../platform/photos/links'
import { readUpTo, UnreadablePhotoError } from '../platform/photos/store'
import type { Platform } from '../platform/platform'

/** The bytes of the one file sent; an upload cut half-way ends here and leaves nothing. */
async function bytesOf(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new ProblemError('unsupported_media')
  const file = await request.file({ limits: { fileSize: PHOTO_BYTES_MAX + 1, files: 1 } })
  if (!file) throw new ProblemError('photo_unreadable')
  const bytes = await readUpTo(file.file, PHOTO_BYTES_MAX)
  if (bytes === null || file.file.truncated) throw new ProblemError('photo_too_large')
  if (bytes.length === 0) throw new ProblemError('photo_unreadable')
  return bytes
}

function upload(app: FastifyInstance, platform: Platform): void {
  const [method, url] = PATHS['speak.uploadPhoto']
  const op = speak.uploadPhoto
  app.route({
    method,
    url,
    schema: {
      operationId: op.id,
      summary: op.summary,
      tags: ['speak'],
      consumes: ['multipart/form-data'],
      params: op.params,
      response: { 201: op.response },
    },
    config: { ability: op.ability, operationId: op.id },
    handler: async (request, reply) => {
      const { compoundId } = request.params as { compoundId: string }
      const now = platform.clock.now()
      const caller = await callerOf(platform.db, tokenOf(request), compoundId, now)
      const bytes = await bytesOf(request)
      const photoId = newId()
      const stored = await platform.photos.put(compoundId, photoId, bytes).catch((error: unknown) => {
        throw error instanceof UnreadablePhotoError ? new ProblemError('photo_unreadable') : error
      })
      await platform.db
        .insertInto('photos')
        .values({ compoundId, id: photoId, ownerId: caller.personId, ...stored, at: moment(now) })
        .execute()
      const view = photoView(platform.secrets, { compoundId, id: photoId, ...stored }, now)
      return reply.code(201).send(view)
    },
  })
}

const linkParams = z.object({ compoundId: id, photoId: id, size: z.enum(['full', 'thumb']) })
const linkQuery = z.object({ expires: z.coerce.number().int(), signature: z.string().max(64) })

function show(app: FastifyInstance, platform: Platform): void {
  app.route({
    method: 'GET',
    url: '/api/compounds/:compoundId/photos/:photoId/:size',
    schema: {
      summary: '一张照片（带签名的链接，过期作废）',
      tags: ['speak'],
      params: linkParams,
      querystring: linkQuery,
    },
    config: { ability: 'public', operationId: 'speak.photo' },
    handler: async (request, reply) => {
      const { compoundId, photoId, size } = request.params as z.output<typeof linkParams>
      const { expires, signature } = request.query as z.output<typeof linkQuery>
      const link = { compoundId, id: photoId, size, expires, signature }
      if (!isGoodLink(platform.secrets, link, platform.clock.now()))
        throw notFound('照片的链接过期了，请刷新页面。')
      const stream = createReadStream(platform.photos.file(compoundId, photoId, size))
      const opened = new Promise<void>((resolve, reject) =>
        stream.once('open', () => resolve()).once('error', reject),
      )
      await opened.catch(() => {
        throw notFound('没有找到这张照片。')
      })
      return reply
        .type('image/jpeg')
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('x-content-type-options', 'nosniff')
        .send(stream)
    },
  })
}

export function photoRoutes(app: FastifyInstance, platform: Platform): void {
  upload(app, platform)
  show(app, platform)
}
