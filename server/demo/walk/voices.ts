import { sql } from 'kysely'
import { moment, type Tx } from '../../platform/database/database'
import { notify } from '../../platform/notices/notify'
import { COMPOUND_ID, demoId } from '../ids'
import type { CommentAct, FollowAct, SupportAct } from '../story/acts'
import { id, matterId } from '../story/names'

/**
 * Supports and follows are many and move nothing: they are gathered and written together, at the latest when somebody has to
 * be told. The stored counters are set once, at the end.
 */
export class Voices {
  private supports: SupportAct[] = []
  private follows: FollowAct[] = []

  constructor(private readonly tx: Tx) {}

  add(act: SupportAct | FollowAct): void {
    if (act.kind === 'support') this.supports.push(act)
    else this.follows.push(act)
  }

  async flush(): Promise<void> {
    await this.write('supports', this.supports)
    await this.write('follows', this.follows)
    this.supports = []
    this.follows = []
  }

  private async write(
    table: 'supports' | 'follows',
    acts: readonly (SupportAct | FollowAct)[],
  ): Promise<void> {
    if (acts.length === 0) return
    const rows = acts.map((act) => ({
      compoundId: COMPOUND_ID,
      matterId: matterId(act.matter),
      personId: id(act.by),
      at: moment(act.at),
    }))
    await this.tx
      .insertInto(table)
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  /** What a merge does: supporters and followers come along, and with them the one who raised it. */
  async bringAlong(fromKey: string, intoId: string): Promise<void> {
    const from = matterId(fromKey)
    for (const table of ['supports', 'follows'] as const) {
      await sql`
        insert into ${sql.table(table)} (compound_id, matter_id, person_id, at)
        select compound_id, ${intoId}::uuid, person_id, at from ${sql.table(table)}
          where compound_id = ${COMPOUND_ID} and matter_id = ${from}
        union select compound_id, ${intoId}::uuid, reporter_id, sorted_at from matters
          where compound_id = ${COMPOUND_ID} and id = ${from}
        on conflict do nothing
      `.execute(this.tx)
    }
  }

  /** Sets the stored counters to what was written. */
  async count(): Promise<void> {
    await this.flush()
    await sql`
      update matters m set
        supports = (select count(*) from supports s where s.compound_id = m.compound_id and s.matter_id = m.id),
        followers = (select count(*) from follows f where f.compound_id = m.compound_id and f.matter_id = m.id)
      where m.compound_id = ${COMPOUND_ID}
    `.execute(this.tx)
  }
}

/** A neighbour's comment, as the page would send it. */
export async function walkComment(tx: Tx, act: CommentAct): Promise<void> {
  const at = moment(act.at)
  await tx
    .insertInto('comments')
    .values({
      compoundId: COMPOUND_ID,
      id: demoId(`comment:${act.matter}:${act.by}:${act.text}`),
      matterId: matterId(act.matter),
      authorId: id(act.by),
      body: act.text,
      at,
    })
    .execute()
  const row = await tx
    .updateTable('matters')
    .set((eb) => ({ comments: eb('comments', '+', 1), lastActivityAt: at }))
    .where('compoundId', '=', COMPOUND_ID)
    .where('id', '=', matterId(act.matter))
    .returning(['title', 'reporterId'])
    .executeTakeFirstOrThrow()
  const notice = { title: `“${row.title}” 有新留言`, body: act.text, matterId: matterId(act.matter) }
  await notify(tx, COMPOUND_ID, [row.reporterId], notice, { now: act.at, except: id(act.by) })
}
