import { Field, Row, Small, Stack, TextInput, View } from '@/ui'
import type { Side } from './figures'
import './side-fields.scss'

interface SideFieldsProps {
  id: string
  label: string
  sides: readonly Side[]
  values: Readonly<Record<Side, string>>
  /** By side: what is wrong with what was typed. */
  errors?: Partial<Record<Side, string>>
  units: Readonly<Record<Side, string>>
  onChange(side: Side, text: string): void
}

/** One line of a notice: people at the left, ㎡ at the right. */
export const SideFields = ({ id, label, sides, values, errors = {}, units, onChange }: SideFieldsProps) => (
  <Field label={label} error={sides.map((side) => errors[side]).find(Boolean)}>
    <Row>
      {sides.map((side) => (
        <View key={side} className="side-field">
          <Stack gap={0}>
            <Small>{units[side]}</Small>
            <TextInput
              id={`${id}-${side}`}
              type={side === 'people' ? 'number' : 'digit'}
              label={`${label}，${units[side]}`}
              value={values[side]}
              error={errors[side]}
              onChange={(text) => onChange(side, text)}
            />
          </Stack>
        </View>
      ))}
    </Row>
  </Field>
)
