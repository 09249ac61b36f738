import { noticePeriod } from '@yishiting/domain/deliberate/meeting'
import { speakTime } from '@yishiting/domain/matter/instant'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { DateTime, Field, Switch, TextInput } from '@/ui'
import { noticeRule } from '../kinds'
import type { StepProps } from './step-props'

const PLACE_MAX = 60

/** When and where: not before everybody has had the notice's full time. */
export function WhenStep({ plan, errors, now, onChange }: StepProps) {
  const kind = plan.kind ?? 'deliberation'
  const earliest = now + noticePeriod(kind, DEFAULT_RULES)
  return (
    <>
      <Field
        label="什么时候开？"
        hint={`${noticeRule(kind)}，最早 ${speakTime(earliest, now)}`}
        error={errors.startsAt}
      >
        <DateTime
          id="plan"
          label="什么时候开？"
          value={plan.startsAt}
          onChange={(startsAt) => onChange({ startsAt })}
          min={earliest}
        />
      </Field>
      <Field
        label="在哪里开？"
        optional={plan.online}
        error={errors.place}
        value={plan.place}
        max={PLACE_MAX}
      >
        <TextInput
          id="plan-place"
          label="在哪里开？"
          placeholder="例如：党群活动室"
          value={plan.place}
          onChange={(place) => onChange({ place })}
        />
      </Field>
      <Field label="怎么走？" optional hint="例如：3 号楼东门进，上二楼">
        <TextInput
          id="plan-map"
          label="怎么走？"
          value={plan.mapNote}
          onChange={(mapNote) => onChange({ mapNote })}
        />
      </Field>
      <Switch
        id="plan-online"
        label="可以在手机上参加"
        sub="来不了的人在手机上签到、投票"
        checked={plan.online}
        onChange={(online) => onChange({ online })}
      />
    </>
  )
}
