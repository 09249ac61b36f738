import type { VoteDocument, VoteView } from '@yishiting/domain/contract/owners'
import type { FileOperation } from '@/api/files'
import { isOver } from '../vote-words'

export interface VoteFile {
  id: VoteDocument | 'export'
  label: string
  /** What it is for, in a few words. */
  value: string
  operation: Exclude<FileOperation, 'owners.template'>
  /** Its ending. */
  as: 'docx' | 'zip'
}

const word = (id: VoteDocument, label: string, value: string): VoteFile => ({
  id,
  label,
  value,
  operation: 'owners.document',
  as: 'docx',
})
const NOTICE = word('notice', '公告', 'Word，贴在楼道里')
const BALLOTS = word('ballots', '纸质表决票', 'Word，每户一张')
const COUNT = word('count', '计票表', 'Word，和结果一起张贴')
const EXPORT: VoteFile = {
  id: 'export',
  label: '全部数据',
  value: 'ZIP，谁都能自己重算',
  operation: 'owners.export',
  as: 'zip',
}

/** The papers of a vote that exist at its present state. */
export function filesOf({ state }: Pick<VoteView, 'state'>): VoteFile[] {
  if (state === 'draft' || state === 'cancelled') return []
  const isPublished = state === 'published' || state === 'certified'
  return [NOTICE, BALLOTS, ...(isPublished ? [COUNT] : []), ...(isOver({ state }) ? [EXPORT] : [])]
}
