import type { CommentView } from '@yishiting/domain/contract/speak'
import { may } from '@yishiting/domain/people/abilities'
import type { Actor } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Queries } from '../database/database'
import { cutPage, fromCursor } from '../http/cursor'
import { iso } from './cards'

interface Row {
  id: string
  at: number
  body: string
  authorId: string
  label: string
  hiddenAt: number | null
  hiddenReason: string | null
}

/** A hidden comment keeps its place; its words stay with its author and the moderators. */
export function commentView(row: Row, actor: Actor): CommentView {
  const mine = row.authorId === actor.id
  const isOpen = row.hiddenAt === null || mine || may(actor, 'hideComment')
  return {
    id: row.id,
    at: iso(row.at),
    who: row.label,
    text: isOpen ? row.body : '',
    mine,
    hidden: row.hiddenAt !== null,
    hiddenReason: row.hiddenReason,
  }
}

/** Comments of a matter, newest first, by keyset. */
export async function pageOfComments(
  queries: Queries,
  reader: { compoundId: string; actor: Actor },
  matterId: string,
  page: { limit: number; cursor?: string },
): Promise<{ comments: CommentView[]; next: string | null }> {
  const after = fromCursor(page.cursor)
  const { rows } = await sql<Row>`
    select c.id, c.at, c.body, c.author_id, m.label, c.hidden_at, c.hidden_reason
    from comments c join members m on m.compound_id = c.compound_id and m.person_id = c.author_id
    where c.compound_id = ${reader.compoundId} and c.matter_id = ${matterId}
      ${after ? sql`and (c.at, c.id) < (${new Date(after.at)}, ${after.id})` : sql``}
    order by c.at desc, c.id desc limit ${page.limit + 1}
  `.execute(queries)
  const cut = cutPage(rows, page.limit, (row) => ({ at: row.at, id: row.id }))
  return { comments: cut.page.map((row) => commentView(row, reader.actor)), next: cut.next }
}
