import pino, { type Logger } from 'pino'

/** JSON lines on standard output. Personal data and tokens stay out even when somebody logs a request by mistake. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    redact: ['req.headers.authorization', 'headers.authorization', 'body', '*.name', '*.phone', '*.text'],
  })
}
