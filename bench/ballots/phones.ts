import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

/** What the phones are to do: requests as they go over the wire, shared out among so many connections. */
export interface PhonesJob {
  host: string
  port: number
  clients: number
  requests: readonly Uint8Array[]
}

export interface PhonesReport {
  /** From the first request to the last answer, ms. */
  ms: number
  /** Of each request, ms. */
  latencies: Float64Array
  /** Answers other than 201. */
  refused: number
  firstRefusal: string
}

const HEAD_END = Buffer.from('\r\n\r\n')
const CREATED = 'HTTP/1.1 201 '
const LENGTH = /\r\ncontent-length: (\d+)\r\n/i

/** One answer from a connection that carries one at a time. */
class Answers {
  private chunks: Buffer = Buffer.alloc(0)
  private wake: (() => void) | undefined
  private error: Error | undefined

  constructor(socket: Socket) {
    socket.on('data', (chunk) => {
      this.chunks = this.chunks.length === 0 ? chunk : Buffer.concat([this.chunks, chunk])
      if (this.isWhole()) this.wake?.()
    })
    const fail = (error: Error) => {
      this.error = error
      this.wake?.()
    }
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('the server hung up')))
  }

  private isWhole(): boolean {
    const end = this.chunks.indexOf(HEAD_END)
    if (end < 0) return false
    const length = Number(LENGTH.exec(this.chunks.toString('latin1', 0, end + 2))?.[1])
    return this.chunks.length >= end + HEAD_END.length + length
  }

  async next(): Promise<Buffer> {
    await new Promise<void>((resolve) => {
      this.wake = resolve
    })
    if (this.error) throw this.error
    const answer = this.chunks
    this.chunks = Buffer.alloc(0)
    return answer
  }
}

/** Bare sockets and ready-made bytes: a client that parses and builds would take the processor from what is measured. */
async function run({ host, port, clients, requests }: PhonesJob): Promise<PhonesReport> {
  const sockets = await Promise.all(
    Array.from({ length: clients }, async () => {
      const socket = connect({ host, port, noDelay: true })
      await once(socket, 'connect')
      return socket
    }),
  )
  const latencies = new Float64Array(requests.length)
  let [next, refused, firstRefusal] = [0, 0, '']
  const began = performance.now()
  await Promise.all(
    sockets.map(async (socket) => {
      const answers = new Answers(socket)
      for (let index = next++; index < requests.length; index = next++) {
        const sent = performance.now()
        socket.write(requests[index] as Uint8Array)
        const answer = await answers.next()
        latencies[index] = performance.now() - sent
        if (answer.toString('latin1', 0, CREATED.length) === CREATED) continue
        refused += 1
        firstRefusal ||= answer.toString()
      }
    }),
  )
  const ms = performance.now() - began
  for (const socket of sockets) socket.destroy()
  return { ms, latencies, refused, firstRefusal }
}

void run(workerData as PhonesJob).then((report) => parentPort?.postMessage(report))
