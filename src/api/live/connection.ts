import Taro from '@tarojs/taro'
import type { MeetingLive } from '@yishiting/domain/contract/deliberate'
import { backoff } from './backoff'

export interface LiveEvent {
  seq: number
  at: string
  kind: string
  label: string
  words: string
}

export interface LiveHandlers {
  /** The address, ws:// or wss://. */
  address(): Promise<string>
  token(): string | null
  onPicture(live: MeetingLive): void
  /** Each event once, in order. */
  onEvent(event: LiveEvent): void
  onConnected(isConnected: boolean): void
}

interface Said {
  type: 'picture' | 'end'
  live: MeetingLive
  events: LiveEvent[]
}

/** Knocking again would change nothing: signed out, not his compound, no such meeting. */
const QUIET_MS = 40_000

/** One line to the meeting that comes back by itself, with what was missed meanwhile; `stop()` ends it. */
export class LiveConnection {
  private task: Taro.SocketTask | null = null
  private tries = 0
  private last = 0
  private isStopped = false
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly handlers: LiveHandlers) {
    void this.open()
  }

  private async open(): Promise<void> {
    const { address, token } = this.handlers
    try {
      const task = await Taro.connectSocket({ url: await address() })
      if (this.isStopped) return void task.close({})
      this.task = task
      task.onOpen(() => {
        void task.send({ data: JSON.stringify({ token: token() ?? undefined, after: this.last }) })
        this.watch(task)
      })
      task.onMessage(({ data }) => {
        if (this.task === task) this.hear(task, String(data))
      })
      task.onError(() => this.lost(task))
      task.onClose(() => this.lost(task))
    } catch {
      this.again()
    }
  }

  /** A line over which nothing has come for long may be dead without having said so. */
  private watch(task: Taro.SocketTask): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      void task.close({})
      this.lost(task)
    }, QUIET_MS)
  }

  private hear(task: Taro.SocketTask, text: string): void {
    this.watch(task)
    const said = JSON.parse(text) as Said | { type: 'beat' }
    if (said.type === 'end') this.stop()
    if (said.type !== 'picture') return
    this.tries = 0
    this.handlers.onConnected(true)
    for (const event of said.events) {
      if (event.seq <= this.last) continue
      this.last = event.seq
      this.handlers.onEvent(event)
    }
    this.handlers.onPicture(said.live)
  }

  private lost(task: Taro.SocketTask): void {
    if (this.task !== task) return
    this.task = null
    if (this.timer) clearTimeout(this.timer)
    this.handlers.onConnected(false)
    this.again()
  }

  private again(): void {
    if (this.isStopped) return
    this.timer = setTimeout(() => void this.open(), backoff(this.tries, Math.random()))
    this.tries += 1
  }

  stop(): void {
    this.isStopped = true
    if (this.timer) clearTimeout(this.timer)
    const { task } = this
    this.task = null
    if (task) void task.close({})
    this.handlers.onConnected(false)
  }
}
