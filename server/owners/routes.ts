import type { FastifyInstance } from 'fastify'
import type { Platform } from '../platform/platform'
import { ballotsRoutes } from './ballots/routes'
import { filesRoutes } from './files/routes'
import { papersRoutes } from './papers/routes'
import { rollRoutes } from './roll/routes'
import { votesRoutes } from './votes/routes'

/** Track B: the owners' joint decision (民法典 278). */
export function ownersRoutes(app: FastifyInstance, platform: Platform): void {
  rollRoutes(app, platform)
  votesRoutes(app, platform)
  ballotsRoutes(app, platform)
  papersRoutes(app, platform)
  filesRoutes(app, platform)
}
