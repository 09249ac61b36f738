import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../platform/platform'

/** Template, documents, export. */
export function filesRoutes(_app: FastifyInstance, _platform: Platform): void {}
