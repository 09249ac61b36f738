import { useState } from 'react'
import { dayInWords, fromChinaFields, toChinaFields } from './china-time'
import { DayInput, TimeInput } from './date-time-inputs'
import './date-time.scss'
import { View } from '@tarojs/components'
import { aria } from '../aria'

export interface DateTimeProps {
  /** Its parts are `<id>-day` and `<id>-time`. */
  id?: string
  label: string
  /** Epoch ms; null: not chosen yet. */
  value: number | null
  onChange(instant: number): void
  /** Earliest and latest day that may be chosen, epoch ms. */
  min?: number
  max?: number
  /** A whole day: its instant is 23:59 of that day. */
  dateOnly?: boolean
}

const EVENING = '19:00'
const END_OF_DAY = '23:59'

/** A day and a time, in China's time zone whatever the device says. */
export function DateTime({ id, label, value, onChange, min, max, dateOnly }: DateTimeProps) {
  const given = value === null ? { day: '', time: '' } : toChinaFields(value)
  const [typed, setTyped] = useState(given)
  const fields = value === null ? typed : given

  const change = (part: Partial<typeof fields>) => {
    const next = { ...fields, ...part }
    if (dateOnly) next.time = END_OF_DAY
    // Most meetings begin in the evening: a day alone is already a proposal.
    else if (next.day && !next.time) next.time = EVENING
    setTyped(next)
    const instant = fromChinaFields(next.day, next.time)
    if (instant !== null) onChange(instant)
  }

  const thisYear = toChinaFields(Date.now()).day.slice(0, 4)
  return (
    <View className="date-time" {...aria({ role: 'group', label })}>
      <DayInput
        id={id && `${id}-day`}
        label={`${label}：哪一天`}
        value={fields.day}
        words={fields.day ? dayInWords(fields.day, thisYear) : '哪一天'}
        min={min === undefined ? undefined : toChinaFields(min).day}
        max={max === undefined ? undefined : toChinaFields(max).day}
        onChange={(day) => change({ day })}
      />
      {!dateOnly && (
        <TimeInput
          id={id && `${id}-time`}
          label={`${label}：几点`}
          value={fields.time}
          words={fields.time || '几点'}
          onChange={(time) => change({ time })}
        />
      )}
    </View>
  )
}
