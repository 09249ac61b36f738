import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { MeetingLive } from '@yishiting/domain/contract/deliberate'
import { PATHS } from '@yishiting/domain/contract/paths'
import type { FastifyInstance } from 'fastify'
import { WebSocket } from 'ws'

interface Picture {
  type: 'picture'
  live: MeetingLive
  events: { seq: number; kind: string; label: string; words: string }[]
}

const WITHIN_MS = 8_000

/** A phone's line to a meeting, as it goes over a real socket. */
export class Line {
  readonly pictures: Picture[] = []
  readonly said: { type: string; code?: string }[] = []
  closed: number | null = null
  private readonly socket: WebSocket
  private wake: () => void = () => undefined

  constructor(app: FastifyInstance, compoundId: string, meetingId: string) {
    const [address] = app.addresses() as AddressInfo[]
    const page = PATHS['deliberate.read'][1]
      .replace(':compoundId', compoundId)
      .replace(':meetingId', meetingId)
    this.socket = new WebSocket(`ws://127.0.0.1:${address?.port}${page}/live`)
    this.socket.on('message', (data) => {
      const said = JSON.parse(String(data))
      this.said.push(said)
      if (said.type === 'picture') this.pictures.push(said)
      this.wake()
    })
    this.socket.on('close', (code) => {
      this.closed = code
      this.wake()
    })
    this.socket.on('error', () => undefined)
  }

  get latest(): MeetingLive | undefined {
    return this.pictures.at(-1)?.live
  }

  /** Numbers of the events in the order in which they came. */
  get events(): number[] {
    return this.pictures.flatMap(({ events }) => events.map(({ seq }) => seq))
  }

  async hello(hello: unknown): Promise<this> {
    if (this.socket.readyState === WebSocket.CONNECTING) await once(this.socket, 'open')
    this.socket.send(typeof hello === 'string' ? hello : JSON.stringify(hello))
    return this
  }

  /** Until it is so; its last word otherwise. */
  async until(isSo: (line: this) => boolean): Promise<void> {
    const end = Date.now() + WITHIN_MS
    while (!isSo(this)) {
      const left = end - Date.now()
      if (left <= 0)
        throw new Error(
          `not within ${WITHIN_MS} ms; closed ${this.closed}, last: ${JSON.stringify(this.said.at(-1)).slice(0, 500)}`,
        )
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left)
        this.wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  async hangUp(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return
    const gone = once(this.socket, 'close')
    this.socket.close()
    await gone
  }
}
