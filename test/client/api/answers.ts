import Taro from '@tarojs/taro'

interface Asked {
  url: string
  method: string
  header: Record<string, string>
  data?: string
  timeout?: number
}

const request = Taro.request as unknown as jest.Mock<Promise<unknown>, [Asked]>

/** Gives these answers in turn; an Error is a network that fails. */
export function answerWith(...answers: ([status: number, body: unknown, header?: object] | Error)[]): void {
  request.mockReset()
  for (const answer of answers) {
    if (answer instanceof Error) request.mockRejectedValueOnce({ errMsg: answer.message })
    else request.mockResolvedValueOnce({ statusCode: answer[0], data: answer[1], header: answer[2] ?? {} })
  }
}

/** Every request that has gone out, in order. */
export const asked = (): Asked[] => request.mock.calls.map(([options]) => options)

export const problem = (status: number, code: string, detail: string, details?: object) =>
  [status, { type: 'x', title: code, status, code, detail, ...(details ? { details } : {}) }] as [
    number,
    unknown,
  ]
