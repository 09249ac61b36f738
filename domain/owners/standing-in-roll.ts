import { formatArea } from './area'
import { keyOf, SPECIAL_USES, type Unit } from './roll'

/** Who asks “我能投票吗？”: his ids in the roll (more than one when the roll has him twice), and his units of its current version. */
export interface MyRoll {
  hasRoll: boolean
  ownerIds: readonly string[]
  units: readonly Unit[]
}

export interface MyStanding {
  canVote: boolean
  /** What a neighbour would say: how much he counts, or why he does not and what to do. */
  line: string
}

const NO_ROLL = '名册还没有建好。业委会导入名册以后，再来看能不能投票。'
const NOT_LINKED =
  '名册里还没有认到您名下的房子。产权人请用房号、姓名和证件（或电话）后四位认领；对不上就写明情况，请业委会更正。家属、租户不是产权人，可以拿产权人的书面委托代投。'

const isCommon = ({ use }: Unit): boolean => use === 'common'

/** May he vote by the roll as it stands? Only owners may (民法典 278); whoever is linked to a unit that counts is one. */
export function standingInRoll({ hasRoll, units }: MyRoll): MyStanding {
  if (!hasRoll) return { canVote: false, line: NO_ROLL }
  const counted = units.filter((unit) => !isCommon(unit) && !unit.isDevelopers)
  if (counted.length === 0) return { canVote: false, line: NOT_LINKED }
  const people = new Set(counted.map(keyOf)).size
  const area = formatArea(counted.reduce((sum, unit) => sum + (unit.area ?? 0), 0))
  const shared = counted.some(({ ownerIds }) => ownerIds.length > 1)
  const special = counted.every(({ use }) => SPECIAL_USES.includes(use))
  const words = [
    people === 1
      ? `可以投票，${shared ? '和共有人合起来' : ''}算 1 人、${area} 平方米。`
      : `可以投票。您的房子产权人不完全相同，分开算 ${people} 人，合计 ${area} 平方米。`,
  ]
  if (counted.some((unit) => unit.area === null)) words.push('有的房子名册里没有面积，请业委会补上。')
  if (special) words.push('车位、储藏室、地下室计不计入，看每次表决的公告。')
  return { canVote: true, line: words.join('') }
}

/** What is wrong with one of his units, in a sentence; empty: nothing. */
export function problemOfMine(unit: Unit, { ownerIds, units }: MyRoll): string {
  if (isCommon(unit)) return '公共用房不参加表决。'
  if (unit.area === null) return '名册里没有面积：投票只能先算人数，请业委会补上面积。'
  const isTwice = unit.ownerIds.filter((id) => ownerIds.includes(id)).length > 1
  if (isTwice) return '名册在这一户把您写了两遍，请业委会更正。'
  const others = units.filter((each) => each !== unit && keyOf(each) !== keyOf(unit) && !isCommon(each))
  if (others.length === 0) return ''
  const codes = others.map(({ code }) => code).join('、')
  return `和 ${codes} 的产权人在名册里不完全相同，会按不同的人分别计算。如果其实一样，请业委会更正。`
}
