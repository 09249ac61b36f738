import type { Hall } from '../../support/hall'

const KEPT = [
  'matters',
  'matter_routes',
  'journal',
  'photos',
  'comments',
  'supports',
  'follows',
  'notices',
  'ratings',
  'clocks',
  'counters',
  'idempotency',
]

/** How many rows there are of everything that is kept. */
export async function countRows(hall: Hall): Promise<Record<string, number>> {
  const one = KEPT.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')
  const { rows } = await hall.platform.pool.query(`select ${one}`)
  return rows[0]
}
