import { DAY, type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { DateTime, Field, Small } from '@/ui'
import type { StepProps } from './step-props'

const MOST_DAYS = 365

/** When voting opens and closes: never before everybody has had the notice's full time. */
export function WhenStep({ draft, errors, now, onChange }: StepProps & { now: Instant }) {
  const { noticeDays, objectionDays } = draft.rules
  const earliest = now + noticeDays * DAY
  const from = draft.opensAt ?? earliest
  const days = draft.closesAt === null ? 0 : Math.ceil((draft.closesAt - from) / DAY)
  return (
    <>
      <Field
        label="什么时候开始投票？"
        hint={`公告要满 ${noticeDays} 天，今天公告最早 ${speakTime(earliest, now)}`}
        error={errors.opensAt}
      >
        <DateTime
          id="opens"
          label="什么时候开始投票？"
          value={draft.opensAt}
          onChange={(opensAt) => onChange({ opensAt })}
          min={earliest}
          max={now + MOST_DAYS * DAY}
        />
      </Field>
      <Field
        label="什么时候截止？"
        hint={days > 0 ? `投票 ${days} 天；到点自动截止，谁也不能提前或推后` : undefined}
        error={errors.closesAt}
      >
        <DateTime
          id="closes"
          label="什么时候截止？"
          value={draft.closesAt}
          onChange={(closesAt) => onChange({ closesAt })}
          min={from}
          max={from + MOST_DAYS * DAY}
        />
      </Field>
      <Small>{`截止后 3 天内公布结果，公布后 ${objectionDays} 天内可以提异议。`}</Small>
    </>
  )
}
