import { parseTotals } from '@yishiting/domain/owners/parse-totals'
import { type CheckedPercent, checkPercent, readPercent } from '@yishiting/domain/owners/printed-percent'
import type { DecisionKind } from '@yishiting/domain/owners/rule-set'
import type { Totals } from '@yishiting/domain/owners/totals'

export const FIGURES = [
  'roll',
  'participating',
  'agree',
  'against',
  'abstain',
  'invalid',
  'deliveredNotVoted',
] as const
export type FigureName = (typeof FIGURES)[number]
export type Side = 'people' | 'area'
export interface Typed {
  people: string
  area: string
}
/** The shares a notice prints. */
export const SHARES = ['participating', 'agree'] as const
export type Share = (typeof SHARES)[number]

/** A published notice as somebody copies it out: words, until they are read. */
export interface NoticeForm {
  kind: Exclude<DecisionKind, 'options' | 'election'>
  figures: Record<FigureName, Typed>
  percents: Record<Share, Typed>
  invalidParticipates: boolean
  nonVotersJoin: boolean
}

const NOTHING: Typed = { people: '', area: '' }

export const EMPTY: NoticeForm = {
  kind: 'ordinary',
  figures: {
    roll: NOTHING,
    participating: NOTHING,
    agree: NOTHING,
    against: NOTHING,
    abstain: NOTHING,
    invalid: NOTHING,
    deliveredNotVoted: NOTHING,
  },
  percents: { participating: NOTHING, agree: NOTHING },
  invalidParticipates: false,
  nonVotersJoin: false,
}

/** A large compound decides on its repair fund; the notice took the agreeing as a share of everybody. */
export const EXAMPLE: NoticeForm = {
  ...EMPTY,
  kind: 'special',
  figures: {
    ...EMPTY.figures,
    roll: { people: '1505', area: '191619.21' },
    participating: { people: '1360', area: '171755.223' },
    agree: { people: '1021', area: '128816.42' },
    against: { people: '268', area: '33000.00' },
    abstain: { people: '71', area: '9938.803' },
  },
  percents: {
    participating: { people: '90.37%', area: '89.63%' },
    agree: { people: '67.84%', area: '75.00%' },
  },
}

export const isEmpty = ({ figures, percents }: NoticeForm): boolean =>
  [...Object.values(figures), ...Object.values(percents)].every(({ people, area }) => !people && !area)

/** “1,505 人”, “191,619.21㎡” as notices print them: separators and units are dropped, nothing else. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(人|户|票|㎡|m2|平方米|平米)$/i, '')
    .replace(/(\d),(?=\d{3}(\D|$))/g, '$1')
    .trim()

const typed = ({ people, area }: Typed) => ({ people: plain(people), area: plain(area) })

/** What `npm run decide` takes. */
function rawOf({ kind, figures, invalidParticipates, nonVotersJoin }: NoticeForm) {
  const { roll, ...others } = figures
  const { people, area } = typed(roll)
  const rest = Object.entries(others).map(([name, figure]) => [name, typed(figure)])
  const nonVoters = nonVotersJoin ? 'join_leading' : 'none'
  return { kind, people, area, ...Object.fromEntries(rest), rules: { invalidParticipates, nonVoters } }
}

export interface Read {
  totals: Totals | null
  /** By field: `participating.area`, `percent.agree.people`. */
  errors: Partial<Record<string, string>>
}

/** The field of the form that the rules complain of: they call the roll's figures by their bare names. */
const fieldOf = (field: string): string => (field === 'people' || field === 'area' ? `roll.${field}` : field)

function percentErrors({ percents }: NoticeForm): Read['errors'] {
  const wrong = SHARES.flatMap((share) =>
    (['people', 'area'] as const)
      .filter((side) => percents[share][side].trim() !== '' && !readPercent(percents[share][side]))
      .map((side) => [`percent.${share}.${side}`, '写成百分数，例如 90.37%'] as const),
  )
  return Object.fromEntries(wrong)
}

/** Reads what was typed; the first thing that is no figure is named at its field. */
export function readNotice(form: NoticeForm): Read {
  const errors = percentErrors(form)
  const parsed = parseTotals(rawOf(form))
  if (parsed.ok) return { totals: Object.keys(errors).length > 0 ? null : parsed.value, errors }
  const field = String(parsed.refusal.details?.field ?? '')
  const [, sentence = parsed.refusal.message] = /^[\w.]+：(.*)$/.exec(parsed.refusal.message) ?? []
  return { totals: null, errors: { ...errors, [fieldOf(field)]: sentence } }
}

export interface CheckedShare extends CheckedPercent {
  share: Share
  side: Side
  printed: string
}

/** Every percentage that was printed and can be checked, against the figures themselves. */
export function checkShares(form: NoticeForm, totals: Totals): CheckedShare[] {
  const participating = (side: Side) => totals.participating[side]
  return SHARES.flatMap((share) =>
    (['people', 'area'] as const).flatMap((side): CheckedShare[] => {
      const printed = form.percents[share][side].trim()
      const whole = share === 'agree' ? participating(side) : totals.roll[side]
      const part = share === 'agree' ? totals.agree[side] : participating(side)
      const checked = checkPercent(printed, part, whole, share === 'agree' ? totals.roll[side] : null)
      return checked ? [{ ...checked, share, side, printed }] : []
    }),
  )
}
