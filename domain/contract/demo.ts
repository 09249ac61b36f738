import { z } from 'zod'
import { ROLE_CODES } from '../people/roles'
import { operation } from './operation'
import * as wire from './shared'

const clock = z.object({ now: wire.instant, aheadMs: z.int() })

/** Only in demo mode; outside it these paths do not exist. */
export const demo = {
  personas: operation({
    id: 'demo.personas',
    summary: '演示身份',
    ability: 'public',
    response: z.object({
      personas: z.array(
        z.object({
          id: wire.id,
          name: z.string(),
          roles: z.array(z.enum(ROLE_CODES)),
          label: z.string(),
          about: z.string(),
        }),
      ),
    }),
  }),
  enter: operation({
    id: 'demo.enter',
    summary: '以某个演示身份进入',
    ability: 'public',
    body: z.object({ personaId: wire.id }),
    response: z.object({ token: z.string() }),
    status: 201,
  }),
  clock: operation({ id: 'demo.clock', summary: '演示时钟', ability: 'public', response: clock }),
  moveClock: operation({
    id: 'demo.moveClock',
    summary: '把演示时钟往前拨（只进不退），到期的事随之发生',
    ability: 'public',
    body: z.object({
      forwardMs: z
        .int()
        .min(1)
        .max(60 * 24 * 3600 * 1000),
    }),
    response: clock,
  }),
}
