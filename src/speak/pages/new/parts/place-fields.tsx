import { useCompound } from '@/api/people'
import { Field, Picker, Stack, TextInput } from '@/ui'

const NO_BUILDING = 'none'

export interface PlaceFieldsProps {
  buildingId: string | null
  detail: string
  onChange(change: { buildingId?: string | null; detail?: string }): void
}

/** Where it is: one of the compound's buildings, and a few words. The words alone do without a network. */
export function PlaceFields({ buildingId, detail, onChange }: PlaceFieldsProps) {
  const buildings = useCompound().data?.buildings ?? []
  const options = [
    ...buildings.map(({ id, name }) => ({ value: id, label: name })),
    { value: NO_BUILDING, label: '公共地方', sub: '不在哪一栋楼里' },
  ]
  return (
    <Field label="在哪里">
      <Stack gap={2}>
        <Picker
          id="building"
          label="哪栋楼"
          options={options}
          placeholder="选一栋"
          value={buildingId}
          onChange={(id) => onChange({ buildingId: id === NO_BUILDING ? null : id })}
        />
        <TextInput
          id="place-detail"
          label="具体位置"
          placeholder="具体位置，例如：东侧车棚"
          value={detail}
          onChange={(text) => onChange({ detail: text })}
        />
      </Stack>
    </Field>
  )
}
