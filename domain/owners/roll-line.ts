import type { Area } from './area'
import type { AreaSource, UnitUse } from './roll'
import {
  type Read,
  readArea,
  readAreaSource,
  readFlag,
  readUse,
  splitNames,
  splitNumbers,
} from './roll-cells'
import type { RollColumn } from './roll-columns'
import type { RollMapping } from './roll-headings'
import { plainText } from './roll-text'
import { unitCodeOf } from './unit-code'

/** An owner as a file names him. */
export interface NamedOwner {
  name: string
  certificate: string | null
  phone: string | null
}

/** One unit as a line of a file tells it. */
export interface RollLine {
  /** As in the file, the first being 1. */
  line: number
  code: string
  building: string
  stairwell: string
  use: UnitUse
  area: Area | null
  areaSource: AreaSource | null
  owners: readonly NamedOwner[]
  isDevelopers: boolean
}

/** What is wrong with a line, or worth a look. */
export interface LineNote {
  line: number
  code: string
  reason: string
}

const CODE_MAX = 40
const NAME_MAX = 40
const NUMBER_MAX = 40
const OWNERS_MAX = 20

const LOOKS_LIKE_DATE =
  /^(\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?|\d{1,2}月\d{1,2}日|\d{1,2}-[A-Z][A-Z]{2}|[A-Z]{3}-\d{1,2})$/i
const LOST_DIGITS = /^\d(\.\d+)?E\+?\d+$/
/** How the template marks its example lines. */
const EXAMPLE = /^示例/
const SUM_LINE = /^(合计|总计|小计|共计|汇总)/

const cellOf = (row: readonly string[], mapping: RollMapping, column: RollColumn): string =>
  row[mapping[column] ?? -1] ?? ''

function codeProblem(row: readonly string[], written: string, code: string): string | null {
  const first = row.find((cell) => cell !== '') ?? ''
  if (SUM_LINE.test(written) || SUM_LINE.test(plainText(first))) return '这一行像是合计，请从表里删去。'
  if (code === '') return '没有房号。'
  if (EXAMPLE.test(written)) return '这是模板里的示例，请删去这一行。'
  if (LOOKS_LIKE_DATE.test(written)) {
    return `房号“${written}”像日期：多半是表格软件自动改的，请把这一列设成文本再写。`
  }
  return code.length > CODE_MAX ? `房号太长了（最多 ${CODE_MAX} 个字）。` : null
}

/** Pairs numbers with names: one for each, or one telephone that all of them share. */
function ownersOf(
  names: readonly string[],
  certificates: readonly string[],
  phones: readonly string[],
): Read<NamedOwner[]> {
  const lost = certificates.find((each) => LOST_DIGITS.test(each))
  if (lost) return { problem: `证件号码成了“${lost}”，后几位已经丢了：请把这一列设成文本，重新填。` }
  if (certificates.length > 0 && certificates.length !== names.length) {
    return { problem: `写了 ${names.length} 位业主、${certificates.length} 个证件号码，对不上。` }
  }
  if (names.length > 1 && phones.length > 1 && phones.length !== names.length) {
    return { problem: `写了 ${names.length} 位业主、${phones.length} 个电话，对不上。` }
  }
  if (names.length > OWNERS_MAX) return { problem: `业主太多了（最多 ${OWNERS_MAX} 位）。` }
  if (names.some((name) => name.length > NAME_MAX))
    return { problem: `业主姓名太长（最多 ${NAME_MAX} 个字）。` }
  if ([...certificates, ...phones].some((each) => each.length > NUMBER_MAX)) {
    return { problem: `证件号码或电话太长（最多 ${NUMBER_MAX} 位）。` }
  }
  const owners = names.map((name, index) => ({
    name,
    certificate: certificates[index] ?? null,
    phone: phones[index] ?? (phones.length === 1 ? (phones[0] ?? null) : null),
  }))
  const twice = owners.find((owner, index) =>
    owners.some(
      (other, at) => at < index && other.name === owner.name && other.certificate === owner.certificate,
    ),
  )
  return twice ? { problem: `业主“${twice.name}”在这一户写了两遍。` } : { value: owners }
}

/** Reads one line. A line with anything wrong is no unit at all: its first fault is told. */
export function readLine(
  row: readonly string[],
  line: number,
  mapping: RollMapping,
): { unit: RollLine } | { bad: LineNote } {
  const cell = (column: RollColumn) => cellOf(row, mapping, column)
  const written = plainText(cell('code'))
  const named = unitCodeOf(cell('code'), cell('building'), cell('stairwell'))
  const bad = (reason: string) => ({ bad: { line, code: named.code.slice(0, CODE_MAX), reason } })
  const problem = codeProblem(row, written, named.code)
  if (problem) return bad(problem)
  const use = readUse(cell('use'))
  if ('problem' in use) return bad(use.problem)
  const area = readArea(cell('area'))
  if ('problem' in area) return bad(area.problem)
  const areaSource = readAreaSource(cell('areaSource'))
  if ('problem' in areaSource) return bad(areaSource.problem)
  const flag = readFlag(cell('isDevelopers'))
  if ('problem' in flag) return bad(flag.problem)
  const names = splitNames(cell('owners'))
  const owners = ownersOf(names, splitNumbers(cell('certificates')), splitNumbers(cell('phones')))
  if ('problem' in owners) return bad(owners.problem)
  if (names.length === 0 && !flag.value && use.value !== 'common') {
    return bad('没有业主，也没有标明开发商未售。')
  }
  return {
    unit: {
      ...named,
      line,
      use: use.value,
      area: area.value,
      areaSource: areaSource.value,
      owners: owners.value,
      isDevelopers: flag.value,
    },
  }
}
