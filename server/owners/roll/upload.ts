import '@fastify/multipart'
import { owners } from '@yishiting/domain/contract/owners'
import { PATHS } from '@yishiting/domain/contract/paths'
import { findHeader } from '@yishiting/domain/owners/roll-headings'
import { mayEver } from '@yishiting/domain/people/abilities'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Gate } from '../../platform/gate'
import { ProblemError } from '../../platform/http/problems'
import { needSession } from '../../platform/http/route'
import { enter, tokenOf } from '../../platform/http/session'
import { withinTime } from '../../platform/http/within-time'
import { readUpTo } from '../../platform/photos/store'
import type { Platform } from '../../platform/platform'
import { storeImport, type UploadedRoll } from './imports'
import { currentVersion } from './load'
import { previewOf } from './preview'
import { refuse } from './refuse'
import { readTable } from './table/read-table'
import { FILE_BYTES_MAX, UnreadableTableError } from './table/table'

const CALLER_WITHIN = 3_000
const KEPT_WITHIN = 4_000
const NAME_MAX = 100
// A file on its way is held in memory, and reading it takes a core.
const arriving = new Gate(4, 5_000)
const reading = new Gate(1, 5_000)

const unreadable = (message: string) => refuse('file_unreadable', message)

async function fileOf(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  if (!request.isMultipart()) throw new ProblemError('unsupported_media')
  const cut = unreadable('文件没有传完整，请重新传。')
  const file = await request
    .file({ limits: { fileSize: FILE_BYTES_MAX + 1, files: 1 } })
    .catch((error: Error & { statusCode?: number }) => {
      throw error.statusCode === undefined ? cut : error
    })
  if (!file) throw unreadable('请选名册文件。')
  const bytes = await readUpTo(file.file, FILE_BYTES_MAX).catch(() => {
    throw cut
  })
  if (bytes === null || file.file.truncated) {
    throw new ProblemError('too_large', { detail: '文件太大了，最多 20 MB。' })
  }
  if (bytes.length === 0) throw unreadable('文件是空的。')
  return { name: file.filename.slice(-NAME_MAX), bytes }
}

async function rollOf(bytes: Buffer): Promise<Omit<UploadedRoll, 'baseVersion'>> {
  const table = await readTable(bytes).catch((error: unknown) => {
    throw error instanceof UnreadableTableError ? unreadable(error.message) : error
  })
  const headerAt = findHeader(table.rows)
  if (headerAt === null) {
    throw unreadable('没有找到表头：前十行里要有一行写明“房号”“面积”“业主姓名”等，可以用模板。')
  }
  return { ...table, headerAt }
}

/** Takes a roll as a file. Nothing of it is in the roll yet: it waits, sealed, to be checked and applied. */
export function uploadRoute(app: FastifyInstance, platform: Platform): void {
  const op = owners.uploadRoll
  const [method, url] = PATHS[op.id as 'owners.uploadRoll']
  app.route({
    method,
    url,
    schema: {
      operationId: op.id,
      summary: op.summary,
      tags: ['owners'],
      consumes: ['multipart/form-data'],
      params: op.params,
      response: { 201: op.response },
    },
    config: { ability: op.ability, operationId: op.id },
    onRequest: needSession,
    handler: async (request, reply) => {
      const { compoundId } = request.params as { compoundId: string }
      const { db, secrets, pool, clock } = platform
      const now = clock.now()
      const { caller } = await withinTime(
        pool,
        () => enter(db, tokenOf(request), compoundId, now),
        CALLER_WITHIN,
      )
      if (!mayEver(caller.actor, 'keepRoll')) throw new ProblemError('not_allowed')
      const { name, bytes } = await arriving.pass(() => fileOf(request))
      const read = await reading.pass(() => rollOf(bytes))
      const store = async () => {
        const roll = { ...read, baseVersion: await currentVersion(db, compoundId) }
        const id = await storeImport(db, secrets, {
          compoundId,
          byId: caller.personId,
          now,
          fileName: name,
          roll,
        })
        return previewOf(id, name, roll)
      }
      return reply.code(201).send(await withinTime(pool, store, KEPT_WITHIN))
    },
  })
}
