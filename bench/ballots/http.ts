import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { newId } from '../../server/platform/ids'
import type { PhonesJob, PhonesReport } from './phones'
import type { Voters } from './voters'

/** The ballot of voter `number` as his phone sends it. */
function requestFor(voters: Voters, voteId: string, number: number, host: string): Uint8Array {
  const body = JSON.stringify({ keyNo: number, marks: { [voters.itemId]: 'agree' } })
  return Buffer.from(
    `POST /api/compounds/${voters.compoundId}/votes/${voteId}/ballots HTTP/1.1\r\n` +
      `host: ${host}\r\nauthorization: Bearer ${voters.tokens[number - 1]}\r\nidempotency-key: ${newId()}\r\n` +
      `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  )
}

/** The first `count` voters of a vote cast over so many connections. @throws when one of them is refused */
export async function castOverHttp(
  url: string,
  voters: Voters,
  { voteId, count, clients }: { voteId: string; count: number; clients: number },
): Promise<PhonesReport> {
  const { hostname: host, port, host: authority } = new URL(url)
  const requests = Array.from({ length: count }, (_, index) =>
    requestFor(voters, voteId, index + 1, authority),
  )
  const workerData: PhonesJob = { host, port: Number(port), clients, requests }
  const worker = new Worker(path.join(__dirname, 'phones.cjs'), { workerData })
  const report = await new Promise<PhonesReport>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
  await worker.terminate()
  if (report.refused > 0)
    throw new Error(`${report.refused} of ${count} were refused: ${report.firstRefusal}`)
  return report
}

/** e.g. 0.99 */
export function quantile(values: Float64Array, part: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}
