import pino, { type DestinationStream, type Logger } from 'pino'

/** What a log says of an error. The database puts whole rows into `detail` and `where`: those stay out. */
function errorInLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { name, message, stack, cause } = error
  const code = (error as { code?: unknown }).code
  return {
    type: name,
    message,
    stack,
    ...(code ? { code } : {}),
    ...(cause ? { cause: errorInLog(cause) } : {}),
  }
}

/** JSON lines on standard output. Personal data and tokens stay out even when somebody logs a request by mistake. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    serializers: { err: errorInLog },
    redact: ['*.headers.authorization', 'headers.authorization', 'body', '*.name', '*.phone', '*.text'],
  }
  return destination ? pino(options, destination) : pino(options)
}
