import type { Mark } from '@yishiting/domain/owners/ballot'
import { Body, Card, Choice, ManyChoice, Small, Stack, Title } from '@/ui'
import { Fold } from '../fold'
import { Paragraphs } from '../vote/paragraphs'
import { markWords } from '../words'
import { type AskedItem, isOfMany, notYet } from './marks'

type Plain = 'agree' | 'against' | 'abstain'

/** All three with words below, so that all three are the same size. */
const PLAIN: { value: Plain; label: string; sub: string }[] = [
  { value: 'agree', label: '同意', sub: '算参加，算同意' },
  { value: 'against', label: '不同意', sub: '算参加，不算同意' },
  { value: 'abstain', label: '弃权', sub: '算参加，也不算同意' },
]
const NONE = [{ value: 'abstain' as const, label: '都不选（弃权）', sub: '算参加，哪一个也不算同意' }]
const OPTION = 'option-'

interface BallotItemProps {
  item: AskedItem
  at: number
  mark: Mark | undefined
  /** What the owner wrote for his proxy: shown, not changed. */
  isFixed: boolean
  onChange(mark: Mark | undefined): void
}

const howMany = ({ kind, seats }: AskedItem): string =>
  kind === 'election' ? `选您同意的，最多 ${seats} 位` : '同意哪几个就选哪几个，可以选几个'

/** What there is to choose from on one item, each the same size. */
export function Choosing({ item, mark, onChange }: Omit<BallotItemProps, 'at' | 'isFixed'>) {
  const id = `choice-${item.id}`
  const plain = typeof mark === 'string' ? (mark as Plain) : null
  if (!isOfMany(item)) {
    return (
      <Choice id={id} label={`您同意吗：${item.title}`} options={PLAIN} value={plain} onChange={onChange} />
    )
  }
  const ids = mark === undefined || typeof mark === 'string' ? [] : mark
  const wrong = ids.length > 0 ? notYet(item, mark) : undefined
  return (
    <Stack gap={2}>
      <Small strong>{howMany(item)}</Small>
      <ManyChoice
        id={id}
        label={`${item.title}：${howMany(item)}`}
        options={item.options.map((option) => ({ value: `${OPTION}${option.id}`, label: option.title }))}
        value={ids.map((each) => `${OPTION}${each}`)}
        onChange={(next) =>
          onChange(next.length > 0 ? next.map((each) => each.slice(OPTION.length)) : undefined)
        }
      />
      <Choice
        id={id}
        label={`${item.title}：都不选`}
        options={NONE}
        value={plain === 'abstain' ? 'abstain' : null}
        onChange={onChange}
      />
      {wrong && <Small late>{wrong}</Small>}
    </Stack>
  )
}

/** One item of the ballot: nothing preselected, nothing recommended. */
export function BallotItem({ item, at, mark, isFixed, onChange }: BallotItemProps) {
  return (
    <Stack gap={2}>
      <Card tight>
        <Stack gap={1}>
          <Title big>{`${at}. ${item.title}`}</Title>
          <Small>{item.passesWhen}</Small>
        </Stack>
      </Card>
      {item.body && (
        <Fold id={`item-text-${item.id}`} title="看全文">
          <Paragraphs text={item.body} />
        </Fold>
      )}
      {isFixed && mark !== undefined ? (
        <Card id={`choice-${item.id}-fixed`}>
          <Stack gap={1}>
            <Small>业主在委托书里写明了，照着投</Small>
            <Body strong>{markWords(mark, item.options)}</Body>
          </Stack>
        </Card>
      ) : (
        <Choosing item={item} mark={mark} onChange={onChange} />
      )}
    </Stack>
  )
}
