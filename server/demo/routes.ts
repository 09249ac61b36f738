import { demo } from '@yishiting/domain/contract/demo'
import { DAY } from '@yishiting/domain/matter/instant'
import type { FastifyInstance } from 'fastify'
import { clockEffects } from '../clocks'
import { DemoClock } from '../platform/clock/clock'
import { sweepClocks } from '../platform/clock/sweep'
import { instantSql, moment } from '../platform/database/database'
import { notFound } from '../platform/http/problems'
import { read, write } from '../platform/http/route'
import { iso } from '../platform/matters/cards'
import type { Platform } from '../platform/platform'
import { hashToken, newToken } from '../platform/secrets/secrets'
import { personaViews } from './compound'

const SESSION_LIVES = 30 * DAY

function demoClock(platform: Platform): DemoClock {
  if (!(platform.clock instanceof DemoClock)) throw new Error('demo mode needs a demo clock')
  return platform.clock
}

/** Moves the clock from one due clock to the next, so that everything happens at its own time and in its order. */
async function moveClock(platform: Platform, by: number): Promise<void> {
  const clock = demoClock(platform)
  const target = clock.now() + by
  const effects = clockEffects(platform)
  for (;;) {
    const next = await platform.db
      .selectFrom('clocks')
      .select('dueAt')
      .where('firedAt', 'is', null)
      .where('dueAt', '<=', instantSql(target))
      .orderBy('dueAt')
      .executeTakeFirst()
    if (!next) break
    if (next.dueAt > clock.now()) await clock.forward(next.dueAt - clock.now() + 1)
    if ((await sweepClocks(platform, effects)) === 0) break
  }
  if (target > clock.now()) await clock.forward(target - clock.now())
}

/** The persona switcher and the movable clock (快进): only in demo mode. */
export function demoRoutes(app: FastifyInstance, platform: Platform): void {
  const told = () => ({ now: iso(platform.clock.now()), aheadMs: demoClock(platform).aheadMs })

  read(app, platform, demo.personas, async () => ({ personas: personaViews() }))
  write(app, platform, demo.enter, async ({ body, now }, tx) => {
    const known = personaViews().some((persona) => persona.id === body.personaId)
    if (!known) throw notFound('没有这个演示身份。')
    const token = newToken()
    await tx
      .insertInto('sessions')
      .values({
        tokenHash: hashToken(token),
        personId: body.personaId,
        createdAt: moment(now),
        expiresAt: moment(now + SESSION_LIVES),
      })
      .execute()
    return { token }
  })
  read(app, platform, demo.clock, async () => told())
  app.route({
    method: 'POST',
    url: '/api/demo/clock',
    schema: {
      operationId: 'demo.moveClock',
      summary: demo.moveClock.summary,
      tags: ['demo'],
      body: demo.moveClock.body,
      response: { 200: demo.moveClock.response },
    },
    config: { ability: 'public', operationId: 'demo.moveClock' },
    handler: async (request) => {
      const { forwardMs } = request.body as { forwardMs: number }
      await moveClock(platform, forwardMs)
      return told()
    },
  })
}
