import { createHash } from 'node:crypto'

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]),
  )
}

/** SHA-256 of a thing's facts as JSON with sorted keys: two equal states have one digest. */
export function digestOf(facts: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify(sorted(facts)))
    .digest()
}
