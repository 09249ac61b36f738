import '@fastify/multipart'
import { createReadStream } from 'node:fs'
import { PATHS } from '@yishiting/domain/contract/paths'
import { id } from '@yishiting/domain/contract/shared'
import { speak } from '@yishiting/domain/contract/speak'
import { PHOTO_BYTES_MAX } from '@yishiting/domain/speak/limits'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { moment } from '../platform/database/database'
import { Gate } from '../platform/gate'
import { notFound, ProblemError } from '../platform/http/problems'
import { needSession } from '../platform/http/route'
import { enter, tokenOf } from '../platform/http/session'
import { type Watch, withinTime } from '../platform/http/within-time'
import { newId } from '../platform/ids'
import { isGoodLink, photoView } from '../platform/photos/links'
import { readUpTo, UnreadablePhotoError } from '../platform/photos/store'
import type { Platform } from '../platform/platform'

/** The bytes of the one file sent; an upload cut half-way ends here and leaves nothing. */
async function bytesOf(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new ProblemError('unsupported_media')
  return readFile(request).catch((error: Error & { statusCode?: number }) => {
    // What the parser of the form itself stumbles over: no boundary, no end, a connection gone.
    const isKnown = error instanceof ProblemError || error.statusCode !== undefined
    throw isKnown ? error : new ProblemError('photo_unreadable')
  })
}

async function readFile(request: FastifyRequest): Promise<Buffer> {
  const file = await request.file({ limits: { fileSize: PHOTO_BYTES_MAX + 1, files: 1 } })
  if (!file) throw new ProblemError('photo_unreadable')
  const bytes = await readUpTo(file.file, PHOTO_BYTES_MAX)
  if (bytes === null || file.file.truncated) throw new ProblemError('photo_too_large')
  if (bytes.length === 0) throw new ProblemError('photo_unreadable')
  return bytes
}

// How long an upload takes is the phone's; what the server adds to it stays within ten seconds.
const CALLER_WITHIN = 4_000
const KEPT_WITHIN = 5_000
// Pictures on their way are held in memory (10 MB each at most); decoding one takes a core.
const arriving = new Gate(32, 5_000)
const decoding = new Gate(2, 4_000)

interface Owner {
  compoundId: string
  personId: string
  now: number
}

/** A file without a row would lie there for ever: where the row cannot be written, the file goes too. */
async function keep(platform: Platform, { compoundId, personId, now }: Owner, bytes: Buffer, watch: Watch) {
  const id = newId()
  const stored = await decoding
    .pass(() => platform.photos.put(compoundId, id, bytes))
    .catch((error: unknown) => {
      throw error instanceof UnreadablePhotoError ? new ProblemError('photo_unreadable') : error
    })
  try {
    watch.check()
    await platform.db
      .insertInto('photos')
      .values({ compoundId, id, ownerId: personId, ...stored, at: moment(now) })
      .execute()
  } catch (error) {
    await platform.photos.remove(compoundId, id)
    throw error
  }
  return { compoundId, id, ...stored }
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
    onRequest: needSession,
    handler: async (request, reply) => {
      const { compoundId } = request.params as { compoundId: string }
      const token = tokenOf(request)
      const now = platform.clock.now()
      const { caller } = await withinTime(
        platform.pool,
        () => enter(platform.db, token, compoundId, now),
        CALLER_WITHIN,
      )
      const bytes = await arriving.pass(() => bytesOf(request))
      const owner = { compoundId, personId: caller.personId, now }
      const photo = await withinTime(
        platform.pool,
        (watch) => keep(platform, owner, bytes, watch),
        KEPT_WITHIN,
      )
      return reply.code(201).send(photoView(platform.secrets, photo, now))
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
