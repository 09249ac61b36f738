import type { FastifyInstance } from 'fastify'

/** Whoever is still being answered while the server closes is told to hang up; else his idle line would keep it open a minute. */
export function hangUpWhenClosing(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) void reply.header('connection', 'close')
  })
}
