import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../platform/platform'

/** Papers, door-to-door, conflicts. */
export function papersRoutes(_app: FastifyInstance, _platform: Platform): void {}
