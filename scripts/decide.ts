import { text } from 'node:stream/consumers'
import { decide } from '@yishiting/domain/owners/decide'
import { parseTotals } from '@yishiting/domain/owners/parse-totals'
import { printOutcome } from '@yishiting/domain/owners/print-outcome'

function refuse(message: string, field: string | null): void {
  console.log(JSON.stringify({ error: { code: 'figures_wrong', field, message } }, null, 2))
  console.error(`读不懂这些数字 / cannot read these figures: ${message}`)
  process.exitCode = 2
}

/** `npm run --silent decide < totals.json`: was the decision made? docs/decide-format.md. Exit code 2 for bad input. */
async function main(): Promise<void> {
  let value: unknown
  try {
    value = JSON.parse((await text(process.stdin)).replace(/^\uFEFF/, ''))
  } catch (error) {
    return refuse(`不是 JSON / not JSON (${(error as Error).message})`, null)
  }
  const totals = parseTotals(value)
  if (!totals.ok) return refuse(totals.refusal.message, String(totals.refusal.details?.field ?? ''))
  console.log(JSON.stringify(printOutcome(decide(totals.value)), null, 2))
}

void main()
