import type { sort } from '@yishiting/domain/contract/sort'
import { spanInWords } from '@yishiting/domain/matter/instant'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Queries } from '../platform/database/database'
import { cutPage, fromCursor } from '../platform/http/cursor'
import { cardOf, type Reading, runCards, selectCards } from '../platform/matters/cards'
import type { MatterRow } from '../platform/matters/rows'

type Answer = z.input<(typeof sort.queue)['response']>

/** What waits for a sorter, the longest first, with how long it has waited. */
export async function readQueue(
  queries: Queries,
  page: { limit: number; cursor?: string },
  reading: Reading,
): Promise<Answer> {
  const after = fromCursor(page.cursor)
  const waiting = sql`m.compound_id = ${reading.compoundId} and m.state in ('raised', 'reopened', 'objected')`
  const rows = await runCards(
    queries,
    selectCards(
      sql<MatterRow>`select m.* from matters m where ${waiting}
        ${after ? sql`and (m.waiting_since, m.id) > (${new Date(after.at)}, ${after.id})` : sql``}
        order by m.waiting_since, m.id limit ${page.limit + 1}`,
      reading,
    ),
  )
  const sorted = rows.sort((a, b) => a.waitingSince - b.waitingSince || (a.id < b.id ? -1 : 1))
  const { rows: counts } = await sql<{
    total: number
  }>`select count(*)::int as total from matters m where ${waiting}`.execute(queries)
  const cut = cutPage(sorted, page.limit, (row) => ({ at: row.waitingSince, id: row.id }))
  const matters = cut.page.map((row) => ({
    ...cardOf(row, reading),
    text: row.body,
    waitingText: waitingText(row, reading.now),
    acknowledged: row.acknowledgedAt !== null,
    isReview: row.state === 'objected',
  }))
  return { matters, total: counts[0]?.total ?? 0, next: cut.next }
}

function waitingText(row: MatterRow, now: number): string {
  const span = spanInWords(now - row.waitingSince)
  return span === '刚刚' ? '刚刚说的' : `等了 ${span}`
}
