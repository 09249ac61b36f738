import type { MatterView, RouteView } from '@yishiting/domain/contract/speak'
import type { IntentType } from '@yishiting/domain/matter/intents'
import { ROUTES } from '@yishiting/domain/sort/routes'
import { PAGES } from '@/session/go'

/** What a reader can do here: open a page, or write a few words in a sheet. */
export type Act =
  | { key: string; label: string; url: string }
  | { key: string; label: string; sheet: 'resubmit' | 'withdraw' | 'object' | 'reopen' }

const ACTING: readonly IntentType[] = ['start', 'progress', 'claimDone', 'extend']

function onRoute(matter: MatterView, route: RouteView): [rank: number, act: Act][] {
  const may = (...types: IntentType[]) => types.some((type) => (route.can as IntentType[]).includes(type))
  const task = (act?: string) => PAGES.task(matter.id, route.id, act)
  const acts: [number, Act][] = []
  if (may('rate')) acts.push([0, { key: 'rate', label: '评一评', url: PAGES.rate(matter.id, route.id) }])
  if (may('check')) acts.push([3, { key: 'check', label: '去查验', url: task('check') }])
  if (may(...ACTING)) acts.push([4, { key: 'task', label: '去办这件事', url: task() }])
  // Somebody already has it: another one is the exception, not the next step.
  if (may('assign'))
    acts.push(
      route.leadLabel
        ? [25, { key: 'assign', label: '换个人办', url: task('assign') }]
        : [5, { key: 'assign', label: '派人去办', url: task('assign') }],
    )
  if (may('answer')) acts.push([6, { key: 'answer', label: '书面答复', url: task('answer') }])
  if (may('settle'))
    acts.push([7, { key: 'settle', label: '看评价，评完', url: PAGES.rate(matter.id, route.id) }])
  if (may('escalate')) acts.push([30, { key: 'escalate', label: '上报一级', url: task('escalate') }])
  if (route.meetingId && route.state === 'scheduled')
    acts.push([8, { key: 'meeting', label: '看这次会议', url: PAGES.meeting(route.meetingId) }])
  return acts
}

function onMatter(matter: MatterView): [rank: number, act: Act][] {
  const may = (type: IntentType) => (matter.can as IntentType[]).includes(type)
  const acts: [number, Act][] = []
  if (may('resubmit')) acts.push([1, { key: 'resubmit', label: '补充后重提', sheet: 'resubmit' }])
  if (may('review')) acts.push([2, { key: 'review', label: '去复核', url: PAGES.decide(matter.id) }])
  else if (may('sort')) acts.push([2, { key: 'sort', label: '去分类', url: PAGES.decide(matter.id) }])
  if (may('reopen')) acts.push([20, { key: 'reopen', label: '又出现了', sheet: 'reopen' }])
  if (may('edit')) acts.push([21, { key: 'edit', label: '改几个字', url: PAGES.edit(matter.id) }])
  if (may('object')) acts.push([22, { key: 'object', label: '不同意，申请复核', sheet: 'object' }])
  if (may('withdraw')) acts.push([40, { key: 'withdraw', label: '撤回这件事', sheet: 'withdraw' }])
  return acts
}

/** From this rank on, an act is never the main one: it waits under 更多. */
const SECOND_RANK = 20

/** Two routes with the same act: each says which of them it is for. */
function withRouteNames(matter: MatterView): [rank: number, act: Act][] {
  const byRoute = matter.routeViews.map((route) => ({ route, acts: onRoute(matter, route) }))
  const count = (key: string) => byRoute.filter(({ acts }) => acts.some(([, act]) => act.key === key)).length
  return byRoute.flatMap(({ route, acts }) =>
    acts.map(([rank, act]): [number, Act] =>
      count(act.key) > 1
        ? [rank, { ...act, label: `${act.label}：${ROUTES[route.code].name}` }]
        : [rank, act],
    ),
  )
}

/**
 * What this reader can do now, as the server said, in the order of what presses most.
 * `main` is for the button at the thumb; a route that repeats an act of another adds its name.
 */
export function actsOf(matter: MatterView): { main: Act | null; more: Act[] } {
  const all = [...onMatter(matter), ...withRouteNames(matter)]
  const ranked = all.sort(([a], [b]) => a - b)
  const first = ranked[0]
  const main = first && first[0] < SECOND_RANK ? first[1] : null
  return { main, more: ranked.map(([, act]) => act).filter((act) => act !== main) }
}
