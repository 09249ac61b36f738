import type { RightView } from '@yishiting/domain/contract/owners'
import { speakTime } from '@yishiting/domain/matter/instant'
import { formatArea } from '@yishiting/domain/owners/area'
import type { Channel, VotingCapacity } from '@yishiting/domain/owners/ballot'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import { iso } from '../../platform/matters/cards'
import type { LoadedVote } from '../load'
import type { Asker } from './asker'

interface Row {
  keyNo: number
  seat: string
  capacity: VotingCapacity
  until: number | null
  unitCodes: string[]
  area: number | null
  coOwners: number
  ownerNames: string[] | null
  receiptCode: string | null
  digest: Buffer | null
  receivedAt: number | null
  channel: Channel | null
  /** For an owner: the mandate he has given; for a proxy: the one he acts under. */
  mandateId: string | null
  acceptedAt: number | null
  acceptCode: string | null
  grantedById: string | null
  proxyLabel: string | null
  expiresAt: number | null
  instructions: string | null
  itemIds: string[] | null
}

async function rowsOf(queries: Queries, { row }: LoadedVote, personId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select v.key_no, v.seat, v.capacity, v.until, k.unit_codes, k.area, cardinality(k.owner_ids) - 1 as co_owners,
      (select array_agg(o.masked_name order by o.masked_name) from roll_owners o
        where o.compound_id = k.compound_id and o.id = any (k.owner_ids)) as owner_names,
      b.receipt_code, b.digest, b.received_at, b.channel,
      m.id as mandate_id, m.accepted_at, m.accept_code, m.granted_by_id, p.label as proxy_label, m.expires_at,
      m.instructions::text as instructions, m.item_ids
    from owner_vote_voters v
    join owner_vote_keys k on k.compound_id = v.compound_id and k.vote_id = v.vote_id and k.key_no = v.key_no
    left join lateral (select receipt_code, digest, received_at, channel from owner_ballots x
      where x.compound_id = v.compound_id and x.vote_id = v.vote_id and x.key_no = v.key_no and x.seat = v.seat
      order by x.edition desc limit 1) b on true
    left join owner_mandates m on m.compound_id = v.compound_id and m.vote_id = v.vote_id and m.key_no = v.key_no and m.revoked_at is null
      and (v.capacity <> 'proxy' or m.id = v.mandate_id)
    left join members p on p.compound_id = m.compound_id and p.person_id = m.proxy_id
    where v.compound_id = ${row.compoundId} and v.vote_id = ${row.id} and v.person_id = ${personId}
    order by v.capacity = 'proxy', v.key_no
  `.execute(queries)
  return rows
}

function whyNot(row: Row, { row: vote, state }: LoadedVote, now: number): string {
  if (state === 'noticed') return `${speakTime(vote.opensAt, now)} 开始投票，现在还不能投。`
  if (state !== 'open') return '投票已经截止。'
  if (!vote.rules.channels.includes('online')) return '这次表决不能在手机上投，请投纸质票。'
  if (row.until !== null && row.until <= now) return '房子已经转让，由新业主投。'
  if (row.receivedAt !== null) return vote.rules.mayChange ? '' : '您已经投过了，投后不能改。'
  if (row.capacity !== 'proxy') return ''
  if (row.mandateId === null) return '委托已经收回。'
  return row.expiresAt !== null && row.expiresAt <= now ? '委托已经过期。' : ''
}

function mandateOf(row: Row, personId: string): RightView['mandate'] {
  if (row.mandateId === null || row.expiresAt === null) return null
  const isGranter = row.grantedById === personId
  return {
    id: row.mandateId,
    state: row.acceptedAt === null ? 'offered' : 'accepted',
    proxyLabel: row.proxyLabel ?? '',
    acceptCode: isGranter && row.acceptedAt === null ? row.acceptCode : null,
    expiresAt: iso(row.expiresAt),
    itemIds: row.itemIds,
  }
}

/** What somebody may cast in this vote, and why not; his own receipts, shown to nobody else. */
export async function rightsOf(
  queries: Queries,
  vote: LoadedVote,
  { actor, now }: Asker,
): Promise<RightView[]> {
  const rows = await rowsOf(queries, vote, actor.id)
  return rows.map((row): RightView => {
    const reason = whyNot(row, vote, now)
    const { receiptCode, digest, receivedAt, channel } = row
    const hasCast = receiptCode !== null && digest !== null && receivedAt !== null && channel !== null
    return {
      keyNo: row.keyNo,
      capacity: row.capacity,
      unitCodes: row.unitCodes,
      area: row.area === null ? null : formatArea(row.area),
      ownerLabel: row.capacity === 'proxy' ? (row.ownerNames ?? []).join('、') : '',
      coOwners: row.coOwners,
      mayVote: reason === '',
      whyNot: reason,
      mayChange: vote.row.rules.mayChange,
      receipt: hasCast
        ? { code: receiptCode, digest: digest.toString('hex'), at: iso(receivedAt), channel }
        : null,
      mandate: mandateOf(row, actor.id),
      instructions: row.capacity === 'proxy' && row.instructions ? JSON.parse(row.instructions) : null,
    }
  })
}
