import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { newId } from '../ids'
import { Listener, NOTIFY } from './listener'
import { type Picture, type Subscriber, Topic, WINDOW_MS } from './topic'

/** Reads a meeting for everybody, with what happened after event `after`. */
export type ReadPicture = (compoundId: string, meetingId: string, after: number) => Promise<Picture>

/**
 * A process can die between a commit and its NOTIFY; nobody would hear of that commit. So what somebody watches is looked at
 * so often anyway, and sent when it has changed.
 */
const ANYWAY_EVERY_MS = 2_000

const keyOf = (compoundId: string, meetingId: string): string => `${compoundId}/${meetingId}`

/**
 * Tells everybody who watches a meeting that it changed, whichever process wrote it: `touch` after the commit, one NOTIFY a
 * window for each meeting, and each process reads once for all its sockets.
 */
export class Realtime {
  private readonly self = newId()
  private readonly topics = new Map<string, Topic>()
  private readonly told = new Map<string, { isAgain: boolean }>()
  private listener: Listener | null = null
  private timer: NodeJS.Timeout | null = null
  private read: ReadPicture | null = null

  constructor(
    private readonly pool: Pool,
    private readonly log: Logger,
  ) {}

  /** The room that knows how to read says so once. */
  readWith(read: ReadPicture): void {
    this.read = read
  }

  /** After a commit. Costs nothing that a request would wait for. */
  touch(compoundId: string, meetingId: string): void {
    const key = keyOf(compoundId, meetingId)
    this.topics.get(key)?.touch()
    const told = this.told.get(key)
    if (told) told.isAgain = true
    else void this.tell(key)
  }

  private async tell(key: string): Promise<void> {
    this.told.set(key, { isAgain: false })
    // Lost is only the haste: whoever watches elsewhere looks anyway.
    await this.pool
      .query(NOTIFY, [`${this.self} ${key}`])
      .catch((error: unknown) => this.log.debug({ err: error }, 'nobody was told'))
    setTimeout(() => {
      const isAgain = this.told.get(key)?.isAgain
      this.told.delete(key)
      if (isAgain) void this.tell(key)
    }, WINDOW_MS).unref()
  }

  /** @returns how to leave again */
  subscribe(compoundId: string, meetingId: string, subscriber: Subscriber): () => void {
    this.start()
    const key = keyOf(compoundId, meetingId)
    const topic = this.topics.get(key) ?? this.open(key, compoundId, meetingId)
    topic.add(subscriber)
    return () => {
      topic.remove(subscriber)
      if (topic.size === 0 && this.topics.get(key) === topic) this.topics.delete(key)
    }
  }

  private open(key: string, compoundId: string, meetingId: string): Topic {
    const { read } = this
    if (!read) throw new Error('nobody reads meetings yet')
    const topic = new Topic(
      (after) => read(compoundId, meetingId, after),
      (error) => this.log.warn({ err: error }, 'a picture could not be read'),
    )
    this.topics.set(key, topic)
    return topic
  }

  private start(): void {
    if (this.listener) return
    const all = () => {
      for (const topic of this.topics.values()) topic.touch()
    }
    this.listener = new Listener(this.pool.options.connectionString ?? '', this.log, {
      message: (payload) => {
        const [from, key = ''] = payload.split(' ')
        if (from !== this.self) this.topics.get(key)?.touch()
      },
      connected: all,
    })
    this.timer = setInterval(all, ANYWAY_EVERY_MS)
    this.timer.unref()
  }

  async close(): Promise<void> {
    if (this.timer) clearInterval(this.timer)
    await this.listener?.stop()
  }
}
