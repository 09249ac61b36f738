import type { FastifyInstance } from 'fastify'
import type { Platform } from '../platform/platform'
import { attendRoutes } from './attend/routes'
import { floorRoutes } from './floor/routes'
import { hearingRoutes } from './hearing/routes'
import { liveRoute } from './live/socket'
import { minutesRoutes } from './minutes/routes'
import { opinionRoutes } from './opinion/routes'
import { planRoutes } from './plan/routes'
import { pollRoutes } from './polls/routes'

/** 议事: the four meetings. */
export function deliberateRoutes(app: FastifyInstance, platform: Platform): void {
  planRoutes(app, platform)
  attendRoutes(app, platform)
  floorRoutes(app, platform)
  pollRoutes(app, platform)
  opinionRoutes(app, platform)
  hearingRoutes(app, platform)
  minutesRoutes(app, platform)
  liveRoute(app, platform)
}
