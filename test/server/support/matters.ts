import type { BodyOf } from '@yishiting/domain/contract'
import type { MatterView, RouteView } from '@yishiting/domain/contract/speak'
import { DAY } from '@yishiting/domain/matter/instant'
import type { Hall } from '../../support/hall'
import type { TestPerson } from '../../support/people'
import { photoOf } from './pictures'

type RaiseBody = BodyOf<'speak.raise'>
type RouteChoice = BodyOf<'sort.sort'>['routes'][number]

export const isoAt = (instant: number): string => new Date(instant).toISOString()

/** The words of matter after matter, so that no two look alike. */
let told = 0

export async function raise(hall: Hall, who: TestPerson, more: Partial<RaiseBody> = {}): Promise<MatterView> {
  told += 1
  const { matter } = await hall.ok(who, 'speak.raise', {
    body: {
      title: `第 ${told} 件事`,
      text: `东侧车棚的灯坏了 ${told} 天，晚上看不见路。`,
      place: { buildingId: hall.compound.buildingId, detail: '东侧车棚' },
      ...more,
    },
  })
  return matter
}

export function read(hall: Hall, who: TestPerson, matterId: string): Promise<MatterView> {
  return hall.ok(who, 'speak.read', { params: { matterId } })
}

export const byProperty = (hall: Hall): RouteChoice => ({
  code: 'property',
  leadId: hall.people.property_manager.id,
  task: '把灯修好',
})

export function sort(
  hall: Hall,
  who: TestPerson,
  matterId: string,
  routes: RouteChoice[] = [byProperty(hall)],
): Promise<MatterView> {
  return hall.ok(who, 'sort.sort', {
    params: { matterId },
    body: { topic: 'other', routes, reason: '物业合同里该做的' },
  })
}

export function onlyRoute(matter: MatterView): RouteView {
  const [route, ...others] = matter.routeViews
  if (!route || others.length > 0) throw new Error(`${matter.routeViews.length} routes, wanted one`)
  return route
}

export function routeOf(matter: MatterView, code: RouteView['code']): RouteView {
  const route = matter.routeViews.find((each) => each.code === code)
  if (!route) throw new Error(`no route ${code}`)
  return route
}

/** A matter sorted to the property company. */
export async function sorted(
  hall: Hall,
  reporter: TestPerson = hall.people.owner,
): Promise<{ matterId: string; routeId: string }> {
  const { id } = await raise(hall, reporter)
  const matter = await sort(hall, hall.people.branch_secretary, id)
  return { matterId: id, routeId: onlyRoute(matter).id }
}

interface Where {
  matterId: string
  routeId: string
}

export async function claimDone(
  hall: Hall,
  where: Where,
  lead: TestPerson = hall.people.property_manager,
): Promise<MatterView> {
  return hall.ok(lead, 'act.claimDone', {
    params: where,
    body: { text: '换了灯，亮了', photoIds: [await photoOf(hall, lead)] },
  })
}

/** Done-claimed, and the clock at the day after: open to be rated. */
export async function beingRated(hall: Hall, reporter?: TestPerson): Promise<Where> {
  const where = await sorted(hall, reporter)
  await claimDone(hall, where)
  await hall.pass(DAY)
  return where
}

export const HAPPY = { contacted: true, solved: true, satisfied: true, reason: '' }
export const UNSOLVED = { contacted: true, solved: false, satisfied: false, reason: '还是不亮' }

export function rate(
  hall: Hall,
  who: TestPerson,
  where: Where,
  answers: BodyOf<'rate.rate'> = HAPPY,
): Promise<MatterView> {
  return hall.ok(who, 'rate.rate', { params: where, body: answers })
}

export function settle(hall: Hall, where: Where): Promise<MatterView> {
  return hall.ok(hall.people.branch_secretary, 'rate.settle', { params: where })
}
