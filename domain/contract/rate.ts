import { z } from 'zod'
import { operation } from './operation'
import * as wire from './shared'
import { matterView } from './speak'

export const rate = {
  rate: operation({
    id: 'rate.rate',
    summary: '评一评：联系、解决、满意，三个答案分开',
    ability: 'rate',
    idempotent: true,
    params: wire.routeParams,
    body: z.object({
      contacted: z.boolean({ error: '请答：有没有人联系您。' }),
      solved: z.boolean({ error: '请答：解决了没有。' }),
      satisfied: z.boolean({ error: '请答：满意不满意。' }),
      reason: wire.words.default(''),
      photoIds: wire.photoIds,
    }),
    response: matterView,
  }),
  settle: operation({
    id: 'rate.settle',
    summary: '评完：办结、返工或上报，由答案决定',
    ability: 'settle',
    idempotent: true,
    params: wire.routeParams,
    response: matterView,
  }),
}
