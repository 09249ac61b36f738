import type { Problem } from '@yishiting/domain/contract/shared'

/** What the server (RFC 9457) or the network says is wrong; `message` is the sentence to show. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'
  readonly code: string
  readonly status: number
  readonly details: Record<string, unknown>

  constructor({ code, status, detail, details }: Pick<Problem, 'code' | 'status' | 'detail' | 'details'>) {
    super(detail)
    this.code = code
    this.status = status
    this.details = details ?? {}
  }
}

export const offline = (): ApiProblem =>
  new ApiProblem({ code: 'offline', status: 0, detail: '现在连不上服务器，请看看网络，再试一次。' })

/** The sentence of anything thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof ApiProblem ? error.message : '出了点问题，请刷新后再试。'
