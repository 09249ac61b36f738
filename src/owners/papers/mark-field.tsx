import type { VoteView } from '@yishiting/domain/contract/owners'
import type { Mark } from '@yishiting/domain/owners/ballot'
import { checkMark } from '@yishiting/domain/owners/marks'
import { Chips, Choice, Field, Small, Stack } from '@/ui'
import { hasOptions } from './paper'

type Plain = Exclude<Mark, readonly string[]>

const SUBS: Record<Plain, string> = {
  agree: '只勾了同意',
  against: '只勾了不同意',
  abstain: '只勾了弃权',
  blank: '这一项什么也没写，算弃权',
  invalid: '勾了两个以上，或者看不清',
}
const LABELS: Record<Plain, string> = {
  agree: '同意',
  against: '不同意',
  abstain: '弃权',
  blank: '空白',
  invalid: '废票',
}
const option = (value: Plain, sub = SUBS[value]) => ({ value, label: LABELS[value], sub })
const YES_OR_NO = (['agree', 'against', 'abstain', 'blank', 'invalid'] as const).map((each) => option(each))
const OF_MANY = [option('abstain'), option('blank'), option('invalid', '选多了，或者看不清')]

/** Read as it stands on the paper; the rules make it invalid. */
function isTooMany(item: MarkFieldProps['item'], mark: Mark | undefined): boolean {
  if (mark === undefined || typeof mark === 'string') return false
  const checked = checkMark(item, mark, 'paper')
  return checked.ok && checked.value === 'invalid'
}

interface MarkFieldProps {
  item: VoteView['items'][number]
  /** Its place on the paper, from 1. */
  at: number
  mark: Mark | undefined
  error?: string
  onChange(mark: Mark): void
}

/** What the paper says about one item, just as it is on the paper. */
export function MarkField({ item, at, mark, error, onChange }: MarkFieldProps) {
  const label = `${at}. ${item.title}`
  const plain = typeof mark === 'string' ? mark : null
  if (!hasOptions(item)) {
    return (
      <Field label={label} error={error}>
        <Choice id={`mark-${item.id}`} label={label} options={YES_OR_NO} value={plain} onChange={onChange} />
      </Field>
    )
  }
  return (
    <Field label={label} hint="纸上勾了哪几个就选哪几个" error={error}>
      <Stack gap={2}>
        <Chips
          id={`mark-${item.id}`}
          label={label}
          multi
          options={item.options.map(({ id, title }) => ({ value: id, label: title }))}
          value={mark !== undefined && typeof mark !== 'string' ? mark : []}
          onChange={onChange}
        />
        {isTooMany(item, mark) && <Small>{`选了不止 ${item.seats} 位，这一项按废票算。`}</Small>}
        <Choice id={`mark-${item.id}`} label={label} options={OF_MANY} value={plain} onChange={onChange} />
      </Stack>
    </Field>
  )
}
