import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../platform/platform'

/** Casting online, receipts, mandates. */
export function ballotsRoutes(_app: FastifyInstance, _platform: Platform): void {}
