import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../platform/platform'

/** The life of a joint decision, from draft to certified. */
export function votesRoutes(_app: FastifyInstance, _platform: Platform): void {}
