import { Field, names, TextInput, View } from '@/ui'
import type { Side, Typed } from './notice'
import { SIDE_NAMES } from './words'
import './figure-pair.scss'

interface FigurePairProps {
  /** The inputs are `<id>-people` and `<id>-area`. */
  id: string
  label: string
  value: Typed
  /** What an empty input asks for. */
  asks: Typed
  hasArea: boolean
  errors: Partial<Record<Side, string>>
  onChange(value: Typed): void
}

/** One figure of a notice: people, and floor area beside it. */
export function FigurePair({ id, label, value, asks, hasArea, errors, onChange }: FigurePairProps) {
  const sides: Side[] = hasArea ? ['people', 'area'] : ['people']
  const wrong = sides.flatMap((side) => (errors[side] ? [`${SIDE_NAMES[side]}：${errors[side]}`] : []))
  return (
    <Field label={label} error={wrong.length > 0 ? wrong.join('；') : undefined}>
      <View className={names('figure-pair', !hasArea && 'figure-pair--one')}>
        {sides.map((side) => (
          <TextInput
            key={side}
            id={`${id}-${side}`}
            label={`${label}，${SIDE_NAMES[side]}`}
            placeholder={asks[side]}
            value={value[side]}
            error={errors[side]}
            onChange={(text) => onChange({ ...value, [side]: text })}
          />
        ))}
      </View>
    </Field>
  )
}
