import type { Problem } from '@yishiting/domain/contract/shared'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { DatabaseError } from 'pg'
import { isOutdatedPlan } from '../database/kept-statements'
import { ProblemError, RefusalError } from './problems'

/** PostgreSQL's own words for “too busy”: connections gone, statement or lock timed out, shutting down or starting. */
const BUSY_SQLSTATES = /^(08...|53...|57014|55P03|57P0[1-5]|40P01|40001|25P0[34])$/
/** A character that PostgreSQL cannot keep (U+0000): whatever let it through, it is the sender's. */
const UNUSABLE_TEXT_SQLSTATES = new Set(['22021', '22P05'])

/** The driver's and the network's words for a database that cannot be reached just now. */
const UNREACHABLE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT'])
const UNREACHABLE_WORDS =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|connection error and is not queryable|Client was closed/

interface Failure {
  message: string
  code?: string
  syscall?: string
}

/** Is it the database that is away or has no time? Then the request was all right and may come again. */
export function isBusy(error: Failure): boolean {
  if (error instanceof DatabaseError) return BUSY_SQLSTATES.test(error.code ?? '') || isOutdatedPlan(error)
  const isNetwork = error.syscall === undefined || ['connect', 'read', 'write'].includes(error.syscall)
  return (isNetwork && UNREACHABLE_CODES.has(error.code ?? '')) || UNREACHABLE_WORDS.test(error.message)
}

const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text)

function problemOf(error: FastifyError): Problem {
  if (error instanceof ProblemError || error instanceof RefusalError) return error.problem
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.map((each) => ({
      field: each.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: each.message ?? '',
    }))
    const inPath = error.validationContext === 'params'
    if (inPath) return new ProblemError('not_found').problem
    const sentence = issues.find((issue) => isChinese(issue.message))?.message
    return new ProblemError('bad_input', { detail: sentence, details: { issues } }).problem
  }
  if (isBusy(error)) return new ProblemError('busy').problem
  if (error instanceof DatabaseError && UNUSABLE_TEXT_SQLSTATES.has(error.code ?? '')) {
    return new ProblemError('bad_input').problem
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ProblemError('too_large').problem
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') return new ProblemError('photo_too_large').problem
  if (
    error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' ||
    error.code === 'FST_INVALID_MULTIPART_CONTENT_TYPE'
  ) {
    return new ProblemError('unsupported_media').problem
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new ProblemError('bad_input').problem
  }
  return new ProblemError('internal').problem
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 503) void reply.header('retry-after', '2')
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem)
}

/** Every error leaves as a problem with a stable code and a sentence; only what nobody foresaw is logged as an error. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const problem = problemOf(error)
    if (problem.status === 500) request.log.error({ err: error }, 'unforeseen')
    else request.log.info({ code: problem.code, status: problem.status }, 'refused')
    return sendProblem(reply, problem)
  })
}
