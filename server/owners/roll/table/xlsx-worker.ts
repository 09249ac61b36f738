import { parentPort, workerData } from 'node:worker_threads'
import { UnreadableTableError } from './table'
import { readXlsx } from './xlsx'

/** What the worker answers: the table, or why there is none (`message` only where it is meant for people). */
export type XlsxAnswer = { table: Awaited<ReturnType<typeof readXlsx>> } | { message: string | null }

readXlsx(Buffer.from(workerData as Uint8Array)).then(
  (table) => parentPort?.postMessage({ table } satisfies XlsxAnswer),
  (error: unknown) =>
    parentPort?.postMessage({
      message: error instanceof UnreadableTableError ? error.message : null,
    } satisfies XlsxAnswer),
)
