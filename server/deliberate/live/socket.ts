import type { WebSocket } from '@fastify/websocket'
import { PATHS } from '@yishiting/domain/contract/paths'
import { mayEver } from '@yishiting/domain/people/abilities'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ProblemError } from '../../platform/http/problems'
import { enter, tokenOf } from '../../platform/http/session'
import type { Platform } from '../../platform/platform'
import { hashToken } from '../../platform/secrets/secrets'
import { eventsAfter } from '../events'
import { viewLive } from '../picture'

/** The first message: a browser's socket cannot carry a header, and an address stands in every log on its way. */
const hello = z.object({
  token: z.string().min(20).max(100).optional(),
  /** The last event the phone has. */
  after: z.int().min(0).default(0),
})
type Hello = z.output<typeof hello>

const HELLO_WITHIN_MS = 5_000
const SOCKETS_MAX = 20_000
const PER_SESSION_MAX = 5
/** Close codes of our own: the phone signs in again, or goes away, instead of knocking for ever. */
const CLOSE = { bad: 4400, signed_out: 4401, not_allowed: 4403, not_found: 4404, too_many: 4429 } as const

/** Says why and hangs up. The code goes in a message too: the web build's socket does not hear close codes. */
function end(socket: WebSocket, error: unknown): void {
  const code = error instanceof ProblemError ? error.problem.code : 'internal'
  const isFinal = code in CLOSE
  if (isFinal && socket.readyState === socket.OPEN) socket.send(JSON.stringify({ type: 'end', code }))
  socket.close(isFinal ? CLOSE[code as keyof typeof CLOSE] : 1011, code)
}

interface Params {
  compoundId: string
  meetingId: string
}

function read(text: string): Hello | null {
  try {
    return hello.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** How many sockets each session has open in this process. */
class Doors {
  private readonly open = new Map<string, number>()
  private all = 0

  enter(session: string): boolean {
    const own = this.open.get(session) ?? 0
    if (own >= PER_SESSION_MAX || this.all >= SOCKETS_MAX) return false
    this.open.set(session, own + 1)
    this.all += 1
    return true
  }

  leave(session: string): void {
    const own = (this.open.get(session) ?? 1) - 1
    this.all -= 1
    if (own > 0) this.open.set(session, own)
    else this.open.delete(session)
  }
}

/** The meeting as it goes: a whole picture whenever something changes, with the events the phone does not have yet. */
export function liveRoute(app: FastifyInstance, platform: Platform): void {
  const doors = new Doors()
  platform.realtime.readWith(async (compoundId, meetingId, after) => {
    const live = await viewLive(platform, compoundId, meetingId)
    return { live, events: await eventsAfter(platform.db, compoundId, meetingId, after, live.eventSeq) }
  })

  async function admit(tokenHash: Buffer | null, compoundId: string): Promise<void> {
    const { caller } = await enter(platform.db, tokenHash, compoundId, platform.clock.now())
    if (!mayEver(caller.actor, 'enter')) throw new ProblemError('not_allowed')
  }

  async function follow(socket: WebSocket, request: FastifyRequest, { token, after }: Hello): Promise<void> {
    const { compoundId, meetingId } = request.params as Params
    const tokenHash = token ? hashToken(token) : tokenOf(request)
    await admit(tokenHash, compoundId)
    await viewLive(platform, compoundId, meetingId)
    const session = tokenHash?.toString('base64') ?? ''
    if (!doors.enter(session)) return socket.close(CLOSE.too_many, 'too many sockets')
    const leave = platform.realtime.subscribe(compoundId, meetingId, {
      last: after,
      waiting: () => socket.bufferedAmount,
      send: (text) => socket.send(text, { binary: false }),
    })
    // Does the line still live, and the session too?
    let isAlive = true
    socket.on('pong', () => {
      isAlive = true
    })
    const beat = setInterval(() => {
      if (!isAlive) return socket.terminate()
      isAlive = false
      socket.ping()
      // Scripts do not hear a ping: this tells them that the line lives.
      socket.send('{"type":"beat"}')
      admit(tokenHash, compoundId).catch((error: unknown) => {
        if (error instanceof ProblemError) end(socket, error)
      })
    }, platform.config.socketBeatMs)
    beat.unref()
    const gone = () => {
      clearInterval(beat)
      leave()
      doors.leave(session)
    }
    if (socket.readyState === socket.OPEN) socket.once('close', gone)
    else gone()
  }

  const [, url] = PATHS['deliberate.read']
  app.get(
    `${url}/live`,
    {
      websocket: true,
      schema: { hide: true },
      config: { ability: 'enter', operationId: 'deliberate.live' },
    },
    (socket: WebSocket, request: FastifyRequest) => {
      const late = setTimeout(() => socket.close(CLOSE.bad, 'no hello'), HELLO_WITHIN_MS)
      socket.on('error', (error) => platform.log.debug({ err: error }, 'a socket broke'))
      socket.once('message', (data) => {
        clearTimeout(late)
        const said = read(String(data))
        if (!said) return socket.close(CLOSE.bad, 'not a hello')
        follow(socket, request, said).catch((error: unknown) => {
          if (!(error instanceof ProblemError)) platform.log.warn({ err: error }, 'a socket was not followed')
          end(socket, error)
        })
      })
      socket.once('close', () => clearTimeout(late))
    },
  )
}
