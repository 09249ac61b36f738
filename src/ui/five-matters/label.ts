import { ROOM_MARK, type Room } from '../rooms'

export interface Step {
  room: Room
  mark: 'done' | 'now' | 'todo' | 'skipped'
  /** A date under what is done, a word under what is going on. */
  caption?: string
}

const marks = (steps: Step[], mark: Step['mark']): string =>
  steps
    .filter((step) => step.mark === mark)
    .map((step) => ROOM_MARK[step.room])
    .join('、')

/** The bar as one sentence for a screen reader: 五事进度：说、理已完成，正在议：议事中，还有干、评. */
export function fiveMattersLabel(steps: Step[]): string {
  const done = marks(steps, 'done')
  const skipped = marks(steps, 'skipped')
  const todo = marks(steps, 'todo')
  const now = steps.find((step) => step.mark === 'now')
  const parts = [
    done && `${done}已完成`,
    skipped && `${skipped}不需要`,
    now && `正在${ROOM_MARK[now.room]}${now.caption ? `：${now.caption}` : ''}`,
    todo && `还有${todo}`,
  ].filter(Boolean)
  if (!now && !todo) parts.push('全部走完')
  return `五事进度：${parts.join('，')}`
}
