import { setTimeout as sleep } from 'node:timers/promises'

/** One event of a topic; `seq` rises by one. */
export interface SequencedEvent {
  seq: number
}

/** A whole picture, and the events after the one asked for. */
export interface Picture {
  /** Whole and the same for everybody. */
  live: { pulse: number; eventSeq: number; serverNow: string }
  events: readonly SequencedEvent[]
}

export interface Subscriber {
  /** The last event it has. */
  last: number
  /** Bytes that wait in its line. */
  waiting(): number
  /** One message of text, as it goes over the line. */
  send(text: Buffer): void
}

/** Broadcasts of one topic come at most so often: 200 votes a second are ten pictures, not two hundred. */
export const WINDOW_MS = 100
/** A line that takes so little skips a picture: each is whole, the next makes it good. */
const WAITING_MAX = 256 * 1024

type Read = (after: number) => Promise<Picture>

/** What of a picture is news: time and the database's own count always move. */
const newsOf = ({ live: { pulse: _pulse, serverNow: _now, ...rest } }: Picture): string =>
  JSON.stringify(rest)

/**
 * The subscribers of one meeting in this process. Made dirty, it reads once and sends to all; made dirty meanwhile, it reads
 * again. Whoever has just come is served by the next reading, so that five hundred who reconnect at once cost one.
 */
export class Topic {
  private readonly subscribers = new Set<Subscriber>()
  private readonly served = new WeakSet<Subscriber>()
  private isDirty = false
  private isRunning = false
  private news = ''

  constructor(
    private readonly read: Read,
    private readonly onError: (error: Error) => void,
  ) {}

  get size(): number {
    return this.subscribers.size
  }

  add(subscriber: Subscriber): void {
    this.subscribers.add(subscriber)
    this.touch()
  }

  remove(subscriber: Subscriber): void {
    this.subscribers.delete(subscriber)
  }

  /** Something was committed, here or elsewhere. */
  touch(): void {
    this.isDirty = true
    if (this.isRunning || this.size === 0) return
    this.isRunning = true
    void this.run()
  }

  private async run(): Promise<void> {
    while (this.isDirty && this.size > 0) {
      this.isDirty = false
      const began = performance.now()
      try {
        await this.broadcast()
      } catch (error) {
        this.onError(error as Error)
      }
      await sleep(Math.max(0, WINDOW_MS - (performance.now() - began)))
    }
    this.isRunning = false
  }

  private async broadcast(): Promise<void> {
    const to = [...this.subscribers]
    const picture = await this.read(Math.min(...to.map(({ last }) => last)))
    const news = newsOf({ ...picture, events: [] })
    const isNew = news !== this.news
    this.news = news
    const live = JSON.stringify(picture.live)
    const texts = new Map<number, Buffer>()
    for (const each of to) {
      const isCurrent = this.served.has(each) && !isNew && each.last >= picture.live.eventSeq
      if (isCurrent || !this.subscribers.has(each) || each.waiting() > WAITING_MAX) continue
      const text = texts.get(each.last) ?? textOf(live, picture, each.last)
      texts.set(each.last, text)
      each.send(text)
      each.last = Math.max(each.last, picture.live.eventSeq)
      this.served.add(each)
    }
  }
}

/** Made into bytes once for all who get it. */
const textOf = (live: string, { events }: Picture, last: number): Buffer =>
  Buffer.from(
    `{"type":"picture","live":${live},"events":${JSON.stringify(events.filter(({ seq }) => seq > last))}}`,
  )
