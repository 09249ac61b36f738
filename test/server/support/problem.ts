import type { Problem } from '@yishiting/domain/contract/shared'

interface Answer {
  status: number
  problem: Problem
  headers: Record<string, string | string[] | number | undefined>
}

const CHINESE = /[\u4e00-\u9fff]/

/** A refusal as RFC 9457 wants it: its status, its stable code, and a sentence that a neighbour understands. */
export function expectProblem(answer: Answer, status: number, code: string): void {
  expect({ status: answer.status, code: answer.problem.code }).toEqual({ status, code })
  expect(answer.problem.status).toBe(status)
  expect(String(answer.headers['content-type'])).toMatch(/^application\/problem\+json/)
  expect(answer.problem.detail).toMatch(CHINESE)
}
