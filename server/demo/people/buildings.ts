import { demoId } from '../ids'

export interface DemoBuilding {
  id: string
  number: number
  name: string
  units: readonly DemoUnit[]
}

export interface DemoUnit {
  id: string
  buildingId: string
  /** “2 单元 501”, or “501” in a building with one stairwell */
  name: string
}

interface Shape {
  stairs: number
  floors: number
  flats: number
}

const LONG_SLAB: Shape = { stairs: 3, floors: 7, flats: 2 }
const SHORT_SLAB: Shape = { stairs: 1, floors: 6, flats: 2 }
const TOWER: Shape = { stairs: 1, floors: 8, flats: 2 }

const NUMBERS = Array.from({ length: 18 }, (_, index) => index + 1)

// Old slabs without a lift in front, towers with one behind: 300 households in all.
function shapeOf(number: number): Shape {
  if (number === 3 || number === 7) return LONG_SLAB
  return number >= 13 ? TOWER : SHORT_SLAB
}

function unitNames({ stairs, floors, flats }: Shape): string[] {
  const names: string[] = []
  for (let stair = 1; stair <= stairs; stair += 1) {
    for (let floor = 1; floor <= floors; floor += 1) {
      for (let flat = 1; flat <= flats; flat += 1) {
        const room = `${floor}0${flat}`
        names.push(stairs > 1 ? `${stair} 单元 ${room}` : room)
      }
    }
  }
  return names
}

function building(number: number): DemoBuilding {
  const id = demoId(`building:${number}`)
  const units = unitNames(shapeOf(number)).map((name) => ({
    id: demoId(`unit:${number}:${name}`),
    buildingId: id,
    name,
  }))
  return { id, number, name: `${number} 号楼`, units }
}

export const BUILDINGS: readonly DemoBuilding[] = NUMBERS.map(building)

export function buildingOf(number: number): DemoBuilding {
  const found = BUILDINGS[number - 1]
  if (!found) throw new Error(`no building ${number}`)
  return found
}
