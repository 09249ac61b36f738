import type { Redirect } from './request'
import type { WxCall } from './wx'

interface ConnectOptions {
  url: string
  success?(answer: unknown): void
  fail?(error: unknown): void
  complete?(answer: unknown): void
}

interface CloseOptions {
  code?: number
  reason?: string
}

type Listener = (event: never) => void

/** Sockets that are open on the phone at once, as WeChat allows them. */
const MOST = 5

/** wx.connectSocket over the WebSocket of jsdom. */
export function sockets(redirect: Redirect, calls: WxCall[]) {
  const open = new Set<WebSocket>()
  return {
    connectSocket(options: ConnectOptions) {
      calls.push({ name: 'connectSocket', options: { url: options.url } })
      if (open.size >= MOST) {
        options.fail?.({ errMsg: 'connectSocket:fail exceed max task count' })
        return undefined
      }
      const from = redirect.from.replace(/^http/, 'ws')
      if (!options.url.startsWith(from))
        throw new Error(`connectSocket: ${options.url} is no allowed address`)
      const socket = new WebSocket(redirect.to.replace(/^http/, 'ws') + options.url.slice(from.length))
      open.add(socket)
      const listeners: Record<'open' | 'message' | 'error' | 'close', Listener[]> = {
        open: [],
        message: [],
        error: [],
        close: [],
      }
      const tell = (name: keyof typeof listeners, event: object) => {
        for (const each of listeners[name]) each(event as never)
      }
      socket.onopen = () => tell('open', { header: {} })
      socket.onmessage = ({ data }) => tell('message', { data })
      socket.onerror = () => tell('error', { errMsg: 'the line broke' })
      socket.onclose = ({ code, reason }) => {
        open.delete(socket)
        tell('close', { code, reason })
      }
      const answer = { errMsg: 'connectSocket:ok' }
      setTimeout(() => {
        options.success?.(answer)
        options.complete?.(answer)
      })
      return {
        onOpen: (listener: Listener) => void listeners.open.push(listener),
        onMessage: (listener: Listener) => void listeners.message.push(listener),
        onError: (listener: Listener) => void listeners.error.push(listener),
        onClose: (listener: Listener) => void listeners.close.push(listener),
        send: ({ data }: { data: string }) => socket.send(data),
        // WeChat takes 1000 and 3000 to 4999.
        close: ({ code = 1000, reason = '' }: CloseOptions = {}) => socket.close(code, reason),
      }
    },
  }
}
