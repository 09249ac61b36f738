import { countsIn, isInScope } from '@yishiting/domain/owners/electorate'
import type { Unit } from '@yishiting/domain/owners/roll'
import { scopeInWords } from '@yishiting/domain/owners/rules-in-words'
import { mayEver } from '@yishiting/domain/people/abilities'
import { hasRole } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import type { LoadedVote } from '../load'
import type { Asker } from './asker'

type Own = Unit & { isFrozen: boolean; isBought: boolean }

/** What the roll knows as his: as it was frozen for the vote, and as it is now. */
async function ownUnits(queries: Queries, { row }: LoadedVote, personId: string): Promise<Own[]> {
  const { rows } = await sql<Own>`
    select u.unit_id as id, u.code, u.building, u.stairwell, u.use, u.area, u.area_source, u.owner_ids, u.is_developers,
      u.since_version <= ${row.rollVersion} and (u.until_version is null or u.until_version > ${row.rollVersion}) as is_frozen,
      exists (select 1 from owner_transfers t where t.compound_id = o.compound_id and t.vote_id = ${row.id} and t.unit_id = u.unit_id
        and t.to_owner_ids @> array[o.id]) as is_bought
    from roll_owners o
    join roll_units u on u.compound_id = o.compound_id and u.owner_ids @> array[o.id]
      and (u.until_version is null or u.until_version > ${row.rollVersion})
    where o.compound_id = ${row.compoundId} and o.person_id = ${personId}
  `.execute(queries)
  return rows
}

function whyNotThese(units: readonly Own[], { row }: LoadedVote): string {
  const { rules, contact } = row
  if (units.some(({ isBought }) => isBought))
    return '这套房转让之前，原业主已经投过了，他那一票算数，您不用再投。'
  const frozen = units.filter(({ isFrozen }) => isFrozen)
  if (frozen.length === 0) {
    const ask = contact ? `有不明白的，问${contact}。` : ''
    return `公告那天的名册里，您的房子还不在您名下。公告以后买的，请业委会登记转让。${ask}`
  }
  const inside = frozen.filter((unit) => isInScope(unit, rules.scope))
  if (inside.length === 0) return `这次只由 ${scopeInWords(rules.scope)}的业主投，您的房子不在里面，不用投。`
  return inside.some((unit) => countsIn(unit, rules))
    ? '您的房子已经转让，由新业主投。'
    : '这次不计车位、储藏室、地下室，您名下没有别的房子，不用投。'
}

/** Why somebody without any right in this vote has none, and what he can do. */
export async function whyNoRight(queries: Queries, vote: LoadedVote, { actor }: Asker): Promise<string> {
  if (vote.row.rollVersion === null || vote.state === 'cancelled') return ''
  if (!mayEver(actor, 'castBallot'))
    return '业主表决由业主投。您可以看公告和结果，不能投票，也看不到别人怎么投。'
  const own = await ownUnits(queries, vote, actor.id)
  if (own.length > 0) return whyNotThese(own, vote)
  return hasRole(actor, 'owner')
    ? '这次表决的名册里没有认到您的房子。点“我能投票吗？”看看，房号、姓名对得上就能认领。'
    : '业主表决由业主投。家属、租户可以拿业主的书面委托代投。'
}
