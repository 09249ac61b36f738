import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { MatterView } from '@yishiting/domain/contract/speak'
import { ROOMS } from '@yishiting/domain/matter/rooms'
import { ApiProblem } from '@/api/problem'
import { SortForm } from '@/sort/parts/sort-form'

const NOW = Date.UTC(2026, 2, 12, 2)
const matter: MatterView = {
  id: 'matter',
  version: 3,
  receipt: 'SX-2026-000007',
  title: '十年老小区充电难',
  text: '晚上抢不到。',
  topic: null,
  routes: [],
  placeLabel: '5 号楼 东侧车棚',
  place: { buildingId: null, detail: '东侧车棚', buildingName: null },
  raisedAt: '2026-03-11T02:00:00.000Z',
  lastActivityAt: '2026-03-11T02:00:00.000Z',
  standing: {
    state: 'raised',
    room: 'speak',
    steps: ROOMS.map((room) => ({ room, mark: 'todo', caption: '' })),
    line: '支部已接件，正在分类',
    dueAt: null,
    overdueText: '',
  },
  supports: 46,
  followers: 12,
  comments: 0,
  supported: false,
  followed: false,
  mine: false,
  thumbUrl: null,
  isPrivate: false,
  photos: [],
  reporter: { label: '5 号楼居民', name: null, phone: null, room: null },
  onBehalf: '',
  mergedInto: null,
  parts: [],
  routeViews: [],
  timeline: [],
  latestComments: [],
  can: ['sort', 'return', 'merge', 'split'],
  canSupport: false,
  canComment: true,
  canHideComment: true,
}
const leads = [
  { id: 'ma', label: '物业工程部', name: '马志强', roles: ['property_manager' as const], openTasks: 2 },
]

const draw = (problem: ApiProblem | null = null) => {
  const send = jest.fn(async () => undefined)
  const onOther = jest.fn()
  const { container } = render(
    <SortForm
      matter={matter}
      leads={leads}
      now={NOW}
      send={send}
      problem={problem}
      stale={null}
      onOther={onOther}
    />,
  )
  const tap = async (id: string) => {
    await waitFor(() => expect(container.querySelector(`#${id}`)).not.toBeNull())
    // A handler may answer with a promise: its end is part of the tap.
    await act(async () => {
      fireEvent.click(container.querySelector(`#${id}`) as Element)
    })
  }
  const type = (id: string, value: string) =>
    fireEvent.change(container.querySelector(`#${id}`) as Element, { target: { value } })
  return { container, send, onOther, tap, type }
}

test('nothing is sent before the form is whole, and each red line goes away as it is put right', async () => {
  const { send, tap, type } = draw()
  await tap('sort-submit')
  expect(screen.getByText('请选一个类别。')).toBeTruthy()
  expect(screen.getByText('至少选一条去向。')).toBeTruthy()
  await tap('topic-fire')
  expect(screen.queryByText('请选一个类别。')).toBeNull()
  await tap('route-property')
  expect(screen.queryByText('至少选一条去向。')).toBeNull()
  expect(screen.getByText('“物业服务”要有一位责任人。')).toBeTruthy()
  type('sort-reason', '车棚归物业管')
  expect(screen.queryByText(/为什么这样分，大家会看到/)).toBeNull()
  expect(send).not.toHaveBeenCalled()
})

test('each chosen route asks for its own, and takes it away again with it', async () => {
  const { container, tap } = draw()
  await tap('route-whistle')
  expect(container.querySelector('#ground-enforcement')).not.toBeNull()
  await tap('route-elsewhere')
  expect(container.querySelector('#where-to')).not.toBeNull()
  await tap('route-whistle')
  expect(container.querySelector('#ground-enforcement')).toBeNull()
})

test('the server’s refusal stands at the field it is about', () => {
  const refused = new ApiProblem({ code: 'reason_required', status: 422, detail: '请写一句为什么。' })
  draw(refused)
  expect(screen.getByText('请写一句为什么。').className).toContain('field__error')
})

test('the other ways of deciding are offered as far as the rules allow them', async () => {
  const { onOther, tap } = draw()
  await tap('do-merge')
  expect(onOther).toHaveBeenCalledWith('merge')
})
