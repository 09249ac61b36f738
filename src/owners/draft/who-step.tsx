import type { RollView } from '@yishiting/domain/contract/owners'
import type { Scope } from '@yishiting/domain/owners/roll'
import { Chips, Choice, Field, Notice, Picker, Small } from '@/ui'
import { buildingWords, stairwellWords } from '../words'
import { type StepProps, withRules } from './step-props'

const TYPES = [
  { value: 'compound', label: '全小区业主', sub: '物业、公共收益、小区的大事' },
  { value: 'buildings', label: '只是几栋楼的业主', sub: '只关系到这几栋，钱也由这几栋出' },
  { value: 'stairwell', label: '只是一个单元的业主', sub: '例如一个单元加装电梯' },
] as const

const EMPTY: Record<Scope['type'], Scope> = {
  compound: { type: 'compound' },
  buildings: { type: 'buildings', buildings: [] },
  stairwell: { type: 'stairwell', building: '', stairwell: '' },
}

// A building's name may hold anything: its place in the list is what tells it apart.
const named = (names: readonly string[], words: (name: string) => string) =>
  names.map((name, at) => ({ value: String(at), label: words(name) }))
const placeOf = (names: readonly string[], name: string): string | null => {
  const at = names.indexOf(name)
  return at < 0 ? null : String(at)
}

/** 谁来投票: whom the matter concerns. People and ㎡ are counted inside this. */
export function WhoStep({ draft, errors, onChange, roll }: StepProps & { roll: RollView | undefined }) {
  const { scope } = draft.rules
  const buildings = roll?.buildings ?? []
  const names = buildings.map((each) => each.building)
  const nameAt = (at: string) => names[Number(at)] ?? ''
  const choose = (next: Scope) => onChange(withRules(draft, { scope: next }))
  const stairwells =
    scope.type === 'stairwell'
      ? (buildings.find((each) => each.building === scope.building)?.stairwells ?? [])
      : []
  return (
    <>
      {roll && roll.version === null && (
        <Notice tone="warn" title="还没有名册">
          没有名册就不知道谁能投、算多少面积，不能公告。草稿可以先写。
        </Notice>
      )}
      <Field label="关系到谁？" hint="人数和面积都只在这个范围里算" error={errors['rules.scope']}>
        <Choice
          id="scope"
          label="关系到谁？"
          options={TYPES}
          value={scope.type}
          onChange={(type) => type !== scope.type && choose(EMPTY[type])}
        />
      </Field>
      {scope.type === 'buildings' && (
        <Field label="哪几栋？">
          <Chips
            id="in-buildings"
            label="哪几栋？"
            multi
            options={named(names, buildingWords)}
            value={scope.buildings.flatMap((name) => placeOf(names, name) ?? [])}
            onChange={(chosen) => choose({ type: 'buildings', buildings: chosen.map(nameAt) })}
          />
        </Field>
      )}
      {scope.type === 'stairwell' && (
        <>
          <Picker
            id="in-building"
            label="哪一栋？"
            options={named(names, buildingWords)}
            value={placeOf(names, scope.building)}
            onChange={(at) => choose({ type: 'stairwell', building: nameAt(at), stairwell: '' })}
          />
          {scope.building !== '' && (
            <Picker
              id="in-stairwell"
              label="哪个单元？"
              options={named(stairwells, stairwellWords)}
              value={placeOf(stairwells, scope.stairwell)}
              onChange={(at) => choose({ ...scope, stairwell: stairwells[Number(at)] ?? '' })}
            />
          )}
        </>
      )}
      {roll && roll.version !== null && (
        <Small>{`名册现在是第 ${roll.version} 版：${roll.units} 户、${roll.people} 人、${roll.area} ㎡。公告时定住。`}</Small>
      )}
    </>
  )
}
