import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { PATHS } from '@yishiting/domain/contract/paths'
import { WebSocket } from 'ws'
import { newId } from '../../server/platform/ids'
import { backoff } from '../../src/api/live/backoff'
import type { Room } from './room'

/** Phones of a room: each follows the meeting and votes once, by one of the processes; they turn to the next when theirs is gone. */
export interface PhonesJob {
  /** Addresses of the API processes. */
  urls: readonly string[]
  room: Room
  /** The votes are spread over so long, ms. */
  spreadMs: number
}

/** What a phone saw: when (epoch ms) its screen first showed so many votes. */
export interface Seen {
  at: number
  cast: number
}

export interface PhonesReport {
  screens: Seen[][]
  /** When each screen showed the result, epoch ms. */
  results: number[]
  /** Votes that were answered with 200. */
  acknowledged: number
  /** Lines that broke and came back. */
  reconnected: number
}

export type Told =
  | { type: 'ready' }
  | { type: 'voting' }
  | { type: 'voted' }
  | { type: 'done'; report: PhonesReport }
export interface Ask {
  pollId: string
}

const AT_ONCE = 40
const VOTE_AGAIN_MS = 300
const TRIES = 40
const CAST = /"cast":(\d+)/
const CLOSED = /"state":"closed"/

class Phone {
  readonly seen: Seen[] = []
  resultAt = 0
  breaks = 0
  private tries = 0
  private which: number
  private wake: (() => void) | undefined
  readonly first = new Promise<void>((resolve) => {
    this.wake = resolve
  })

  constructor(
    private readonly job: PhonesJob,
    private readonly number: number,
    private readonly onResult: () => void,
  ) {
    this.which = number % job.urls.length
    this.open()
  }

  private get url(): string {
    return this.job.urls[this.which % this.job.urls.length] as string
  }

  private get token(): string {
    return this.job.room.tokens[this.number] as string
  }

  private open(): void {
    const { compoundId, meetingId } = this.job.room
    const page = PATHS['deliberate.read'][1]
      .replace(':compoundId', compoundId)
      .replace(':meetingId', meetingId)
    const socket = new WebSocket(`${this.url.replace(/^http/, 'ws')}${page}/live`, {
      perMessageDeflate: false,
    })
    socket.on('open', () => socket.send(JSON.stringify({ token: this.token })))
    socket.on('message', (data: Buffer) => this.look(data.toString('latin1')))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      this.breaks += 1
      this.which += 1
      setTimeout(() => this.open(), backoff(this.tries++, Math.random()))
    })
  }

  private look(text: string): void {
    if (!text.startsWith('{"type":"picture"')) return
    this.wake?.()
    this.tries = 0
    const cast = Number(CAST.exec(text)?.[1] ?? 0)
    if (cast > (this.seen.at(-1)?.cast ?? 0)) this.seen.push({ at: Date.now(), cast })
    if (this.resultAt > 0 || !CLOSED.test(text)) return
    this.resultAt = Date.now()
    this.onResult()
  }

  /** Sent again with the same key until somebody has answered, as the phones do. */
  async vote(pollId: string): Promise<boolean> {
    const { compoundId, meetingId } = this.job.room
    const key = newId()
    const path = PATHS['deliberate.vote'][1]
      .replace(':compoundId', compoundId)
      .replace(':meetingId', meetingId)
      .replace(':pollId', pollId)
    let which = this.number
    for (let tries = 0; tries < TRIES; tries += 1) {
      const url = this.job.urls[which % this.job.urls.length]
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${this.token}`,
          'idempotency-key': key,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ marks: { choice: this.number % 3 === 0 ? 'against' : 'agree' } }),
      }).catch(() => null)
      const text = await answer?.text().catch(() => null)
      if (answer?.status === 200 && text) return true
      if (answer && text && answer.status < 500)
        throw new Error(`a vote was refused: ${answer.status} ${text}`)
      which += 1
      await sleep(VOTE_AGAIN_MS)
    }
    return false
  }
}

const tell = (told: Told): void => parentPort?.postMessage(told)

async function main(job: PhonesJob): Promise<void> {
  const phones: Phone[] = []
  let [results, acknowledged] = [0, 0]
  const onResult = () => {
    results += 1
    if (results < phones.length) return
    const screens = phones.map(({ seen }) => seen)
    const report: PhonesReport = {
      screens,
      results: phones.map(({ resultAt }) => resultAt),
      acknowledged,
      reconnected: phones.filter(({ breaks }) => breaks > 0).length,
    }
    tell({ type: 'done', report })
  }
  for (let from = 0; from < job.room.tokens.length; from += AT_ONCE) {
    const wave = job.room.tokens
      .slice(from, from + AT_ONCE)
      .map((_, index) => new Phone(job, from + index, onResult))
    phones.push(...wave)
    await Promise.all(wave.map(({ first }) => first))
  }
  tell({ type: 'ready' })
  parentPort?.once('message', async ({ pollId }: Ask) => {
    tell({ type: 'voting' })
    const votes = phones.map(async (phone, index) => {
      await sleep((index * job.spreadMs) / phones.length)
      if (await phone.vote(pollId)) acknowledged += 1
    })
    await Promise.all(votes)
    tell({ type: 'voted' })
  })
}

void main(workerData as PhonesJob)
