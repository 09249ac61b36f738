import type { LineNote, RollLine } from './roll-line'

const FEW = 3

function codesInWords(codes: readonly string[]): string {
  const first = codes.slice(0, FEW).join('、')
  return codes.length > FEW ? `${first} 等 ${codes.length} 户` : first
}

/** One line alone: what may stand, but should be looked at. */
export function warningsOfLine(unit: RollLine): string[] {
  const warnings: string[] = []
  if (unit.building === '' && unit.use !== 'common')
    warnings.push('看不出是哪一栋楼，按楼投票时会漏掉这一户。')
  if (unit.area === null && unit.use !== 'common') {
    warnings.push('没有面积。缺面积时，有的表决结果可能无法认定。')
  }
  if (unit.isDevelopers && unit.owners.length > 0) {
    warnings.push('标了开发商未售，这一户算在开发商名下，所写业主暂不计入。')
  }
  return warnings
}

/** The same name told apart only because a number is missing: one person counted as several, or truly several. */
export function sameNames(units: readonly { unit: RollLine; ownerIds: readonly string[] }[]): LineNote[] {
  const byName = new Map<string, { identities: Set<string>; isUnsure: boolean; units: RollLine[] }>()
  for (const { unit, ownerIds } of units) {
    for (const [index, owner] of unit.isDevelopers ? [] : unit.owners.entries()) {
      const known = byName.get(owner.name) ?? { identities: new Set<string>(), isUnsure: false, units: [] }
      known.identities.add(ownerIds[index] ?? '')
      known.isUnsure ||= owner.certificate === null
      known.units.push(unit)
      byName.set(owner.name, known)
    }
  }
  return [...byName].flatMap(([name, { identities, isUnsure, units: of }]) => {
    const [first] = of
    if (!first || identities.size < 2 || !isUnsure) return []
    const where = codesInWords(of.map(({ code }) => code))
    const reason = `“${name}”在 ${where} 都有，有的没写证件号码，按不同的人算。是同一个人就把证件号码补全。`
    return [{ line: first.line, code: first.code, reason }]
  })
}

/** {甲,乙} and {甲} are different keys, the statute is silent (RULES.md §4.2): to be known before the vote. */
export function overlaps(units: readonly { code: string; key: string; ownerIds: readonly string[] }[]) {
  const keysOf = new Map<string, Map<string, string>>()
  for (const { code, key, ownerIds } of units) {
    for (const owner of ownerIds) {
      const keys = keysOf.get(owner) ?? new Map<string, string>()
      if (!keys.has(key)) keys.set(key, code)
      keysOf.set(owner, keys)
    }
  }
  return [...keysOf.values()].filter((keys) => keys.size > 1).map((keys) => [...keys.values()])
}

export const overlapInWords = (codes: readonly string[]): string =>
  `${codesInWords(codes)} 有共同的业主，但产权人不完全相同，按不同的人分别计算。`
