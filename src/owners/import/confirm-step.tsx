import { Field, TextArea, TextInput } from '@/ui'

export interface Closing {
  reason: string
  units: string
  area: string
}
export const NO_CLOSING: Closing = { reason: '', units: '', area: '' }
const REASON_MAX = 2000

/** What is still missing or wrong before the roll is taken over. */
export const closingErrors = ({ reason, units, area }: Closing): Record<string, string | undefined> => ({
  reason: reason.trim() === '' ? '请写明原因。' : undefined,
  units: units.trim() === '' || /^\d{1,7}$/.test(units.trim()) ? undefined : '户数要写成整数。',
  area:
    area.trim() === '' || /^\d{1,10}(\.\d{1,4})?$/.test(area.trim())
      ? undefined
      : '面积要写成数字，最多四位小数，例如 83.25。',
})

interface ConfirmStepProps {
  closing: Closing
  errors: Record<string, string | undefined>
  onChange(part: Partial<Closing>): void
}

/** Why this roll, and what the registry says there should be in all. */
export const ConfirmStep = ({ closing, errors, onChange }: ConfirmStepProps) => (
  <>
    <Field
      label="登记机构的总户数"
      hint="不动产登记机构或物业档案上的总数，用来核对"
      optional
      error={errors.units}
    >
      <TextInput
        id="import-units"
        label="登记机构的总户数"
        type="number"
        value={closing.units}
        onChange={(units) => onChange({ units })}
      />
    </Field>
    <Field label="登记机构的总面积（㎡）" optional error={errors.area}>
      <TextInput
        id="import-area"
        label="登记机构的总面积"
        type="digit"
        value={closing.area}
        onChange={(area) => onChange({ area })}
      />
    </Field>
    <Field label="名册从哪里来？" error={errors.reason} value={closing.reason} max={REASON_MAX}>
      <TextArea
        id="import-reason"
        label="名册从哪里来？"
        rows={2}
        placeholder="例如：2026 年 3 月向不动产登记中心查询的业主清单"
        value={closing.reason}
        onChange={(reason) => onChange({ reason })}
      />
    </Field>
  </>
)
