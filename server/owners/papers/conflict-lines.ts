import type { ConflictLineView } from '@yishiting/domain/contract/owners'
import { formatArea } from '@yishiting/domain/owners/area'
import type { Channel, Mark, VotingCapacity } from '@yishiting/domain/owners/ballot'
import type { Marks } from '@yishiting/domain/owners/marks'
import type { Conflict } from '@yishiting/domain/owners/tally-types'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import { evidenceOf } from '../../platform/photos/evidence'
import type { Platform } from '../../platform/platform'
import type { LoadedVote } from '../load'

const WHY: Record<Conflict['why'], string> = {
  differ: '同一户的几张票不一样',
  entry_mismatch: '两位监票人录的不一样',
}

interface KeyRow {
  keyId: string
  keyNo: number
  unitCodes: string[]
}

interface BallotRow {
  id: string
  channel: Channel
  capacity: VotingCapacity
  receivedAt: number
  marks: string
  isUnsigned: boolean
  secondMarks: string | null
  secondUnsigned: boolean | null
  photoIds: string[]
}

interface RulingRow {
  keyNo: number
  itemId: string
  mark: string
  reason: string
  at: number
}

async function keysOf(queries: Queries, { row }: LoadedVote, ids: string[]): Promise<Map<string, KeyRow>> {
  const { rows } = await sql<KeyRow>`
    select key_id, key_no, unit_codes from owner_vote_keys
    where compound_id = ${row.compoundId} and vote_id = ${row.id} and key_id = any (${ids}::text[])
  `.execute(queries)
  return new Map(rows.map((key) => [key.keyId, key]))
}

async function ballotsOf(
  queries: Queries,
  { row }: LoadedVote,
  ids: string[],
): Promise<Map<string, BallotRow>> {
  // Marks as text: the plugin that turns column names would walk through each of them.
  const { rows } = await sql<BallotRow>`
    select b.id, b.channel, b.capacity, b.received_at, b.marks::text as marks, b.is_unsigned,
      s.marks::text as second_marks, s.is_unsigned as second_unsigned,
      b.photo_ids || coalesce(s.photo_ids, '{}') as photo_ids
    from owner_ballots b
    left join owner_second_entries s on s.compound_id = b.compound_id and s.vote_id = b.vote_id and s.ballot_id = b.id
    where b.compound_id = ${row.compoundId} and b.vote_id = ${row.id} and b.id = any (${ids}::uuid[])
  `.execute(queries)
  return new Map(rows.map((ballot) => [ballot.id, ballot]))
}

async function rulingsOf(queries: Queries, { row }: LoadedVote): Promise<Map<string, RulingRow>> {
  const { rows } = await sql<RulingRow>`
    select key_no, item_id, mark::text as mark, reason, at from owner_rulings
    where compound_id = ${row.compoundId} and vote_id = ${row.id}
  `.execute(queries)
  return new Map(rows.map((ruling) => [`${ruling.keyNo} ${ruling.itemId}`, ruling]))
}

/** One scrutineer's reading of one item; without a signature it is invalid whatever is ticked. */
function markOf(marks: string, isUnsigned: boolean, itemId: string): Mark {
  return isUnsigned ? 'invalid' : ((JSON.parse(marks) as Marks)[itemId] ?? 'blank')
}

// Arrays of the engine are readonly, those of the wire are not.
const wireMark = (mark: Mark) => (typeof mark === 'string' ? mark : [...mark])

/** Conflicts as the scrutineers see them after close: every ballot of the key with what it says on the item. */
export async function conflictLines(
  queries: Queries,
  platform: Platform,
  vote: LoadedVote,
  conflicts: readonly Conflict[],
  now: number,
): Promise<ConflictLineView[]> {
  const keys = await keysOf(queries, vote, [...new Set(conflicts.map(({ key }) => key))])
  const ballots = await ballotsOf(queries, vote, [
    ...new Set(conflicts.flatMap(({ ballotIds }) => ballotIds)),
  ])
  const rulings = await rulingsOf(queries, vote)
  const of = { compoundId: vote.row.compoundId, voteId: vote.row.id }
  const photoIds = [...ballots.values()].flatMap((ballot) => ballot.photoIds)
  const photos = await evidenceOf(queries, platform, of, photoIds, now)
  const titleOf = new Map(vote.items.map(({ id, title }) => [id, title]))

  const line = (conflict: Conflict): ConflictLineView => {
    const { keyNo, unitCodes } = keys.get(conflict.key) as KeyRow
    const ruling = rulings.get(`${keyNo} ${conflict.itemId}`)
    return {
      keyNo,
      unitCodes,
      itemId: conflict.itemId,
      itemTitle: titleOf.get(conflict.itemId) ?? '',
      area: conflict.area === null ? null : formatArea(conflict.area),
      why: WHY[conflict.why],
      ballots: conflict.ballotIds.map((id) => {
        const ballot = ballots.get(id) as BallotRow
        const { secondMarks, secondUnsigned } = ballot
        return {
          ballotId: id,
          channel: ballot.channel,
          capacity: ballot.capacity,
          at: new Date(ballot.receivedAt).toISOString(),
          mark: wireMark(markOf(ballot.marks, ballot.isUnsigned, conflict.itemId)),
          secondMark:
            secondMarks === null
              ? null
              : wireMark(markOf(secondMarks, secondUnsigned ?? false, conflict.itemId)),
          photos: ballot.photoIds.flatMap((photoId) => photos.get(photoId) ?? []),
        }
      }),
      ruling: ruling
        ? { mark: JSON.parse(ruling.mark), reason: ruling.reason, at: new Date(ruling.at).toISOString() }
        : null,
    }
  }
  const place = new Map(vote.items.map(({ id, position }) => [id, position]))
  return conflicts
    .map(line)
    .sort((a, b) => a.keyNo - b.keyNo || (place.get(a.itemId) ?? 0) - (place.get(b.itemId) ?? 0))
}
