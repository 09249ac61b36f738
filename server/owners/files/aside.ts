import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { Gate } from '../../platform/gate'
import { ProblemError } from '../../platform/http/problems'
import type { DocumentAsk } from './documents/model'
import type { ExportAsk } from './export/model'
import type { TemplateAsk } from './template'

/** What a thread beside the event loop is asked for; what it answers is the bytes of the file. */
export type FileAsk = DocumentAsk | ExportAsk | TemplateAsk
export type FileAnswer = { bytes: Uint8Array } | { why: string }

const WITHIN = 60_000
const HEAP_MB = 1_024
// A core for files, the other for the people; who waits longer than this comes again.
const making = new Gate(1, 20_000)

/**
 * Makes a file on a thread of its own: a thousand ballot papers take seconds, and no voter may wait for them.
 * @throws busy when too many files are being made
 */
export function makeFile(ask: FileAsk): Promise<Buffer> {
  return making.pass(
    () =>
      new Promise((resolve, reject) => {
        const worker = new Worker(path.join(__dirname, 'file-worker.cjs'), {
          workerData: ask,
          execArgv: [],
          resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
        })
        const end = (settle: () => void) => {
          clearTimeout(timer)
          void worker.terminate()
          settle()
        }
        const timer = setTimeout(() => end(() => reject(new ProblemError('busy'))), WITHIN)
        worker.once('message', (answer: FileAnswer) =>
          end(() => ('bytes' in answer ? resolve(Buffer.from(answer.bytes)) : reject(new Error(answer.why)))),
        )
        worker.once('error', (error) => end(() => reject(error)))
        worker.once('exit', (code) => end(() => reject(new Error(`the file thread ended with ${code}`))))
      }),
  )
}
