import { requiredKind } from '@yishiting/domain/deliberate/required-kind'
import { Notice, Small, Stack, Switch } from '@/ui'
import type { Plan, Signs } from '../plan'

const QUESTIONS: { sign: keyof Signs; label: string; sub: string }[] = [
  { sign: 'fromOutside', label: '政府或外面单位的项目', sub: '例如：管道改造、加装电梯由街道牵头' },
  { sign: 'vitalInterests', label: '还没决定，但关系大家切身利益', sub: '例如：收费、出行、安全' },
  { sign: 'burdensFew', label: '多数人受益，少数几户受损', sub: '例如：电梯挡了低层的光' },
]

interface SignsPartProps {
  plan: Plan
  onChange(change: Partial<Plan>): void
}

/** Three questions about the matter; a yes to any means that a hearing is needed first (RULES.md §2). */
export function SignsPart({ plan, onChange }: SignsPartProps) {
  const { kind, because } = requiredKind({ ...plan.signs, demanded: false })
  return (
    <Stack gap={3}>
      <Small>要议的事是这样的吗？</Small>
      {QUESTIONS.map(({ sign, label, sub }) => (
        <Switch
          key={sign}
          id={`sign-${sign}`}
          label={label}
          sub={sub}
          checked={plan.signs[sign]}
          onChange={(on) => onChange({ signs: { ...plan.signs, [sign]: on } })}
        />
      ))}
      {kind === 'hearing' && (
        <Notice tone="warn" title="要开听证会">
          {`${because.join('；')}。先听各方、请到受影响的住户，再作决定。`}
        </Notice>
      )}
    </Stack>
  )
}
