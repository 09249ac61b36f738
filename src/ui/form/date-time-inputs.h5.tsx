import type { PartProps } from './date-time-inputs'

/** The browser's own calendar: it knows the keyboard, screen readers and every phone. */
export const DayInput = ({ id, label, value, min, max, onChange }: PartProps) => (
  <input
    id={id}
    className="date-time__day date-time__part"
    type="date"
    aria-label={label}
    value={value}
    min={min}
    max={max}
    onChange={(event) => onChange(event.target.value)}
  />
)

/** The browser's own clock. */
export const TimeInput = ({ id, label, value, onChange }: PartProps) => (
  <input
    id={id}
    className="date-time__time date-time__part"
    type="time"
    aria-label={label}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
)
