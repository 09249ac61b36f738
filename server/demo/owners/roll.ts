import { AREA_SCALE, formatArea } from '@yishiting/domain/owners/area'
import { type Chance, chance } from '../chance'
import { PEOPLE } from '../compound'
import { BUILDINGS, type DemoBuilding, type DemoUnit } from '../people/buildings'
import { makeName, makePhone } from '../people/names'

/** The headings of the roll as the committee got it from the property company. */
export const ROLL_HEADER: readonly string[] = [
  '房号',
  '楼栋',
  '单元',
  '用途',
  '建筑面积',
  '面积来源',
  '业主姓名',
  '电话',
  '开发商未售',
]

interface Owner {
  name: string
  phone: string
}

const REGISTER = '不动产登记簿'
/** Owners who are not in the hall have numbers behind those of everybody who is. */
const OUTSIDE_FROM = 5_000
/** The flats that the developer has not sold. */
const UNSOLD: ReadonlySet<string> = new Set(['18-1-701', '18-1-702', '18-1-801', '18-1-802'])
/** Husband and wife, both in the deed, one household in five. */
const CO_OWNED = 0.2
const PARKING_SPACES = 24

const phoneOf = new Map(PEOPLE.map((person, index) => [person.id, makePhone(index)]))

/** “3-2-501”, as it stands on the ballot paper. */
export function unitCode(building: number, unit: string): string {
  const stairwell = /^(\d+) 单元/.exec(unit)?.[1] ?? '1'
  return `${building}-${stairwell}-${unit.split(' ').at(-1)}`
}

/** Those who live there and own it; where only tenants or family live, somebody who lives elsewhere. */
function ownersOf(building: DemoBuilding, unit: DemoUnit, by: Chance, outside: () => Owner): Owner[] {
  const home = PEOPLE.filter(({ home }) => home?.building === building.number && home.unit === unit.name)
  const owner = home.find(({ roles }) => roles.includes('owner'))
  const family = home.find(({ roles }) => roles.includes('family'))
  if (!owner) return [outside()]
  const isShared = by.next() < CO_OWNED
  return [owner, ...(isShared && family ? [family] : [])].map(({ id, name }) => ({
    name,
    phone: phoneOf.get(id) ?? '',
  }))
}

/** 62.34 to 118.27 ㎡: the same for the flats above each other, as in a real building. */
function areaOf(building: DemoBuilding, unit: DemoUnit): string {
  const flat = unit.name.slice(-1)
  const by = chance(`area:${building.number}:${flat}`)
  const isTower = building.number >= 13
  const hundredths = isTower ? by.whole(8_950, 11_827) : by.whole(6_234, 8_815)
  return formatArea((hundredths * AREA_SCALE) / 100)
}

/** The roll of 幸福里 as lines of a table: 300 flats, of which the developer still has four, and 24 parking spaces. */
export function rollLines(): string[][] {
  const by = chance('roll')
  let count = 0
  const outside = (): Owner => {
    count += 1
    return { name: makeName(by), phone: makePhone(OUTSIDE_FROM + count) }
  }
  const flats: { line: string[]; owners: Owner[] }[] = []
  for (const building of BUILDINGS) {
    for (const unit of building.units) {
      const code = unitCode(building.number, unit.name)
      const isUnsold = UNSOLD.has(code)
      const owners = isUnsold ? [] : ownersOf(building, unit, by, outside)
      flats.push({ line: lineOf(code, '住宅', areaOf(building, unit), owners, isUnsold), owners })
    }
  }
  const owned = flats.filter(({ owners }) => owners.length > 0)
  const parking = Array.from({ length: PARKING_SPACES }, (_, index) => {
    const owners = by.pick(owned).owners
    return lineOf(`地库-1-${String(index + 1).padStart(3, '0')}`, '车位', '12.72', owners, false)
  })
  return [...flats.map(({ line }) => line), ...parking]
}

function lineOf(
  code: string,
  use: string,
  area: string,
  owners: readonly Owner[],
  isUnsold: boolean,
): string[] {
  const [building = '', stairwell = ''] = code.split('-')
  return [
    code,
    building,
    stairwell,
    use,
    area,
    REGISTER,
    owners.map(({ name }) => name).join('、'),
    owners.map(({ phone }) => phone).join('、'),
    isUnsold ? '是' : '',
  ]
}
