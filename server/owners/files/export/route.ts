import type { VoteResultView } from '@yishiting/domain/contract/owners'
import type { Database, Queries } from '../../../platform/database/database'
import { type Download, type DownloadCall, ZIP } from '../../../platform/http/download'
import { RefusalError } from '../../../platform/http/problems'
import { digestOf } from '../../../platform/journal/digest'
import { type LoadedVote, loadVote } from '../../load'
import { countNow, resultOf } from '../../votes/count'
import { makeFile } from '../aside'
import { loadTables } from './load'
import type { ExportData, ExportHead } from './model'

type Call = DownloadCall<{ compoundId: string; voteId: string }, unknown>

const IS_OVER: readonly string[] = ['closed', 'published', 'certified']

/** The result as it is kept; in the moment between the close and the count, as it would be kept. */
async function resultFor(queries: Queries, vote: LoadedVote, now: number): Promise<VoteResultView> {
  const kept = await resultOf(queries, vote.row.compoundId, vote.row.id)
  if (kept) return kept
  const { document } = await countNow(queries, vote)
  return { countedAt: new Date(now).toISOString(), digest: digestOf(document).toString('hex'), ...document }
}

async function headOf(
  queries: Queries,
  { row, items }: LoadedVote,
  resultDigest: string,
): Promise<ExportHead> {
  const roll = await queries
    .selectFrom('rollVersions')
    .select(['registryUnitCount as units', 'registryArea as area'])
    .where('compoundId', '=', row.compoundId)
    .where('version', '=', row.rollVersion)
    .executeTakeFirstOrThrow()
  return {
    receipt: row.receipt,
    title: row.title,
    noticedAt: row.noticedAt ?? row.createdAt,
    opensAt: row.opensAt,
    closesAt: row.closesAt,
    publishedAt: row.publishedAt,
    rules: row.rules,
    items: items.map(({ id, title, kind, lawItem, options, seats }) => ({
      id,
      title,
      kind,
      lawItem,
      options,
      seats,
    })),
    registry: roll,
    rollDigest: row.rollDigest?.toString('hex') ?? '',
    rulesDigest: row.rulesDigest?.toString('hex') ?? '',
    resultDigest,
  }
}

async function dataOf(queries: Queries, call: Call): Promise<ExportData> {
  const { compoundId, params, now } = call
  const vote = await loadVote(queries, compoundId, params.voteId, now)
  const { rollVersion } = vote.row
  if (!IS_OVER.includes(vote.state) || rollVersion === null) {
    throw new RefusalError({ code: 'vote_frozen', message: '投票截止之后才能导出。' })
  }
  const result = await resultFor(queries, vote, now)
  return {
    head: await headOf(queries, vote, result.digest),
    tables: await loadTables(queries, { compoundId, voteId: params.voteId }, rollVersion),
    result,
  }
}

/** 导出: all tables of a vote that is over, from one snapshot of the database. @throws vote_frozen before the close */
export async function prepareExport(call: Call, db: Database): Promise<Download> {
  const data = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => dataOf(tx, call))
  return { name: `${data.head.receipt}.zip`, type: ZIP, make: () => makeFile({ kind: 'export', data }) }
}
