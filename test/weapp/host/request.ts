import { readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'

interface RequestOptions {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  timeout?: number
  success?(answer: unknown): void
  fail?(error: { errMsg: string }): void
  complete?(answer: unknown): void
}

function finish(options: RequestOptions, kind: 'success' | 'fail', answer: { errMsg: string }): void {
  options[kind]?.(answer as never)
  options.complete?.(answer)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Refuses what WeChat refuses: `wx.request` has no PATCH. */
const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])

function exchange(
  options: RequestOptions,
  method: string,
  headers: Record<string, string>,
  payload: Buffer | undefined,
  verb: 'request' | 'uploadFile',
) {
  let isAborted = false
  const sent = http.request(
    options.url,
    { method, headers, timeout: options.timeout ?? 60_000 },
    (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        if (isAborted) return
        const text = Buffer.concat(chunks).toString('utf8')
        // uploadFile hands back text, request parses JSON.
        const data = verb === 'request' ? parse(text) : text
        const whole = {
          data,
          statusCode: answer.statusCode,
          header: answer.headers,
          cookies: [],
          errMsg: `${verb}:ok`,
        }
        finish(options, 'success', whole)
      })
    },
  )
  sent.on('timeout', () => sent.destroy(new Error('timeout')))
  sent.on('error', (error) => {
    if (!isAborted) finish(options, 'fail', { errMsg: `${verb}:fail ${error.message}` })
  })
  if (payload) sent.write(payload)
  sent.end()
  return {
    abort() {
      isAborted = true
      sent.destroy()
      finish(options, 'fail', { errMsg: `${verb}:fail abort` })
    },
    onHeadersReceived() {},
    offHeadersReceived() {},
  }
}

/** Sends what the build addresses to `from` to `to`: the address of the API is fixed when the mini-program is built. */
export interface Redirect {
  from: string
  to: string
}

const redirected = (url: string, { from, to }: Redirect): string =>
  url.startsWith(from) ? to + url.slice(from.length) : url

/** `wx.request` over Node's http: any status reaches `success`, as in WeChat. */
const request = (redirect: Redirect) => (options: RequestOptions) => {
  const method = (options.method ?? 'GET').toUpperCase()
  if (!METHODS.has(method)) throw new Error(`wx.request has no ${method}`)
  const url = new URL(redirected(options.url, redirect))
  const hasBody = method !== 'GET' && method !== 'HEAD' && options.data !== undefined && options.data !== null
  if (method === 'GET' && options.data && typeof options.data === 'object') {
    for (const [name, value] of Object.entries(options.data)) url.searchParams.set(name, String(value))
  }
  const body = hasBody
    ? Buffer.from(typeof options.data === 'string' ? options.data : JSON.stringify(options.data))
    : undefined
  const headers: Record<string, string> = body
    ? { 'content-type': 'application/json', 'content-length': String(body.length) }
    : {}
  for (const [name, value] of Object.entries(options.header ?? {})) headers[name.toLowerCase()] = value
  return exchange({ ...options, url: url.href }, method, headers, body, 'request')
}

interface UploadOptions extends RequestOptions {
  filePath: string
  name: string
  formData?: Record<string, string>
}

const typeOf = (file: string): string => (file.endsWith('.jpg') ? 'image/jpeg' : 'application/octet-stream')

const BOUNDARY = '----weapp-host-boundary'

/** `wx.uploadFile`: one file as multipart/form-data. Progress is told once, at the end. */
const uploadFile = (redirect: Redirect) => (options: UploadOptions) => {
  const listeners: ((progress: {
    progress: number
    totalBytesSent: number
    totalBytesExpectedToSend: number
  }) => void)[] = []
  const file = readFileSync(options.filePath)
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${options.name}"; filename="${path.basename(options.filePath)}"\r\ncontent-type: ${typeOf(options.filePath)}\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
  const headers: Record<string, string> = {
    'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    'content-length': String(payload.length),
  }
  for (const [name, value] of Object.entries(options.header ?? {})) {
    if (name.toLowerCase() !== 'content-type') headers[name.toLowerCase()] = value
  }
  const url = redirected(options.url, redirect)
  const task = exchange({ ...options, url }, 'POST', headers, payload, 'uploadFile')
  setTimeout(() => {
    for (const tell of listeners) {
      tell({ progress: 100, totalBytesSent: payload.length, totalBytesExpectedToSend: payload.length })
    }
  })
  return {
    ...task,
    onProgressUpdate: (listener: (typeof listeners)[number]) => void listeners.push(listener),
    offProgressUpdate() {},
  }
}

export const network = (redirect: Redirect) => ({
  request: request(redirect),
  uploadFile: uploadFile(redirect),
})
