import type { ConflictLineView, FigureView, ItemResultView } from '@yishiting/domain/contract/owners'
import { type Area, formatArea, parseArea } from '@yishiting/domain/owners/area'
import type { Mark } from '@yishiting/domain/owners/ballot'

/** “83.25 ㎡”, or that it is not known. */
export const areaWords = (area: string | null): string => (area === null ? '面积不详' : `${area} ㎡`)

/** “22 人、2231.18 ㎡” */
export const figureWords = ({ people, area }: FigureView): string =>
  `${people === null ? '人数不详' : `${people} 人`}、${areaWords(area)}`

/** An area off the wire as the engine's integer; 0 where it is not known. For drawing only: nothing is decided by it. */
export const areaToDraw = (area: string | null): Area => (area === null ? 0 : (parseArea(area) ?? 0))

/** “3 号楼”, “A 座”: the roll keeps only what tells buildings apart. */
export const buildingWords = (building: string): string =>
  /^\d+$/.test(building) ? `${building} 号楼` : /^[A-Z]$/.test(building) ? `${building} 座` : building

/** “2 单元” */
export const stairwellWords = (stairwell: string): string =>
  /^[\dA-Z]+$/.test(stairwell) ? `${stairwell} 单元` : stairwell

export { formatArea }

const MARKS: Record<Exclude<Mark, readonly string[]>, string> = {
  agree: '同意',
  against: '不同意',
  abstain: '弃权',
  blank: '空白（算弃权）',
  invalid: '废票',
}

/** What a ballot says about one item, in words; options and candidates by their titles. */
export function markWords(
  mark: Mark | 'void' | null,
  options: readonly { id: string; title: string }[] = [],
): string {
  if (mark === null) return '没有录'
  if (mark === 'void') return '都不算'
  if (typeof mark === 'string') return MARKS[mark]
  const titles = mark.map((id) => options.find((option) => option.id === id)?.title ?? '不在名单上的')
  return titles.length > 0 ? titles.join('、') : '一个也没选（算弃权）'
}

export const sameMark = (one: Mark | 'void', other: Mark | 'void'): boolean =>
  JSON.stringify(typeof one === 'string' ? one : [...one].sort()) ===
  JSON.stringify(typeof other === 'string' ? other : [...other].sort())

/** Every different mark of the ballots in conflict, in the order they came. */
export function marksOf({ ballots }: Pick<ConflictLineView, 'ballots'>): Mark[] {
  const all = ballots.flatMap(({ mark, secondMark }) => (secondMark === null ? [mark] : [mark, secondMark]))
  return all.filter((mark, at) => all.findIndex((other) => sameMark(mark, other)) === at)
}

export const VERDICTS: Record<ItemResultView['verdict'], string> = {
  PASS: '通过',
  FAIL: '未通过',
  CANNOT_CERTIFY: '还定不了',
  NOT_HELD: '没有人参加',
}
