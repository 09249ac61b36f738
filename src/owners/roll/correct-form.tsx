import type { BodyOf } from '@yishiting/domain/contract'
import type { RollUnitView } from '@yishiting/domain/contract/owners'
import { AREA_SOURCES, type AreaSource, UNIT_USES, type UnitUse } from '@yishiting/domain/owners/roll'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { confirm, Field, Picker, Switch, TextArea, TextInput } from '@/ui'
import { type Correction, correctionBody, correctionErrors, correctionOf } from './correction'
import { newOwner, OwnerLines } from './owner-lines'
import { ownersLine, unitLine } from './words'

const options = <Key extends string>(table: Record<Key, string>) =>
  (Object.entries(table) as [Key, string][]).map(([value, label]) => ({ value, label }))
const USES = options<UnitUse>(UNIT_USES)
const SOURCES = options<AreaSource>(AREA_SOURCES)
const REASON_MAX = 2000

interface CorrectFormProps {
  unit: RollUnitView
  send(body: BodyOf<'owners.correct'>): Promise<unknown>
  problem: string | null
}

/** 更正一户: what is different, and why. Votes whose roll is frozen already are not touched. */
export function CorrectForm({ unit, send, problem }: CorrectFormProps) {
  const [now, setNow] = useState<Correction>(() => correctionOf(unit))
  const change = (part: Partial<Correction>) => setNow((before) => ({ ...before, ...part }))
  const { errors, isFine } = useErrors(correctionErrors(unit, now))
  const submit = async () => {
    if (!isFine()) return
    const sure = await confirm({
      title: `更正 ${unit.code}？`,
      text: '名册会多一个版本，原来的留着。已经公告的表决还按公告时的名册算。',
      ok: '更正',
    })
    if (sure) await send(correctionBody(unit, now))
  }
  return (
    <FormFrame
      title="更正名册"
      about={{ title: unit.code, text: [unitLine(unit), ownersLine(unit)].join(' · ') }}
      main={{ id: 'correct-submit', text: '更正', onPress: submit }}
      problem={problem}
    >
      <Field label="面积（㎡）" error={errors.area}>
        <TextInput
          id="correct-area"
          label="面积"
          type="digit"
          placeholder="例如 83.25"
          value={now.area}
          onChange={(area) => change({ area })}
        />
      </Field>
      <Field label="面积从哪里来" hint="先看登记簿，没有再看测绘，再看合同" error={errors.source}>
        <Picker
          id="correct-source"
          label="来源"
          options={SOURCES}
          value={now.areaSource}
          onChange={(areaSource) => change({ areaSource })}
        />
      </Field>
      <Picker
        id="correct-use"
        label="用途"
        options={USES}
        value={now.use}
        onChange={(use) => change({ use })}
      />
      <Switch
        id="correct-developers"
        label="开发商的房子"
        sub="没卖出，或者卖了还没交付；开发商全部加起来算 1 人"
        checked={now.isDevelopers}
        onChange={(isDevelopers) => change({ isDevelopers })}
      />
      <Switch
        id="correct-owners"
        label="业主也要改"
        sub="名册上的姓名不完整显示，要改就全部重写一遍"
        checked={now.owners !== null}
        onChange={(on) => change({ owners: on ? [newOwner()] : null })}
      />
      {now.owners !== null && (
        <Field label="现在的业主" hint="共有的都写上，几个人共有算 1 人" error={errors.owners}>
          <OwnerLines owners={now.owners} onChange={(owners) => change({ owners })} />
        </Field>
      )}
      <Field label="为什么改？" error={errors.reason} value={now.reason} max={REASON_MAX}>
        <TextArea
          id="correct-reason"
          label="为什么改？"
          placeholder="例如：业主出示了不动产权证，建筑面积 83.25 ㎡"
          value={now.reason}
          onChange={(reason) => change({ reason })}
        />
      </Field>
    </FormFrame>
  )
}
