import './platform/http/types'
import multipart from '@fastify/multipart'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import websocket from '@fastify/websocket'
import { PHOTO_BYTES_MAX } from '@yishiting/domain/speak/limits'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { actRoutes } from './act/routes'
import { deliberateRoutes } from './deliberate/routes'
import { demoRoutes } from './demo/routes'
import { ownersRoutes } from './owners/routes'
import { peopleRoutes } from './people/routes'
import { readBodies } from './platform/http/bodies'
import { hangUpWhenClosing } from './platform/http/closing'
import { handleErrors, sendProblem } from './platform/http/errors'
import { healthRoutes } from './platform/http/health'
import { ProblemError } from './platform/http/problems'
import { serveScreens } from './platform/http/screens'
import type { Platform } from './platform/platform'
import { rateRoutes } from './rate/routes'
import { sortRoutes } from './sort/routes'
import { speakRoutes } from './speak/routes'

/** A phone says hello and nothing more. */
const HELLO_MAX = 1024
const BODY_MAX = 512 * 1024

/** The whole server on a platform; tests build the same app. Listening and stopping are the caller's. */
export async function buildApp(platform: Platform): Promise<FastifyInstance> {
  const log: FastifyBaseLogger = platform.log
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    // A request's own lines are written where something happens; addresses and tokens never.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_MAX,
    // WeChat's gateway and cloud proxies stand in front in production.
    trustProxy: 'loopback',
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    // The server's own limit for a request line; a longer id is not found, like any other that is none.
    routerOptions: { maxParamLength: 16 * 1024 },
    frameworkErrors: (_error, _request, reply) => {
      void sendProblem(reply, new ProblemError('not_found').problem)
    },
    genReqId: () => crypto.randomUUID(),
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  handleErrors(app)
  readBodies(app)
  hangUpWhenClosing(app)
  app.addHook('onRoute', ({ url, config }) => {
    // The API's own pages and the web build's files are open; an operation says who may come in, or the server does not start.
    const isPage = !url.startsWith('/api/') || url.startsWith('/api/docs')
    if (!isPage && !config?.ability) throw new Error(`${url} does not say who may come in`)
  })
  await app.register(websocket, { options: { maxPayload: HELLO_MAX, clientTracking: true } })
  app.addHook('onClose', () => platform.realtime.close())
  await app.register(multipart, { limits: { fileSize: PHOTO_BYTES_MAX + 1, files: 1, fields: 5 } })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '议事厅 API',
        version: '1',
        description:
          '五事四会：说事、理事、议事、干事、评事。错误按 RFC 9457，code 稳定，detail 是给人看的句子。',
      },
      components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  })
  app.get(
    '/api/openapi.json',
    { schema: { hide: true }, config: { ability: 'public', operationId: 'openapi' } },
    () => app.swagger(),
  )
  await app.register(swaggerUi, { routePrefix: '/api/docs' })

  healthRoutes(app, platform)
  peopleRoutes(app, platform)
  speakRoutes(app, platform)
  sortRoutes(app, platform)
  deliberateRoutes(app, platform)
  ownersRoutes(app, platform)
  actRoutes(app, platform)
  rateRoutes(app, platform)
  // Outside demo mode these paths do not exist at all.
  if (platform.config.demo) demoRoutes(app, platform)
  await serveScreens(app, { h5: platform.config.h5Root, desk: platform.config.deskRoot })
  return app
}
