import type { VoteDocument, VoteResultView } from '@yishiting/domain/contract/owners'
import { may } from '@yishiting/domain/people/abilities'
import type { Database } from '../../../platform/database/database'
import { DOCX, type Download, type DownloadCall } from '../../../platform/http/download'
import { notFound, ProblemError } from '../../../platform/http/problems'
import { type LoadedVote, loadVote } from '../../load'
import { resultOf } from '../../votes/count'
import { makeFile } from '../aside'
import { paperKeys, voteText } from './load'
import type { DocumentAsk } from './model'

type Params = { compoundId: string; voteId: string; kind: VoteDocument }
type Call = DownloadCall<Params, { building?: string | undefined }>

const NAMES: Record<VoteDocument, string> = { notice: '公告', ballots: '纸质表决票', count: '计票表' }

/** A draft is nobody's business yet; one cancelled has nothing to print. */
function checkNoticed({ state }: LoadedVote): void {
  if (state === 'draft' || state === 'cancelled') throw notFound('这次表决没有公告，没有文书可以下载。')
}

async function publishedResult(db: Database, { row, state }: LoadedVote): Promise<VoteResultView> {
  const isOut = state === 'published' || state === 'certified'
  const result = isOut ? await resultOf(db, row.compoundId, row.id) : null
  if (!result) throw notFound('结果还没有公布。')
  return result
}

async function askFor(call: Call, db: Database, vote: LoadedVote): Promise<DocumentAsk> {
  const text = await voteText(db, vote)
  switch (call.params.kind) {
    case 'notice':
      return { kind: 'notice', vote: text }
    case 'ballots': {
      const { actor } = call.caller
      const isTheirs = may(actor, 'conveneVote') || may(actor, 'enterPapers')
      if (!isTheirs) throw new ProblemError('not_allowed')
      return { kind: 'ballots', vote: text, keys: await paperKeys(db, vote, call.query.building) }
    }
    case 'count': {
      const result = await publishedResult(db, vote)
      return { kind: 'count', vote: text, result, printedAt: call.now }
    }
  }
}

/** 公告 for everybody once it is out; 纸质表决票 for the committee and the scrutineers; 计票表 for everybody once published. */
export async function prepareDocument(call: Call, db: Database): Promise<Download> {
  const { compoundId, params, now } = call
  const vote = await loadVote(db, compoundId, params.voteId, now)
  checkNoticed(vote)
  const ask = await askFor(call, db, vote)
  return {
    name: `${NAMES[params.kind]}-${vote.row.receipt}.docx`,
    type: DOCX,
    make: () => makeFile(ask),
  }
}
