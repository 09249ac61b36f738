import { Picker, View } from '@tarojs/components'
import { aria } from '../aria'
import { names } from '../class-names'
import { Icon } from '../icon'

export interface PartProps {
  id?: string
  label: string
  /** yyyy-mm-dd or hh:mm; empty when not chosen. */
  value: string
  words: string
  min?: string
  max?: string
  onChange(value: string): void
}

const Face = ({
  icon,
  label,
  words,
  empty,
}: {
  icon: 'calendar' | 'clock'
  label: string
  words: string
  empty: boolean
}) => (
  <View
    className={names('date-time__part', empty && 'date-time__part--empty')}
    {...aria({ role: 'button', label: `${label}，${words}` })}
  >
    <Icon name={icon} size="small" />
    {words}
  </View>
)

/** The phone's own wheel for a day. The web build's is date-time-inputs.h5.tsx. */
export const DayInput = ({ id, label, value, words, min, max, onChange }: PartProps) => (
  <Picker
    id={id}
    className="date-time__day"
    mode="date"
    value={value}
    start={min}
    end={max}
    onChange={(event) => onChange(event.detail.value)}
  >
    <Face icon="calendar" label={label} words={words} empty={!value} />
  </Picker>
)

/** The phone's own wheel for a time. */
export const TimeInput = ({ id, label, value, words, onChange }: PartProps) => (
  <Picker
    id={id}
    className="date-time__time"
    mode="time"
    value={value}
    onChange={(event) => onChange(event.detail.value)}
  >
    <Face icon="clock" label={label} words={words} empty={!value} />
  </Picker>
)
