import type { Problem } from '@yishiting/domain/contract/shared'

/** Why a request did not do what was asked. `message` is the sentence to show. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  /** Stable: the server's code, or `offline` when no answer came. */
  readonly code: string
  /** HTTP status; 0 when no answer came. */
  readonly status: number
  readonly details: Record<string, unknown>
  readonly legalBasis: string | null

  constructor(problem: {
    code: string
    status: number
    detail: string
    details?: Record<string, unknown>
    legalBasis?: string
  }) {
    super(problem.detail)
    this.code = problem.code
    this.status = problem.status
    this.details = problem.details ?? {}
    this.legalBasis = problem.legalBasis ?? null
  }
}

export const signedOut = (): ApiProblem =>
  new ApiProblem({ code: 'signed_out', status: 401, detail: '请先进入小区，再继续。' })

const OFFLINE = '现在连不上网，请看看网络，再试一次。'
const TOO_LONG = '等了很久没有回音，请再试一次。不会重复提交。'

/** No answer came: no network, or it took too long. */
export function offline(cause: unknown): ApiProblem {
  const words = cause instanceof Error ? `${cause.name} ${cause.message}` : JSON.stringify(cause ?? '')
  const isTimeout = /time.?out|abort/i.test(words)
  return new ApiProblem({ code: 'offline', status: 0, detail: isTimeout ? TOO_LONG : OFFLINE })
}

const FALLBACKS: Record<number, [code: string, sentence: string]> = {
  401: ['signed_out', '登录已失效，请重新进入。'],
  403: ['not_allowed', '这件事不由您来做。'],
  404: ['not_found', '没有找到，可能已经删除，或不在这个小区。'],
  413: ['too_large', '传的东西太大了。'],
  429: ['busy', '现在人很多，请稍等几秒再试。'],
  502: ['busy', '现在连不上，请稍等几秒再试。'],
  503: ['busy', '现在人很多，请稍等几秒再试。'],
  504: ['busy', '现在连不上，请稍等几秒再试。'],
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body

/** The problem in an answer; a gateway's own page (no problem+json) becomes a sentence all the same. */
export function problemIn(status: number, body: unknown): ApiProblem {
  if (isProblem(body)) return new ApiProblem({ ...body, status })
  const [code, detail] = FALLBACKS[status] ?? ['internal', '系统出了问题，请稍后再试。您填的内容没有丢。']
  return new ApiProblem({ code, status, detail })
}

/** Any failure as a problem, so that a page always has a sentence. */
export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem
    ? error
    : new ApiProblem({ code: 'internal', status: 0, detail: '出了点问题，请再试一次。' })
