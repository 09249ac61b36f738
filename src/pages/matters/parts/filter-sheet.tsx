import { ROOM_NAMES, ROOMS } from '@yishiting/domain/matter/rooms'
import { ROUTE_CODES, ROUTES } from '@yishiting/domain/sort/routes'
import { TOPIC_CODES, TOPICS } from '@yishiting/domain/sort/topics'
import { useCompound } from '@/api/people'
import { type Filter, setFilter } from '@/speak/filter'
import { Button, Chips, Field, Row, Sheet, Stack } from '@/ui'

const stages = ROOMS.map((room) => ({ value: room, label: ROOM_NAMES[room].name }))
const topics = TOPIC_CODES.map((code) => ({ value: code, label: TOPICS[code] }))
const routes = ROUTE_CODES.map((code) => ({ value: code, label: ROUTES[code].name }))
const opens = [
  { value: 'true', label: '还没办结' },
  { value: 'false', label: '办结的' },
] as const

interface Props {
  open: boolean
  filter: Filter
  onClose(): void
}

/** Everything the list can be narrowed by; each tap acts at once, so that nothing has to be confirmed. */
export function FilterSheet({ open, filter, onClose }: Props) {
  const buildings = useCompound().data?.buildings ?? []
  const set = (part: Filter) => setFilter({ ...filter, ...part })
  return (
    <Sheet open={open} title="只看哪些" onClose={onClose}>
      <Stack gap={4}>
        <Field label="走到哪一步">
          <Chips
            id="filter-stage"
            label="走到哪一步"
            options={stages}
            value={filter.stage ?? null}
            onChange={(stage) => set({ stage: stage ?? undefined })}
          />
        </Field>
        <Field label="办结没有">
          <Chips
            id="filter-open-state"
            label="办结没有"
            options={opens}
            value={filter.open ?? null}
            onChange={(isOpen) => set({ open: isOpen ?? undefined })}
          />
        </Field>
        <Field label="什么类别">
          <Chips
            id="filter-topic"
            label="什么类别"
            options={topics}
            value={filter.topic ?? null}
            onChange={(topic) => set({ topic: topic ?? undefined })}
          />
        </Field>
        <Field label="谁来办">
          <Chips
            id="filter-route"
            label="谁来办"
            options={routes}
            value={filter.route ?? null}
            onChange={(route) => set({ route: route ?? undefined })}
          />
        </Field>
        <Field label="哪栋楼">
          <Chips
            id="filter-building"
            label="哪栋楼"
            options={buildings.map(({ id, name }) => ({ value: id, label: name }))}
            value={filter.buildingId ?? null}
            onChange={(buildingId) => set({ buildingId: buildingId ?? undefined })}
          />
        </Field>
        <Row>
          <Button id="filter-clear" kind="plain" grow={1} onPress={() => setFilter({})}>
            全部清掉
          </Button>
          <Button id="filter-done" grow={1.4} onPress={onClose}>
            看结果
          </Button>
        </Row>
      </Stack>
    </Sheet>
  )
}
