import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { Unit } from '@yishiting/domain/owners/roll'

const PIECE = 5_000

/** Keys in their order: what `digestOf` of platform/journal would write, without holding 50,000 copies at once. */
function written({
  id,
  code,
  building,
  stairwell,
  use,
  area,
  areaSource,
  ownerIds,
  isDevelopers,
}: Unit): string {
  const owners = ownerIds.length > 1 ? [...ownerIds].sort() : ownerIds
  const facts = { area, areaSource, building, code, id, isDevelopers, ownerIds: owners, stairwell, use }
  return JSON.stringify(facts)
}

/** What a version of the roll says, as one SHA-256: JSON of its units by code, their owners by id. It names nobody. */
export async function rollDigest(units: readonly Unit[]): Promise<Buffer> {
  const inOrder = [...units].sort((one, other) => (one.code < other.code ? -1 : 1))
  const hash = createHash('sha256')
  for (let at = 0; at < inOrder.length; at += PIECE) {
    const piece = inOrder
      .slice(at, at + PIECE)
      .map(written)
      .join(',')
    hash.update(`${at === 0 ? '[' : ','}${piece}`)
    await turn()
  }
  return hash.update(inOrder.length === 0 ? '[]' : ']').digest()
}
