import type { FastifyInstance } from 'fastify'

const LINE = /^((?:[│ ] {3})*)[├└]── (\S*) \(([A-Z, ]+)\)$/

/** Every route that the server answers, as “METHOD /path”, read from Fastify's own print of them. */
export function registeredRoutes(app: FastifyInstance): string[] {
  const parents: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const match = LINE.exec(line)
      if (!match) throw new Error(`what is “${line}”?`)
      const [, indent = '', piece = '', methods = ''] = match
      const depth = indent.length / 4
      const path = (depth > 0 ? (parents[depth - 1] ?? '') : '') + piece
      parents[depth] = path
      return methods.split(', ').map((method) => `${method} ${path}`)
    })
}
