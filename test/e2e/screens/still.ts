import { matterId, meetingId, routeId } from '../../../server/demo/story/names'
import { OWNERS } from './owners'
import type { Shot } from './shot'

const matter = (key: string) => `/matter?id=${matterId(key)}`

const home: Shot[] = [
  { name: 'way-in', who: null, path: '/home' },
  { name: 'home', who: 'zhang', path: '/home' },
  { name: 'home-tenant', who: 'li', path: '/home' },
  { name: 'home-secretary', who: 'secretary', path: '/home' },
  { name: 'home-property', who: 'property', path: '/home' },
  { name: 'matters', who: 'zhang', path: '/matters' },
  {
    name: 'matters-filter',
    hasNoCare: true,
    who: 'zhang',
    path: '/matters',
    act: (phone) => phone.tap('filter-open'),
    isOverlay: true,
  },
  {
    name: 'matters-nothing',
    who: 'zhang',
    path: '/matters',
    act: async (phone) => {
      await phone.type('search', '火星')
      await phone.words(/没有找到|没有这样/).waitFor()
    },
  },
  { name: 'meetings', who: 'zhang', path: '/meetings' },
  { name: 'meetings-past', who: 'secretary', path: '/meetings', act: (phone) => phone.tap('when-past') },
  { name: 'mine', who: 'zhang', path: '/mine' },
  { name: 'mine-secretary', who: 'secretary', path: '/mine' },
  {
    name: 'persona',
    who: 'zhang',
    path: '/mine',
    act: (phone) => phone.tap('demo-persona'),
    isOverlay: true,
  },
  { name: 'inbox', who: 'zhang', path: '/inbox' },
]

