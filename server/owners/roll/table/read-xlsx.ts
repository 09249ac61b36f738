import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Table, UnreadableTableError } from './table'
import type { XlsxAnswer } from './xlsx-worker'

const WITHIN = 8_000
const HEAP_MB = 1_024
const UNREADABLE = '打不开这个文件。请用表格软件另存为 .xlsx 或 .csv 再传。'

/**
 * Reads a workbook beside the event loop, on a thread with a memory and a time of its own: what a file unfolds into is not
 * known before, and nobody else may wait for it.
 * @throws UnreadableTableError
 */
export function readXlsxAside(bytes: Buffer): Promise<Table> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(__dirname, 'xlsx-worker.cjs'), {
      workerData: bytes,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      void worker.terminate()
      settle()
    }
    const fail = (message: string) => end(() => reject(new UnreadableTableError(message)))
    const timer = setTimeout(() => fail('这个文件太复杂，读不完。请只留名册这一张表。'), WITHIN)
    worker.once('message', (answer: XlsxAnswer) =>
      'table' in answer ? end(() => resolve(answer.table)) : fail(answer.message ?? UNREADABLE),
    )
    worker.once('error', () => fail(UNREADABLE))
    worker.once('exit', () => fail(UNREADABLE))
  })
}
