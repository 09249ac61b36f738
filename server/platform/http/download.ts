import type { Operation } from '@yishiting/domain/contract/operation'
import { PATHS } from '@yishiting/domain/contract/paths'
import { type Action, mayEver } from '@yishiting/domain/people/abilities'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Database } from '../database/database'
import type { Platform } from '../platform'
import { ProblemError } from './problems'
import { needSession } from './route'
import { type Caller, enter, tokenOf } from './session'
import { withinTime } from './within-time'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const ZIP = 'application/zip'
export const ICS = 'text/calendar; charset=utf-8'

export interface DownloadCall<Params, Query> {
  params: Params
  query: Query
  compoundId: string
  caller: Caller
  now: number
}

/** What is needed to make the file, read with one connection that is given back before the making begins. */
export interface Download {
  /** What the file is called, with its ending. */
  name: string
  type: string
  /** Makes the bytes, without a connection. */
  make(): Promise<Buffer | string>
}

/** RFC 6266: the name in UTF-8, and one of plain letters for programs that cannot. */
function disposition(name: string): string {
  const ending = /\.[a-z]{3,4}$/.exec(name)?.[0] ?? ''
  return `attachment; filename="file${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

/**
 * Registers a download: the door as for every operation, then `prepare` reads what the file is made of, then the file is made.
 * Files are never kept by proxies or browsers.
 */
export function download<Params extends z.ZodType, Query extends z.ZodType>(
  app: FastifyInstance,
  platform: Platform,
  op: Operation<Params, Query, z.ZodType, z.ZodType>,
  prepare: (call: DownloadCall<z.output<Params>, z.output<Query>>, db: Database) => Promise<Download>,
): void {
  const [method, url] = PATHS[op.id]
  app.route({
    method,
    url,
    schema: {
      operationId: op.id,
      summary: op.summary,
      tags: [op.id.split('.')[0] ?? 'hall'],
      description: `能力：${op.ability}；答复是文件`,
      params: op.params,
      querystring: op.query,
    },
    config: { ability: op.ability, operationId: op.id },
    onRequest: needSession,
    handler: async (request, reply) => {
      const { compoundId } = request.params as { compoundId: string }
      const now = platform.clock.now()
      const { name, type, make } = await withinTime(platform.pool, () =>
        platform.db.connection().execute(async (db) => {
          const { caller } = await enter(db, tokenOf(request), compoundId, now)
          if (!mayEver(caller.actor, op.ability as Action)) throw new ProblemError('not_allowed')
          const params = request.params as z.output<Params>
          const query = request.query as z.output<Query>
          return prepare({ params, query, compoundId, caller, now }, db)
        }),
      )
      const bytes = await make()
      return reply
        .type(type)
        .header('content-disposition', disposition(name))
        .header('cache-control', 'private, no-store')
        .header('x-content-type-options', 'nosniff')
        .send(bytes)
    },
  })
}
