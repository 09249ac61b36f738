import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Platform } from '../platform'
import { ProblemError } from './problems'

const open = { ability: 'public' as const }

/** Is the process alive; can it serve; what does it measure. Metrics answer only the machine itself unless asked for. */
export function healthRoutes(app: FastifyInstance, platform: Platform): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_seconds',
    help: 'Time to answer, by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'db_pool_waiting',
    help: 'Requests waiting for a database connection',
    registers: [registry],
    collect() {
      this.set(platform.pool.waitingCount)
    },
  })
  app.addHook('onResponse', async (request, reply) => {
    const operation = request.routeOptions.config.operationId ?? 'other'
    seconds.observe({ operation, status: reply.statusCode }, reply.elapsedTime / 1000)
  })

  app.get('/api/health', { config: { ...open, operationId: 'health' } }, async () => ({ ok: true }))
  app.get('/api/ready', { config: { ...open, operationId: 'ready' } }, async () => {
    try {
      await sql`select 1`.execute(platform.db)
    } catch {
      throw new ProblemError('not_ready')
    }
    return { ok: true }
  })
  app.get('/api/metrics', { config: { ...open, operationId: 'metrics' } }, async (request, reply) => {
    const isLocal = request.ip === '127.0.0.1' || request.ip === '::1' || request.ip === '::ffff:127.0.0.1'
    if (!isLocal) throw new ProblemError('not_found')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
