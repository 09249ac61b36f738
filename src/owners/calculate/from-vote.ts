import type { FigureView, ItemResultView } from '@yishiting/domain/contract/owners'
import type { TotalsRules } from '@yishiting/domain/owners/totals'
import { EMPTY, type NoticeForm, type Typed } from './notice'

const typed = ({ people, area }: FigureView): Typed => ({
  people: people === null ? '' : String(people),
  area: area ?? '',
})

/** A published result as if somebody had copied it out, so that he can work it out again. null: it has options, which are worked out one by one. */
export function formOf(item: ItemResultView, rules: TotalsRules): NoticeForm | null {
  const { kind, percentages } = item
  if (kind === 'options' || kind === 'election') return null
  const percent = (name: string): Typed => ({
    people: percentages[`${name}.people`] ?? '',
    area: percentages[`${name}.area`] ?? '',
  })
  return {
    ...EMPTY,
    kind,
    figures: {
      roll: typed(item.roll),
      participating: typed(item.participating),
      agree: typed(item.agree),
      against: typed(item.against),
      abstain: typed(item.abstain),
      invalid: typed(item.invalid),
      deliveredNotVoted: typed(item.deliveredNotVoted),
    },
    percents: { participating: percent('participating'), agree: percent('agree') },
    invalidParticipates: rules.invalidParticipates === true,
    nonVotersJoin: rules.nonVoters === 'join_leading',
  }
}
