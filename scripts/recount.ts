import { countVote } from '@yishiting/domain/owners/result'
import { UnreadableExportError } from '../server/owners/files/export/cells'
import { countInputOf } from '../server/owners/files/export/count-input'
import { openExport } from '../server/owners/files/export/open'
import { readExport } from '../server/owners/files/export/read'
import { digestOf } from '../server/platform/journal/digest'

/** What a recount prints. `matches`: the digest is the published one and every file is as the manifest says. */
interface Recount {
  receipt: string
  matches: boolean
  digest: string
  publishedDigest: string
  changedFiles: string[]
  result: unknown
}

async function recount(place: string): Promise<Recount> {
  const { head, tables, changedFiles } = readExport(await openExport(place))
  const { document } = countVote(countInputOf(head, tables))
  const digest = digestOf(document).toString('hex')
  return {
    receipt: head.receipt,
    matches: digest === head.resultDigest && changedFiles.length === 0,
    digest,
    publishedDigest: head.resultDigest,
    changedFiles,
    result: document,
  }
}

/**
 * `npm run --silent recount -- <export folder or .zip>`: counts a finished vote anew from its exported files alone. Exit code 0
 * when the result is the published one, 1 when it is not or a file was changed, 2 when the export cannot be read.
 */
async function main(): Promise<void> {
  const place = process.argv[2]
  if (!place) throw new UnreadableExportError('usage: npm run --silent recount -- <export folder or .zip>')
  const found = await recount(place)
  console.log(JSON.stringify(found, null, 2))
  if (!found.matches) {
    console.error('与公布的不一样 / this is not what was published')
    process.exitCode = 1
  }
}

main().catch((error: unknown) => {
  const isKnown = error instanceof UnreadableExportError
  console.error(`读不懂这份导出 / cannot read this export:\n${isKnown ? error.message : String(error)}`)
  process.exitCode = 2
})
