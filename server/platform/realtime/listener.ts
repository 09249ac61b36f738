import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { Logger } from 'pino'

const CHANNEL = 'meetings'
const AGAIN_AFTER_MS = 1_000

interface Heard {
  /** The payload of a NOTIFY. */
  message(payload: string): void
  /** Listening (again): what was said meanwhile is lost. */
  connected(): void
}

/** One connection of its own that listens, and comes back when it breaks. */
export class Listener {
  private client: Client | null = null
  private readonly stopping = new AbortController()

  constructor(
    private readonly url: string,
    private readonly log: Logger,
    private readonly heard: Heard,
  ) {
    void this.run()
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.listen()
      } catch (error) {
        this.log.warn({ err: error }, 'the listening connection broke')
      }
      await sleep(AGAIN_AFTER_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined)
    }
  }

  /** Until the connection ends. */
  private async listen(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 4_000,
      application_name: 'yishiting-listen',
    })
    const ended = new Promise<void>((resolve) => {
      client.on('error', () => resolve())
      client.on('end', () => resolve())
    })
    client.on('notification', ({ payload }) => this.heard.message(payload ?? ''))
    try {
      await client.connect()
      this.client = client
      await client.query(`listen ${CHANNEL}`)
      if (this.stopping.signal.aborted) return
      this.heard.connected()
      await ended
    } finally {
      this.client = null
      await client.end().catch(() => undefined)
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort()
    await this.client?.end().catch(() => undefined)
  }
}

/** SQL that tells every process; the payload is `$1`. */
export const NOTIFY = `select pg_notify('${CHANNEL}', $1)`
