import { accept, type Refusal, type Result, refuse } from '../matter/refusals'
import type { Mark } from './ballot'
import type { DecisionKind } from './rule-set'

/** What of an item decides which marks a ballot may carry. */
export interface MarkedItem {
  id: string
  title: string
  kind: DecisionKind
  options: readonly { id: string }[]
  seats: number
}
export type Marks = Readonly<Record<string, Mark>>

/** Online a choice is made; a paper can also be blank or spoilt, and then that is what the scrutineer reads. */
export type Form = 'online' | 'paper'

const CHOICES: readonly unknown[] = ['agree', 'against', 'abstain']
const ON_PAPER: readonly unknown[] = ['blank', 'invalid']

const hasOptions = ({ kind }: MarkedItem): boolean => kind === 'options' || kind === 'election'

function wrong(item: MarkedItem, why: string): { ok: false; refusal: Refusal } {
  return refuse('marks_wrong', `“${item.title}”：${why}`)
}

function checkOptions(item: MarkedItem, ids: readonly string[], form: Form): Result<Mark> {
  const marked = [...new Set(ids)].sort()
  if (marked.some((id) => !item.options.some((option) => option.id === id))) {
    return wrong(item, '选了公告里没有的一项，请重新选。')
  }
  // As many may be agreed to as one likes; seats limit only an election.
  if (item.kind !== 'election' || marked.length <= item.seats) return accept(marked)
  if (form === 'paper') return accept('invalid')
  return wrong(item, `最多选 ${item.seats} 位，请去掉几位。`)
}

/**
 * One mark on one item as it is kept: options sorted, without repeats; a paper with too many candidates is `invalid` (§4.6).
 * @returns marks_wrong for what this item does not offer
 */
export function checkMark(item: MarkedItem, mark: Mark, form: Form): Result<Mark> {
  if (typeof mark !== 'string') {
    return hasOptions(item) ? checkOptions(item, mark, form) : wrong(item, '只能选同意、不同意或弃权。')
  }
  if (form === 'paper' && ON_PAPER.includes(mark)) return accept(mark)
  if (mark === 'abstain') return accept(mark)
  if (hasOptions(item)) return wrong(item, '请从公布的名单里选。')
  return CHOICES.includes(mark) ? accept(mark) : wrong(item, '请选同意、不同意或弃权。')
}

/**
 * A whole ballot: a mark for each item of the vote, and for nothing else.
 * @returns marks_incomplete, marks_wrong
 */
export function checkMarks(items: readonly MarkedItem[], marks: Marks, form: Form): Result<Marks> {
  const known = new Set(items.map(({ id }) => id))
  if (Object.keys(marks).some((id) => !known.has(id))) {
    return refuse('marks_wrong', '有一项不是这次表决的，请刷新后重新选。')
  }
  const kept: Record<string, Mark> = {}
  for (const item of items) {
    const mark = marks[item.id]
    if (mark === undefined) return refuse('marks_incomplete', `“${item.title}”还没有选。`)
    const checked = checkMark(item, mark, form)
    if (!checked.ok) return checked
    kept[item.id] = checked.value
  }
  return accept(kept)
}
