import type { Problem } from '@yishiting/domain/contract/shared'
import { REFUSAL_STATUS, type Refusal } from '@yishiting/domain/matter/refusals'

/** What the server itself refuses, beside the rules' refusals: stable code, status, the sentence to show. */
const PROBLEMS = {
  bad_input: [400, '填的内容有问题，请改一改再试。'],
  signed_out: [401, '登录已失效，请重新进入。'],
  not_allowed: [403, '这件事不由您来做。'],
  not_found: [404, '没有找到，可能已经删除，或不在这个小区。'],
  method_not_allowed: [405, '不能这样做。'],
  stale_version: [412, '您看的时候别人已经处理了，请先看最新的。'],
  too_large: [413, '传的东西太大了。'],
  photo_too_large: [413, '照片太大了，每张最多 10 MB。请换一张或压缩后再传。'],
  photo_unreadable: [422, '这个文件不是照片，或没有传完整，请重新选一张。'],
  photo_unknown: [422, '有照片没有传上去，请重新传。'],
  unsupported_media: [415, '不支持这种格式。'],
  idempotency_key_reused: [422, '这次提交和刚才的不一样，请刷新后重试。'],
  version_required: [428, '请先刷新，再修改。'],
  idempotency_key_required: [428, '提交缺少编号，请刷新后重试。'],
  internal: [500, '系统出了问题，已经记下来了。您填的内容没有丢，请稍后再试。'],
  busy: [503, '现在人很多，请稍等几秒再试。'],
  not_ready: [503, '正在准备，请稍后再试。'],
} as const
export type ProblemCode = keyof typeof PROBLEMS

/** A request that ends without doing anything; becomes application/problem+json (RFC 9457). */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly problem: Problem

  constructor(code: ProblemCode, more: { detail?: string; details?: Record<string, unknown> } = {}) {
    super(code)
    const [status, detail] = PROBLEMS[code]
    this.problem = makeProblem(code, status, more.detail ?? detail, more.details)
  }
}

/** A rule said no. */
export class RefusalError extends Error {
  override name = 'RefusalError'
  readonly problem: Problem

  constructor(refusal: Refusal) {
    super(refusal.code)
    const problem = makeProblem(refusal.code, REFUSAL_STATUS[refusal.code], refusal.message, refusal.details)
    this.problem = refusal.legalBasis ? { ...problem, legalBasis: refusal.legalBasis } : problem
  }
}

function makeProblem(
  code: string,
  status: number,
  detail: string,
  details?: Record<string, unknown>,
): Problem {
  return {
    type: `https://yishiting.example/problems/${code}`,
    title: code,
    status,
    code,
    detail,
    ...(details ? { details } : {}),
  }
}

/** The value of a rule's result, or the refusal thrown: inside a transaction this undoes everything. */
export function unwrap<T>(result: { ok: true; value: T } | { ok: false; refusal: Refusal }): T {
  if (!result.ok) throw new RefusalError(result.refusal)
  return result.value
}

export const notFound = (detail?: string): ProblemError =>
  new ProblemError('not_found', detail ? { detail } : {})
