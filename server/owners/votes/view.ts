import type { VoteView } from '@yishiting/domain/contract/owners'
import { PASSES_WHEN, rulesInWords } from '@yishiting/domain/owners/rules-in-words'
import { mayEver } from '@yishiting/domain/people/abilities'
import { sql } from 'kysely'
import type { Queries } from '../../platform/database/database'
import { notFound } from '../../platform/http/problems'
import { iso, isoOrNull } from '../../platform/matters/cards'
import { waitsForVoter } from '../../platform/matters/uncast'
import type { LoadedVote } from '../load'
import { loadVote } from '../load'
import type { Asker } from './asker'
import { canDo, maySeeResult } from './can'
import { resultOf } from './count'
import { lineOf } from './line'
import { whyNoRight } from './no-right'
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

async function waitsFor(queries: Queries, { row }: LoadedVote, { actor, now }: Asker): Promise<boolean> {
  if (!mayEver(actor, 'castBallot')) return false
  const { rows } = await sql<{ waits: boolean }>`
    select ${waitsForVoter(actor.id, now)} as waits from owner_votes v
    where v.compound_id = ${row.compoundId} and v.id = ${row.id}
  `.execute(queries)
  return rows[0]?.waits ?? false
}

/** The whole page of a vote as this person may see it. @throws not_found, also for a draft of others */
export async function viewVote(queries: Queries, asker: Asker, voteId: string): Promise<VoteView> {
  const vote = await loadVote(queries, asker.compoundId, voteId, asker.now)
  const { row, items, state } = vote
  // Nor one that was dropped before anybody had heard of it.
  if (row.noticedAt === null && !mayEver(asker.actor, 'conveneVote'))
    throw notFound('没有找到这次表决，可能还没有公告。')
  const isFrozen = row.rollVersion !== null
  const rights = isFrozen ? await rightsOf(queries, vote, asker) : []
  const waitsForMe = rights.length > 0 && (await waitsFor(queries, vote, asker))
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
    noRightReason: rights.length > 0 ? '' : await whyNoRight(queries, vote, asker),
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
