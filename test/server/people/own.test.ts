import { DAY } from '@yishiting/domain/matter/instant'
import type { IntentType } from '@yishiting/domain/matter/intents'
import { ROLE_CODES, type Role } from '@yishiting/domain/people/roles'
import { type Hall, openHall } from '../../support/hall'
import { beingRated, claimDone, HAPPY, isoAt, raise, read, sorted } from '../support/matters'
import { photoOf } from '../support/pictures'

/*
 * On one real matter of an owner, led by the property manager: who may do it to THIS one. By hand from RULES.md; whoever is
 * not named is refused with 403 and does not see the button.
 */
let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

interface Where {
  matterId: string
  routeId: string
}
interface Case {
  button: IntentType
  may: Role[]
  level: 'matter' | 'route'
  prepare: () => Promise<Where>
  act: (who: Role, where: Where) => Promise<{ status: number }>
}

const raised = async (): Promise<Where> => ({
  matterId: (await raise(hall, hall.people.owner)).id,
  routeId: '',
})
const reason = '写一句原因'

const cases: Case[] = [
  {
    button: 'acknowledge',
    level: 'matter',
    may: ['branch_secretary', 'branch_sorter'],
    prepare: raised,
    act: (who, params) => hall.send(hall.people[who], 'sort.acknowledge', { params }),
  },
  {
    button: 'withdraw',
    level: 'matter',
    may: ['owner'],
    prepare: raised,
    act: (who, params) => hall.send(hall.people[who], 'speak.withdraw', { params, body: { reason } }),
  },
  {
    button: 'object',
    level: 'matter',
    may: ['owner'],
    prepare: () => sorted(hall),
    act: (who, params) => hall.send(hall.people[who], 'speak.object', { params, body: { reason } }),
  },
  {
    button: 'assign',
    level: 'route',
    may: ['branch_secretary', 'branch_sorter', 'residents_committee', 'street'],
    prepare: () => sorted(hall),
    act: (who, params) =>
      hall.send(hall.people[who], 'act.assign', {
        params,
        body: { leadId: hall.people.property_manager.id, task: '修灯', dueAt: isoAt(hall.clock.now() + DAY) },
      }),
  },
  {
    button: 'start',
    level: 'route',
    may: ['property_manager'],
    prepare: () => sorted(hall),
    act: (who, params) => hall.send(hall.people[who], 'act.start', { params }),
  },
  {
    button: 'extend',
    level: 'route',
    may: ['property_manager'],
    prepare: () => sorted(hall),
    act: (who, params) =>
      hall.send(hall.people[who], 'act.extend', {
        params,
        body: { dueAt: isoAt(hall.clock.now() + 10 * DAY), reason },
      }),
  },
  {
    button: 'claimDone',
    level: 'route',
    may: ['property_manager'],
    prepare: () => sorted(hall),
    act: async (who, params) =>
      hall.send(hall.people[who], 'act.claimDone', {
        params,
        body: { text: '好了', photoIds: [await photoOf(hall, hall.people[who])] },
      }),
  },
  {
    button: 'escalate',
    level: 'route',
    may: ['branch_secretary', 'branch_sorter', 'residents_committee', 'supervisor'],
    prepare: () => sorted(hall),
    act: (who, params) => hall.send(hall.people[who], 'act.escalate', { params, body: { reason } }),
  },
  {
    button: 'rate',
    level: 'route',
    may: ['owner', 'family', 'tenant'],
    prepare: () => beingRated(hall),
    act: (who, params) => hall.send(hall.people[who], 'rate.rate', { params, body: HAPPY }),
  },
  {
    button: 'check',
    level: 'route',
    may: ['supervisor'],
    prepare: async () => {
      const where = await sorted(hall)
      await hall.ok(hall.people.branch_secretary, 'act.assign', {
        params: where,
        body: {
          leadId: hall.people.property_manager.id,
          task: '修灯',
          dueAt: isoAt(hall.clock.now() + DAY),
          checkerId: hall.people.supervisor.id,
        },
      })
      await claimDone(hall, where)
      return where
    },
    act: (who, params) =>
      hall.send(hall.people[who], 'act.check', { params, body: { passed: true, reason } }),
  },
]

test.each(cases)(
  '$button: only $may, and only they see the button',
  async ({ button, level, may, prepare, act }) => {
    const where = await prepare()
    for (const role of ROLE_CODES) {
      const matter = await read(hall, hall.people[role], where.matterId)
      const buttons = level === 'matter' ? matter.can : (matter.routeViews[0]?.can ?? [])
      expect([role, buttons.includes(button)]).toEqual([role, may.includes(role)])
      if (may.includes(role)) continue
      expect([role, (await act(role, where)).status]).toEqual([role, 403])
    }
    for (const role of may) expect([role, (await act(role, await prepare())).status]).toEqual([role, 200])
  },
)
