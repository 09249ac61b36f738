import { formatArea } from '@yishiting/domain/owners/area'
import { PASSES_WHEN, rulesInWords } from '@yishiting/domain/owners/rules-in-words'
import { sql } from 'kysely'
import type { Queries } from '../../../platform/database/database'
import { RefusalError } from '../../../platform/http/problems'
import type { LoadedVote } from '../../load'
import type { PaperKey, VoteText } from './model'

/** More than this takes longer than anybody waits, and is a pile that nobody can carry. */
export const PAPERS_MAX = 3_000

async function compoundName(queries: Queries, compoundId: string): Promise<string> {
  const { name } = await queries
    .selectFrom('compounds')
    .select('name')
    .where('compoundId', '=', compoundId)
    .executeTakeFirstOrThrow()
  return name
}

const hex = (digest: Buffer | null): string => digest?.toString('hex') ?? ''

/** What every document of a noticed vote prints. */
export async function voteText(queries: Queries, { row, items }: LoadedVote): Promise<VoteText> {
  const { rules } = row
  return {
    compound: await compoundName(queries, row.compoundId),
    voteId: row.id,
    receipt: row.receipt,
    title: row.title,
    why: row.why,
    contact: row.contact,
    items: items.map(({ title, body, kind, options, seats }) => ({
      title,
      body,
      kind,
      passesWhen: PASSES_WHEN[kind],
      options,
      seats,
    })),
    rulesInWords: rulesInWords(rules),
    channels: rules.channels,
    mayChange: rules.mayChange,
    warnsNonVoters: rules.nonVoters === 'join_leading',
    noticedAt: row.noticedAt ?? row.createdAt,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    objectionDays: rules.objectionDays,
    rollDigest: hex(row.rollDigest),
    rulesDigest: hex(row.rulesDigest),
  }
}

/** The keys to print papers for, in the order of the buildings. @throws papers_too_many when there are too many at once */
export async function paperKeys(
  queries: Queries,
  { row }: LoadedVote,
  building: string | undefined,
): Promise<PaperKey[]> {
  const all = queries
    .selectFrom('ownerVoteKeys')
    .select(['keyNo', 'unitCodes', 'area'])
    .where('compoundId', '=', row.compoundId)
    .where('voteId', '=', row.id)
    // Whoever has sold all he had gets no paper; his buyer does.
    .where(sql<boolean>`cardinality(unit_ids) > 0`)
    .orderBy('keyNo')
    .limit(PAPERS_MAX + 1)
  const keys = await (building === undefined ? all : all.where('building', '=', building)).execute()
  if (keys.length > PAPERS_MAX) {
    throw new RefusalError({
      code: 'papers_too_many',
      message: `表决票一次最多印 ${PAPERS_MAX} 张，请一栋楼一栋楼地印。`,
    })
  }
  return keys.map(({ keyNo, unitCodes, area }) => ({
    keyNo,
    unitCodes,
    area: area === null ? null : formatArea(area),
  }))
}
