import type { FastifyInstance } from 'fastify'

/**
 * JSON is what the API reads. Phones say “application/json” also when they send nothing: that is an empty body and no
 * error; what a body must hold, its schema says.
 */
export function readBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text.length === 0) return done(null, undefined)
    return parse(request, text.toString(), done)
  })
  app.addHook('preValidation', async (request) => {
    request.body ??= {}
  })
}
