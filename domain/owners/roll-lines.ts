import { type Area, formatArea } from './area'
import { DEVELOPER_KEY, SPECIAL_USES } from './roll'
import type { RollMapping } from './roll-headings'
import { identityOf } from './roll-identity'
import { type LineNote, type RollLine, readLine } from './roll-line'
import { overlapInWords, overlaps, sameNames, warningsOfLine } from './roll-warnings'

/** Cells of one column that the file merged over several lines, both ends included; lines as in the file. */
export interface MergedCells {
  column: number
  from: number
  to: number
}

export interface RollSummary {
  units: number
  people: number
  /** ㎡ */
  area: string
  developerUnits: number
  specialUnits: number
  withoutArea: number
}

export interface CheckedRoll {
  /** Lines with anything in them. */
  lines: number
  units: RollLine[]
  bad: LineNote[]
  warnings: LineNote[]
  summary: RollSummary
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '')

/** A unit with the identities of its owners, and the counting key that the roll will have for it. */
interface KeyedLine {
  unit: RollLine
  code: string
  ownerIds: readonly string[]
  key: string
}

function keyed(unit: RollLine): KeyedLine {
  const ownerIds = unit.owners.map((owner) => identityOf(owner, unit.code))
  const key = unit.isDevelopers
    ? DEVELOPER_KEY
    : ownerIds.length > 1
      ? [...new Set(ownerIds)].sort().join('+')
      : (ownerIds[0] ?? '')
  return { unit, code: unit.code, ownerIds, key }
}

function summaryOf(lines: readonly KeyedLine[]): RollSummary {
  const units = lines.map(({ unit }) => unit)
  const area: Area = units.reduce((sum, unit) => sum + (unit.area ?? 0), 0)
  const counted = units.filter(({ use }) => use !== 'common')
  return {
    units: units.length,
    people: new Set(lines.filter(({ unit }) => unit.use !== 'common').map(({ key }) => key)).size,
    area: formatArea(area),
    developerUnits: units.filter(({ isDevelopers }) => isDevelopers).length,
    specialUnits: units.filter(({ use }) => SPECIAL_USES.includes(use)).length,
    withoutArea: counted.filter((unit) => unit.area === null).length,
  }
}

/** An area merged over several units is not each one's; a code merged over several lines is one unit written as several. */
function mergedLines(merged: readonly MergedCells[], column: number | undefined): Set<number> {
  const lines = new Set<number>()
  for (const { column: at, from, to } of merged) {
    if (at === column) for (let line = from; line <= to; line += 1) lines.add(line)
  }
  return lines
}

/**
 * Checks a roll line by line. `add` may be called in pieces, so that 50,000 lines need not be read in one go; lines are
 * numbered as in the file. Nothing is judged by a line alone that needs the others: duplicates and names come out at the end.
 */
export class RollCheck {
  private readonly good: KeyedLine[] = []
  private readonly bad: LineNote[] = []
  private readonly warnings: LineNote[] = []
  private readonly lineOf = new Map<string, number>()
  private readonly areaMerged: Set<number>
  private readonly codeMerged: Set<number>
  private lines = 0

  constructor(
    private readonly mapping: RollMapping,
    merged: readonly MergedCells[] = [],
  ) {
    this.areaMerged = mergedLines(merged, mapping.area)
    this.codeMerged = mergedLines(merged, mapping.code)
  }

  add(row: readonly string[], line: number): void {
    if (isBlank(row)) return
    this.lines += 1
    const read = readLine(row, line, this.mapping)
    if ('bad' in read) {
      this.bad.push(read.bad)
      return
    }
    const { unit } = read
    const reason = this.problemAmongOthers(unit)
    if (reason) this.bad.push({ line, code: unit.code, reason })
    else this.take(unit)
  }

  finish(): CheckedRoll {
    const { lines, good, bad } = this
    const owned = good.filter(({ unit }) => !unit.isDevelopers)
    const shared = overlaps(owned).map((codes) => {
      const code = codes[0] ?? ''
      return { line: this.lineOf.get(code) ?? 0, code, reason: overlapInWords(codes) }
    })
    const warnings = [...sameNames(good), ...shared, ...this.warnings]
    return { lines, units: good.map(({ unit }) => unit), bad, warnings, summary: summaryOf(good) }
  }

  private problemAmongOthers({ code, line }: RollLine): string | null {
    if (this.codeMerged.has(line)) {
      return '房号是几行合并的单元格。一户写一行，几位业主写在同一格里，用“、”隔开。'
    }
    const earlier = this.lineOf.get(code)
    if (earlier !== undefined) return `房号 ${code} 和第 ${earlier} 行重复了。`
    if (this.areaMerged.has(line)) return '面积是几行合并的单元格，分不清各户是多少，请拆开分别填写。'
    return null
  }

  private take(unit: RollLine): void {
    this.lineOf.set(unit.code, unit.line)
    this.good.push(keyed(unit))
    for (const reason of warningsOfLine(unit))
      this.warnings.push({ line: unit.line, code: unit.code, reason })
  }
}

/** The whole of a small roll at once; `firstLine` is the number of the first of `rows` in its file. */
export function checkRoll(
  rows: readonly (readonly string[])[],
  mapping: RollMapping,
  options: { firstLine?: number; merged?: readonly MergedCells[] } = {},
): CheckedRoll {
  const check = new RollCheck(mapping, options.merged)
  for (const [index, row] of rows.entries()) check.add(row, (options.firstLine ?? 2) + index)
  return check.finish()
}
