import { parentPort, workerData } from 'node:worker_threads'
import type { FileAnswer, FileAsk } from './aside'
import { makeDocument } from './documents/make'
import { makeExport } from './export/make'
import { makeTemplate } from './template'

function make(ask: FileAsk): Promise<Buffer> {
  if (ask.kind === 'export') return makeExport(ask)
  if (ask.kind === 'template') return makeTemplate()
  return makeDocument(ask)
}

const answer = (what: FileAnswer) => parentPort?.postMessage(what)

make(workerData as FileAsk).then(
  (bytes) => answer({ bytes }),
  (error: unknown) =>
    answer({ why: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
)
