import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './errors'
import { ProblemError } from './problems'

/** `main.1a2b3c4d.js` of Taro, `index-DkY3_x9a.js` of Vite: the name changes with the content. */
const HASHED = /[.-][\w-]{8}\.(js|css)$/

const DESK = '/desk/'

const wantsPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && !request.url.startsWith('/api/')

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? ''

async function serveFiles(
  app: FastifyInstance,
  root: string,
  prefix: string,
  isFirst: boolean,
): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    prefix,
    index: 'index.html',
    cacheControl: false,
    decorateReply: isFirst,
    setHeaders: (response, file) => {
      void response.header(
        'cache-control',
        HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
}

/**
 * The web build and the desk from the same port as the API. Every path that is no file and no API opens the app it belongs
 * to, so that links work; `/desk` and all below it open the desk. One that is not built is not there.
 */
export async function serveScreens(app: FastifyInstance, roots: { h5: string; desk: string }): Promise<void> {
  const isBuilt = (root: string) => existsSync(path.join(root, 'index.html'))
  const [hasH5, hasDesk] = [isBuilt(roots.h5), isBuilt(roots.desk)]
  if (hasH5) await serveFiles(app, roots.h5, '/', true)
  if (hasDesk) await serveFiles(app, roots.desk, DESK, !hasH5)
  const open = (reply: FastifyReply, root: string) =>
    reply.header('cache-control', 'no-cache').sendFile('index.html', root)
  app.setNotFoundHandler((request, reply) => {
    const isDesk = `${pathOf(request)}/`.startsWith(DESK)
    const isFile = path.extname(pathOf(request)) !== ''
    if (!wantsPage(request) || isFile || !(isDesk ? hasDesk : hasH5)) {
      return sendProblem(reply, new ProblemError('not_found', { detail: '没有这个地址。' }).problem)
    }
    return open(reply, isDesk ? roots.desk : roots.h5)
  })
}