const speak: Shot[] = [
  { name: 'new', who: 'zhang', path: '/speak' },
  {
    name: 'new-building',
    who: 'zhang',
    path: '/speak',
    act: (phone) => phone.tap('building'),
    isOverlay: true,
  },
  {
    name: 'new-receipt',
    who: 'zhang',
    path: '/speak',
    act: async (phone) => {
      await phone.type('text', '东侧车棚的灯坏了一个星期，晚上看不见路。')
      await phone.tap('submit')
      await phone.sees(/^SX-/)
    },
  },
  { name: 'new-on-behalf', who: 'helper', path: '/speak', act: (phone) => phone.tap('on-behalf') },
  { name: 'matter-waiting', who: 'zhang', path: matter('M13') },
  { name: 'matter-overdue', who: 'zhang', path: matter('M10') },
  { name: 'matter-scheduled', who: 'li', path: matter('M39') },
  { name: 'matter-rated', who: 'zhang', path: matter('M47') },
  { name: 'matter-closed', who: 'chen', path: matter('M23') },
  { name: 'matter-redo', who: 'chen', path: matter('M15') },
  { name: 'matter-objected', who: 'wang', path: matter('M32') },
  { name: 'matter-merged', who: 'chen', path: matter('M30') },
  { name: 'matter-split', who: 'chen', path: matter('M65') },
  { name: 'matter-on-behalf', who: 'wu', path: matter('M46') },
  { name: 'matter-secretary', who: 'secretary', path: matter('M25') },
  {
    name: 'matter-more',
    who: 'secretary',
    path: matter('M10'),
    act: (phone) => phone.tap('more'),
    isOverlay: true,
  },
  {
    name: 'matter-unknown',
    who: 'zhang',
    path: '/matter?id=00000000-0000-4000-8000-000000000000',
    expects: [404, /\/matters\//],
  },
  {
    name: 'new-offline',
    who: 'zhang',
    path: '/speak',
    act: async (phone) => {
      await phone.type('text', '东侧车棚的灯坏了一个星期，晚上看不见路。')
      await phone.setOnline(false)
      await phone.tap('submit')
      await phone.sees('还没送出')
    },
    isOverlay: true,
    isOffline: true,
  },
  {
    name: 'inbox-unreachable',
    who: 'zhang',
    path: '/inbox',
    act: async (phone) => {
      phone.complaints.isNetworkUp = false
      await phone.page.route('**/api/compounds/*/inbox*', (route) => route.abort('connectionrefused'))
      await phone.page.reload()
      await phone.sees('现在连不上网，请看看网络，再试一次。')
    },
    isOverlay: true,
    isOffline: true,
  },
  { name: 'sign-out', who: 'zhang', path: '/mine', act: (phone) => phone.tap('sign-out'), isOverlay: true },
]

const sort: Shot[] = [
  { name: 'queue', who: 'secretary', path: '/queue' },
  { name: 'sort', who: 'secretary', path: `/sort?id=${matterId('M57')}` },
  {
    name: 'sort-routes',
    who: 'secretary',
    path: `/sort?id=${matterId('M57')}`,
    act: async (phone) => {
      await phone.tap('topic-neighbours')
      await phone.tap('route-property')
      await phone.tap('route-whistle')
      await phone.tap('route-elsewhere')
      await phone.tap('sort-submit')
    },
  },
  { name: 'sort-return', who: 'secretary', path: `/sort?id=${matterId('M57')}&do=return` },
  { name: 'sort-merge', who: 'secretary', path: `/sort?id=${matterId('M54')}&do=merge` },
  { name: 'sort-split', who: 'secretary', path: `/sort?id=${matterId('M57')}&do=split` },
  { name: 'sort-review', who: 'secretary', path: `/sort?id=${matterId('M32')}` },
  { name: 'sort-decided', who: 'secretary', path: `/sort?id=${matterId('M10')}` },
]

const deliberate: Shot[] = [
  { name: 'meeting', who: 'zhang', path: `/meeting?id=${meetingId('coming')}` },
  { name: 'meeting-hearing', who: 'chen', path: `/meeting?id=${meetingId('green')}` },
  { name: 'meeting-closed', who: 'chen', path: `/meeting?id=${meetingId('spring')}` },
  { name: 'moderate', who: 'secretary', path: `/moderate?id=${meetingId('coming')}` },
  { name: 'moderate-cancel', who: 'secretary', path: `/moderate?id=${meetingId('coming')}&do=cancel` },
  { name: 'opinion', who: 'zhang', path: `/opinion?id=${meetingId('coming')}` },
  {
    name: 'opinion-map',
    who: 'zhang',
    path: `/opinion?id=${meetingId('coming')}`,
    act: async (phone) => {
      await phone.tap('tab-map')
      await phone.sees('谁和谁想得近')
    },
  },
  {
    name: 'opinion-all',
    who: 'secretary',
    path: `/opinion?id=${meetingId('coming')}`,
    act: (phone) => phone.tap('tab-all'),
  },
  { name: 'hearing', who: 'zhang', path: `/hearing?id=${meetingId('green')}` },
  { name: 'hearing-keeper', who: 'committee', path: `/hearing?id=${meetingId('green')}` },
  { name: 'minutes', who: 'zhang', path: `/minutes?id=${meetingId('spring')}` },
  { name: 'submissions', who: 'helper', path: `/submissions?id=${meetingId('coming')}` },
  { name: 'petitions', who: 'zhang', path: '/petitions' },
  {
    name: 'petition-new',
    who: 'zhang',
    path: '/petitions',
    act: (phone) => phone.tap('petition-new'),
  },
  { name: 'plan-1-kind', who: 'secretary', path: '/plan' },
  {
    name: 'plan-2-when',
    who: 'secretary',
    path: '/plan',
    act: async (phone) => {
      await phone.tap('kind-deliberation')
      await phone.tap('plan-next')
    },
  },
  {
    name: 'plan-3-agenda',
    who: 'secretary',
    path: '/plan',
    act: async (phone) => {
      await phone.tap('kind-deliberation')
      await phone.tap('plan-next')
      await phone.type('plan-place', '社区活动室')
      await phone.tap('plan-next')
      await phone.page.getByRole('checkbox').first().tap()
    },
  },
  {
    name: 'plan-4-preview',
    who: 'secretary',
    path: '/plan',
    act: async (phone) => {
      await phone.tap('kind-deliberation')
      await phone.tap('plan-next')
      await phone.type('plan-place', '社区活动室')
      await phone.tap('plan-next')
      await phone.page.getByRole('checkbox').first().tap()
      await phone.tap('plan-next')
      await phone.sees('大家会收到')
    },
  },
]

const task = (key: string, code: 'property' | 'whistle' | 'utility' | 'elsewhere', act = '') =>
  `/task?matter=${matterId(key)}&route=${routeId(key, code)}${act && `&do=${act}`}`

const act: Shot[] = [
  { name: 'tasks', who: 'property', path: '/tasks' },
  { name: 'tasks-all', who: 'supervisor', path: '/tasks', act: (phone) => phone.tap('scope-all') },
  { name: 'task', who: 'property', path: task('M10', 'property') },
  { name: 'task-progress', who: 'property', path: task('M10', 'property', 'progress') },
  { name: 'task-extend', who: 'property', path: task('M10', 'property', 'extend') },
  { name: 'task-done', who: 'property', path: task('M10', 'property', 'claimDone') },
  { name: 'task-assign', who: 'secretary', path: task('M15', 'whistle', 'assign') },
  { name: 'task-escalate', who: 'supervisor', path: task('M10', 'property', 'escalate') },
]

const rate: Shot[] = [
  {
    name: 'rate',
    who: 'zhang',
    path: `/rate?matter=${matterId('M47')}&route=${routeId('M47', 'deliberation')}`,
  },
  {
    name: 'rate-missing',
    who: 'zhang',
    path: `/rate?matter=${matterId('M47')}&route=${routeId('M47', 'deliberation')}`,
    act: async (phone) => {
      await phone.tap('satisfied-no')
      await phone.tap('rate-submit')
    },
  },
  {
    name: 'rated',
    who: 'secretary',
    path: `/rate?matter=${matterId('M46')}&route=${routeId('M46', 'property')}`,
  },
]

/** The screens of the demo compound as it is filled. */
export const STILL: readonly Shot[] = [...home, ...speak, ...sort, ...deliberate, ...act, ...rate, ...OWNERS]
