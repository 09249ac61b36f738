import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../platform/platform'
import { castRoute } from './cast'

/** Casting online, receipts, mandates. */
export function ballotsRoutes(app: FastifyInstance, platform: Platform): void {
  castRoute(app, platform)
}
