import type { VoteView } from '@yishiting/domain/contract/owners'
import { PASSES_WHEN, rulesInWords } from '@yishiting/domain/owners/rules-in-words'
import { mayEver } from '@yishiting/domain/people/abilities'
import { hasRole } from '@yishiting/domain/people/roles'
import type { Queries } from '../../platform/database/database'
import { notFound } from '../../platform/http/problems'
import { iso, isoOrNull } from '../../platform/matters/cards'
import type { LoadedVote } from '../load'
import { loadVote } from '../load'
import type { Asker } from './asker'
import { canDo, maySeeResult } from './can'
import { resultOf } from './count'
import { lineOf } from './line'
import { participationOf } from './participation'
import { problemsOf } from './problems'
import { rightsOf } from './rights-view'

async function objectionsOf(queries: Queries, { row }: LoadedVote): Promise<VoteView['objections']> {
  const rows = await queries
    .selectFrom('ownerVoteObjections as o')
    .innerJoin('members as m', (join) =>
      join.onRef('m.compoundId', '=', 'o.compoundId').onRef('m.personId', '=', 'o.personId'),
    )
    .select(['o.id', 'm.label', 'o.text', 'o.at', 'o.answer', 'o.answeredAt'])
    .where('o.compoundId', '=', row.compoundId)
    .where('o.voteId', '=', row.id)
    .orderBy('o.at')
    .execute()
  return rows.map(({ at, answeredAt, ...rest }) => ({
    ...rest,
    at: iso(at),
    answeredAt: isoOrNull(answeredAt),
  }))
}

function noRightReason({ state }: LoadedVote, { actor }: Asker, rights: number): string {
  if (rights > 0 || state === 'draft' || state === 'cancelled') return ''
  if (!mayEver(actor, 'castBallot'))
    return '业主表决由业主投。您可以看公告和结果，不能投票，也看不到别人怎么投。'
  return hasRole(actor, 'owner')
    ? '这次表决的名册里没有认到您的房子。点“我能投票吗？”看看，房号、姓名对得上就能认领。'
    : '业主表决由业主投。家属、租户可以拿业主的书面委托代投。'
}

/** The whole page of a vote as this person may see it. @throws not_found, also for a draft of others */
export async function viewVote(queries: Queries, asker: Asker, voteId: string): Promise<VoteView> {
  const vote = await loadVote(queries, asker.compoundId, voteId, asker.now)
  const { row, items, state } = vote
  if (state === 'draft' && !mayEver(asker.actor, 'conveneVote'))
    throw notFound('没有找到这次表决，可能还没有公告。')
  const isFrozen = row.rollVersion !== null
  const rights = isFrozen ? await rightsOf(queries, vote, asker) : []
  const waitsForMe = rights.some(({ mayVote, receipt }) => mayVote && receipt === null)
  return {
    id: row.id,
    receipt: row.receipt,
    title: row.title,
    state,
    opensAt: iso(row.opensAt),
    closesAt: iso(row.closesAt),
    itemTitles: items.map(({ title }) => title),
    waitsForMe,
    line: lineOf(row, state, waitsForMe, asker.now),
    version: row.version,
    why: row.why,
    contact: row.contact,
    isExtraordinary: row.isExtraordinary,
    matterId: row.matterId,
    items: items.map(({ id, position, title, body, kind, lawItem, options, seats }) => ({
      ...{ id, position, title, body, kind, lawItem, options, seats },
      passesWhen: PASSES_WHEN[kind],
    })),
    rules: {
      ...row.rules,
      legalBasis: [...row.rules.legalBasis],
      channels: [...row.rules.channels],
    } as VoteView['rules'],
    rulesInWords: rulesInWords(row.rules),
    rulesDigest: row.rulesDigest?.toString('hex') ?? null,
    rollVersion: row.rollVersion,
    rollDigest: row.rollDigest?.toString('hex') ?? null,
    noticedAt: isoOrNull(row.noticedAt),
    extension:
      row.firstClosesAt === null
        ? null
        : { firstClosesAt: iso(row.firstClosesAt), reason: row.extensionReason },
    participation: isFrozen && state !== 'noticed' ? await participationOf(queries, row) : null,
    rights,
    noRightReason: noRightReason(vote, asker, rights.length),
    result: maySeeResult(vote, asker) ? await resultOf(queries, row.compoundId, row.id) : null,
    publishedAt: isoOrNull(row.publishedAt),
    objectionsUntil: isoOrNull(row.objectionsUntil),
    certifiedAt: isoOrNull(row.certifiedAt),
    cancelReason: row.cancelReason,
    objections: state === 'published' || state === 'certified' ? await objectionsOf(queries, vote) : [],
    problems: state === 'draft' ? await problemsOf(queries, vote, asker.now) : [],
    can: canDo(vote, asker),
  }
}
