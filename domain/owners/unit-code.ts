import { plainNumeral, tightText } from './roll-text'

/** How a unit is called: “3-2-501” is building 3, stairwell 2, room 501. */
export interface UnitCode {
  code: string
  building: string
  stairwell: string
}

const BUILDING_WORD = /^第?(.+?)(?:号楼|號樓|栋|幢|座|楼|号)$/
const STAIRWELL_WORD = /^第?(.+?)(?:单元|梯|门|单位)$/
const ROOM_WORD = /^(.+?)(?:号房|号|室|房|户)$/
const IN_WORDS = /^(.+?(?:号楼|栋|幢|座|楼|号))(?:-?(.+?(?:单元|梯|门)))?-?(.*\d.*)$/

const without = (pattern: RegExp, text: string): string => plainNumeral(pattern.exec(text)?.[1] ?? text)

/** “3 号楼”, “第3幢”, “三栋” → “3”; “A 座” → “A”. */
export const plainBuilding = (text: string): string => without(BUILDING_WORD, tightText(text)).toUpperCase()
/** “2单元”, “二梯” → “2”. */
export const plainStairwell = (text: string): string => without(STAIRWELL_WORD, tightText(text)).toUpperCase()

/** The parts of a code from the outside in: the last one is the room. */
function partsOf(text: string): string[] {
  const inWords = IN_WORDS.exec(text)
  const parts = inWords ? inWords.slice(1).filter((part) => part !== undefined) : text.split(/[-/#_]+/)
  return parts.filter(Boolean).map((part, index, all) => {
    if (index === all.length - 1) return without(ROOM_WORD, part)
    return index === 0 ? plainBuilding(part) : plainStairwell(part)
  })
}

/**
 * A unit's code in the one form that the roll keeps, however it was written: “3号楼2单元501室”, “３－２－５０１” and “3-2-501”
 * are the same. Building and stairwell are read from it when it has them.
 */
export function readUnitCode(text: string): UnitCode {
  const parts = partsOf(tightText(text).toUpperCase())
  const [building = '', stairwell = ''] = [
    parts.length > 2 ? parts.slice(0, -2).join('-') : parts.length === 2 ? parts[0] : '',
    parts.length > 2 ? parts.at(-2) : '',
  ]
  return { code: parts.join('-'), building, stairwell }
}

/** The code of a line whose building and stairwell stand in columns of their own: what the code lacks is put before it. */
export function unitCodeOf(text: string, buildingCell: string, stairwellCell: string): UnitCode {
  const read = readUnitCode(text)
  const building = plainBuilding(buildingCell)
  const stairwell = plainStairwell(stairwellCell)
  if (building && !read.building && read.code) {
    const code = [building, stairwell, read.code].filter(Boolean).join('-')
    return { code, building, stairwell }
  }
  // “2-501” in building 3: the first part is the stairwell.
  if (building && read.building !== building && !read.stairwell) {
    if (!stairwell || read.building === stairwell) {
      return { code: `${building}-${read.code}`, building, stairwell: read.building }
    }
  }
  return {
    code: read.code,
    building: building || read.building,
    stairwell: stairwell || read.stairwell,
  }
}
