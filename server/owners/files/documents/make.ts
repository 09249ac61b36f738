import { Packer } from 'docx'
import { ballotPapers } from './ballot-papers'
import { countSheet } from './count-sheet'
import type { DocumentAsk } from './model'
import { noticeDocument } from './notice'

function documentOf(ask: DocumentAsk) {
  if (ask.kind === 'notice') return noticeDocument(ask.vote)
  if (ask.kind === 'ballots') return ballotPapers(ask.vote, ask.keys)
  return countSheet(ask.vote, ask.result, ask.printedAt)
}

/** The bytes of a DOCX. */
export const makeDocument = async (ask: DocumentAsk): Promise<Buffer> =>
  Packer.toBuffer(await documentOf(ask))
