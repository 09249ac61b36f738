import { CHANNEL_CODES, CHANNELS } from '@yishiting/domain/owners/ballot'
import { PRESETS, presetOf } from '@yishiting/domain/owners/presets'
import { CONFLICT_RULES, type ConflictRule, type VoteRules } from '@yishiting/domain/owners/rule-set'
import { Chips, Choice, Field, Heading, Picker, Small, Switch } from '@/ui'
import { NumberField } from './number-field'
import { type StepProps, withRules } from './step-props'

const PRESET_OPTIONS = PRESETS.map(({ code, name, about }) => ({ value: code, label: name, sub: about }))
const SPECIAL = [
  { value: 'included', label: '算', sub: '有产权的车位、储藏室、地下室，和住宅一样算面积' },
  { value: 'excluded', label: '不算', sub: '不算面积；只有车位没有住宅的，也不算一个人' },
] as const
const CHANNEL_OPTIONS = CHANNEL_CODES.map((value) => ({ value, label: CHANNELS[value] }))
const CONFLICTS = (Object.entries(CONFLICT_RULES) as [ConflictRule, string][]).map(([value, label]) => ({
  value,
  label,
}))
const RANKINGS = [
  { value: 'people_then_area', label: '先比人数，再比面积' },
  { value: 'area_then_people', label: '先比面积，再比人数' },
] as const

/** 按什么规则算: one documented set to start from, every field in plain words. Frozen with the notice. */
export function RulesStep({ draft, errors, onChange }: StepProps) {
  const { rules } = draft
  const change = (part: Partial<VoteRules>) => onChange(withRules(draft, part))
  const hasSeveral = draft.items.some((item) => item.several)
  return (
    <>
      <Field label="从哪一套开始？" hint="选好以后，下面每一条都还能改">
        <Picker
          id="preset"
          label="参照"
          options={PRESET_OPTIONS}
          value={rules.preset}
          onChange={(id) => {
            // Whom it concerns, and what counts, were answered for this compound: no preset knows better.
            const { scope, specialSpaces } = rules
            change({ ...presetOf(id)?.rules, scope, specialSpaces })
          }}
        />
      </Field>
      <Small>{`来源：${presetOf(rules.preset)?.source ?? rules.legalBasis.join('；')}`}</Small>
      <Field
        label="车位、储藏室、地下室算不算？"
        hint="看小区的议事规则；没有写，就由业委会在这里说清楚"
        error={errors['rules.specialSpaces']}
      >
        <Choice
          id="special"
          label="车位、储藏室、地下室算不算？"
          options={SPECIAL}
          value={rules.specialSpaces === 'unset' ? null : rules.specialSpaces}
          onChange={(specialSpaces) => change({ specialSpaces })}
        />
      </Field>
      <Field label="怎么投？" error={errors['rules.channels']}>
        <Chips
          id="channels"
          label="怎么投？"
          multi
          options={CHANNEL_OPTIONS}
          value={rules.channels}
          onChange={(channels) => change({ channels })}
        />
      </Field>
      <Field label="同一户投了两张、意思不一样，怎么算？">
        <Picker
          id="conflict-rule"
          label="怎么算"
          options={CONFLICTS}
          value={rules.conflicts}
          onChange={(conflicts) => change({ conflicts })}
        />
      </Field>
      <Switch
        id="may-change"
        label="截止前可以改票"
        sub={rules.mayChange ? '以最后一次为准，每一次都留着' : '一户一票，投后不能改'}
        checked={rules.mayChange}
        onChange={(mayChange) => change({ mayChange })}
      />
      <Switch
        id="invalid-counts"
        label="废票也算参加"
        sub="一般不算；两种算法结果不同时，公布时会写明"
        checked={rules.invalidParticipates}
        onChange={(invalidParticipates) => change({ invalidParticipates })}
      />
      <Switch
        id="non-voters"
        label="收到票没投的，算到多数一边"
        sub="只有小区的议事规则写明了才能打开；送达要有凭据，公告会醒目提醒，严格的结果也会一起公布"
        checked={rules.nonVoters === 'join_leading'}
        onChange={(on) => change({ nonVoters: on ? 'join_leading' : 'none' })}
      />
      {errors['rules.nonVoters'] && <Small late>{errors['rules.nonVoters']}</Small>}
      <Heading>委托别人投</Heading>
      <NumberField
        id="mandates"
        label="一个人最多替几户投？"
        hint="0 就是不能委托"
        error={errors['rules.mandatesPerProxy']}
        value={rules.mandatesPerProxy}
        onChange={(mandatesPerProxy) => change({ mandatesPerProxy })}
      />
      <Switch
        id="property-proxy"
        label="物业的人可以当受托人"
        checked={rules.propertyStaffMayProxy}
        onChange={(propertyStaffMayProxy) => change({ propertyStaffMayProxy })}
      />
      {hasSeveral && (
        <Field label="够票的比名额多，怎么排先后？">
          <Choice
            id="ranking"
            label="够票的比名额多，怎么排先后？"
            options={RANKINGS}
            value={rules.ranking}
            onChange={(ranking) => change({ ranking })}
          />
        </Field>
      )}
      <Heading>日子</Heading>
      <Switch
        id="extraordinary"
        label="临时会议"
        sub="业主依法要求临时召开的；有的地方公告 7 天就可以"
        checked={draft.isExtraordinary}
        onChange={(isExtraordinary) => onChange({ isExtraordinary })}
      />
      <NumberField
        id="notice-days"
        label="公告满几天才投票？"
        hint="一般 15 天"
        error={errors['rules.noticeDays']}
        value={rules.noticeDays}
        onChange={(noticeDays) => change({ noticeDays })}
      />
      <NumberField
        id="extension-days"
        label="参加的不够，可以延几天？"
        hint="截止前延一次；0 就是不能延"
        error={errors['rules.extensionDays']}
        value={rules.extensionDays}
        onChange={(extensionDays) => change({ extensionDays })}
      />
      <NumberField
        id="objection-days"
        label="公布后几天内可以提异议？"
        error={errors['rules.objectionDays']}
        value={rules.objectionDays}
        onChange={(objectionDays) => change({ objectionDays })}
      />
    </>
  )
}
