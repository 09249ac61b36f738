import type { MatterView, RouteView } from '@yishiting/domain/contract/speak'
import { actsOf } from '@/speak/pages/matter/acts'

const route = (can: string[], more: Partial<RouteView> = {}): RouteView =>
  ({ id: 'r', code: 'property', state: 'assigned', meetingId: null, can, ...more }) as RouteView
const matter = (can: string[], routeViews: RouteView[] = []): MatterView =>
  ({ id: 'm', can, routeViews }) as unknown as MatterView

test('an honest word about what is said to be done comes before all else', () => {
  const { main, more } = actsOf(matter(['withdraw'], [route(['rate'])]))
  expect(main).toMatchObject({ key: 'rate', url: '/rate/pages/rate/index?matter=m&route=r' })
  expect(more.map(({ key }) => key)).toEqual(['withdraw'])
})

test('taking back, objecting and editing are never the main button', () => {
  const { main, more } = actsOf(matter(['edit', 'withdraw', 'object']))
  expect(main).toBeNull()
  expect(more.map(({ key }) => key)).toEqual(['edit', 'object', 'withdraw'])
})

test('the branch sorts, the lead works, the returned one is completed', () => {
  expect(actsOf(matter(['sort', 'return', 'merge'])).main?.key).toBe('sort')
  expect(actsOf(matter(['review'])).main?.key).toBe('review')
  expect(actsOf(matter([], [route(['progress', 'claimDone'])])).main?.key).toBe('task')
  expect(actsOf(matter(['resubmit'])).main).toMatchObject({ sheet: 'resubmit' })
})

test('a scheduled route leads to its meeting; nothing to do is nothing', () => {
  const scheduled = route([], { state: 'scheduled', meetingId: 'g' })
  expect(actsOf(matter([], [scheduled])).main?.key).toBe('meeting')
  expect(actsOf(matter([]))).toEqual({ main: null, more: [] })
})
