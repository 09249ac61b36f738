import type { BodyOf } from '@yishiting/domain/contract'
import type { VoteView } from '@yishiting/domain/contract/owners'
import type { Mark } from '@yishiting/domain/owners/ballot'
import type { ByHand } from '../vote-words'

type Item = VoteView['items'][number]

/** A paper as it is being read. Nothing is marked before somebody marks it. */
export interface Paper {
  unitCode: string
  channel: ByHand | null
  marks: Readonly<Record<string, Mark>>
  isUnsigned: boolean
}
export const newPaper = (channel: ByHand | null): Paper => ({
  unitCode: '',
  channel,
  marks: {},
  isUnsigned: false,
})

/** Several may be ticked on such an item, instead of 同意, 不同意 or 弃权. */
export const hasOptions = ({ kind }: Pick<Item, 'kind'>): boolean => kind === 'options' || kind === 'election'

/** What is still missing or wrong; items by their id. */
export function paperErrors(paper: Paper, items: readonly Item[]): Record<string, string | undefined> {
  const errors: Record<string, string | undefined> = {
    unitCode: paper.unitCode.trim() === '' ? '请写房号。' : undefined,
    channel: paper.channel === null ? '请选这张票怎么来的。' : undefined,
  }
  for (const item of items) {
    const mark = paper.marks[item.id]
    if (mark === undefined) errors[item.id] = '这一项还没录。纸上没写就选“空白”。'
    else if (typeof mark !== 'string' && mark.length === 0) errors[item.id] = '一个也没选，就选“空白”。'
  }
  return errors
}

/** The paper as the wire wants it. Only for one without errors. */
export const paperBody = (
  paper: Paper & { channel: ByHand },
  photoIds: string[],
): BodyOf<'owners.enterPaper'> => ({
  unitCode: paper.unitCode.trim(),
  channel: paper.channel,
  marks: Object.fromEntries(
    Object.entries(paper.marks).map(([id, mark]) => [id, typeof mark === 'string' ? mark : [...mark]]),
  ),
  isUnsigned: paper.isUnsigned,
  photoIds,
})

type State = 'waits_for_second' | 'agreed' | 'mismatch'

/** What a saved entry means, in a sentence. Never what the other one said. */
export const SAVED: Record<State, { title: string; text: string }> = {
  waits_for_second: {
    title: '第一遍记下了',
    text: '请另一位监票人照着纸票再录一遍。两遍一样，这张票才算数。',
  },
  agreed: { title: '两遍一样，这张票算数了', text: '把纸票放回已核对的一叠。' },
  mismatch: {
    title: '两遍不一样',
    text: '这张票进了“对不上的票”，截止后由监票人看着纸票认定。请把纸票单独放好。',
  },
}
