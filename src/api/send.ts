import Taro from '@tarojs/taro'
import { offline } from './problem'

const TIMEOUT_MS = 12_000

export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  header: Record<string, string>
  /** JSON, for everything but a GET. */
  body?: string
}

export interface Answer {
  status: number
  body: unknown
  header: Record<string, string>
}

const lowerCased = (header: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]))

/** One request over the air. @throws ApiProblem `offline` when no answer comes within 12 s. */
export async function send({ method, url, header, body }: Request): Promise<Answer> {
  try {
    const answer = await Taro.request({
      url,
      method,
      header: body === undefined ? header : { ...header, 'content-type': 'application/json' },
      data: body,
      dataType: 'json',
      timeout: TIMEOUT_MS,
    })
    return {
      status: answer.statusCode,
      body: parsed(answer.data),
      header: lowerCased(answer.header ?? {}),
    }
  } catch (cause) {
    throw offline(cause)
  }
}

/** WeChat parses only what calls itself application/json; a problem calls itself application/problem+json. */
export function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data
  try {
    return JSON.parse(data)
  } catch {
    return data
  }
}
