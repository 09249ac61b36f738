import type { FastifyInstance } from 'fastify'
import type { Platform } from '../../platform/platform'

/** 业主名册: import, corrections, claims, requests. */
export function rollRoutes(_app: FastifyInstance, _platform: Platform): void {}
