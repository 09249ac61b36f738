import type { Action } from '@yishiting/domain/people/abilities'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may come in; a test walks every route and finds none without it. */
    ability?: Action | 'public' | 'session'
    operationId?: string
  }
}
