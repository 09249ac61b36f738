import type { PhotoView } from '@yishiting/domain/contract/shared'
import type { TimelineEntry } from '@yishiting/domain/contract/speak'
import type { MatterEvent } from '@yishiting/domain/matter/events'
import type { State } from '@yishiting/domain/matter/states'
import { tell } from '@yishiting/domain/matter/telling'
import type { RouteCode } from '@yishiting/domain/sort/routes'
import type { Selectable } from 'kysely'
import type { Queries } from '../database/database'
import type { Journal } from '../database/schema'
import { iso } from './cards'

type Row = Pick<
  Selectable<Journal>,
  'id' | 'at' | 'kind' | 'actorId' | 'routeCode' | 'toState' | 'reason' | 'extra'
> & {
  label: string | null
}

const STEP_LIMIT = 200

/** 一路走来: the public path of a matter, newest first, identities masked. `photosOf` are the proofs of an entry. */
export async function timelineOf(
  queries: Queries,
  compoundId: string,
  matterId: string,
  photosOf: ReadonlyMap<number, PhotoView[]>,
): Promise<TimelineEntry[]> {
  const rows: Row[] = await queries
    .selectFrom('journal')
    .leftJoin('members', (join) =>
      join
        .onRef('members.compoundId', '=', 'journal.compoundId')
        .onRef('members.personId', '=', 'journal.actorId'),
    )
    .select([
      'journal.id',
      'at',
      'kind',
      'actorId',
      'routeCode',
      'toState',
      'reason',
      'extra',
      'members.label',
    ])
    .where('journal.compoundId', '=', compoundId)
    .where('matterId', '=', matterId)
    .where('toState', 'is not', null)
    // Who has rated is nobody's business; the counts are shown with their N.
    .where('kind', '!=', 'rate')
    .orderBy('journal.id', 'desc')
    .limit(STEP_LIMIT)
    .execute()
  return rows.map((row) => {
    const who = row.label ?? '系统'
    const told = tell(
      {
        type: row.kind as MatterEvent['type'],
        at: row.at,
        routeCode: row.routeCode as RouteCode | null,
        to: row.toState as State,
        reason: row.reason,
        extra: row.extra as MatterEvent['extra'],
      },
      who,
    )
    return { id: String(row.id), at: iso(row.at), ...told, who, photos: photosOf.get(row.id) ?? [] }
  })
}
