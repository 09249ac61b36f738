import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendProblem } from './errors'
import { ProblemError } from './problems'

const HASHED = /\.[0-9a-f]{8}\.(js|css)$/

const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && !request.url.startsWith('/api/')

/** The web build from the same port; every path that is no file and no API opens the app, so that links work. */
export async function serveH5(app: FastifyInstance, root: string): Promise<void> {
  const isBuilt = existsSync(path.join(root, 'index.html'))
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root,
      wildcard: false,
      index: false,
      cacheControl: false,
      setHeaders: (response, file) => {
        void response.header(
          'cache-control',
          HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    if (!isBuilt || !wantsPage(request) || path.extname(request.url.split('?')[0] ?? '') !== '') {
      return sendProblem(reply, new ProblemError('not_found', { detail: '没有这个地址。' }).problem)
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
