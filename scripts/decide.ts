import { text } from 'node:stream/consumers'
import { decide } from '@yishiting/domain/owners/decide'
import { parseWithNumbersAsWritten } from '@yishiting/domain/owners/json-numbers'
import { parseTotals } from '@yishiting/domain/owners/parse-totals'
import { printOutcome } from '@yishiting/domain/owners/print-outcome'

function refuse(message: string, english: string, field: string): void {
  console.log(JSON.stringify({ error: { code: 'figures_wrong', field, message, english } }, null, 2))
  console.error(`读不懂这些数字：${message}\nCannot read these figures: ${english}.`)
  process.exitCode = 2
}

/** `npm run --silent decide < totals.json`: was the decision made? docs/decide-format.md. Exit code 2 for bad input. */
async function main(): Promise<void> {
  let value: unknown
  try {
    value = parseWithNumbersAsWritten((await text(process.stdin)).replace(/^\uFEFF/, ''))
  } catch (error) {
    return refuse('不是 JSON。', `not JSON (${(error as Error).message})`, '')
  }
  const totals = parseTotals(value)
  if (!totals.ok) {
    const { message, details } = totals.refusal
    return refuse(message, String(details?.english), String(details?.field))
  }
  console.log(JSON.stringify(printOutcome(decide(totals.value)), null, 2))
}

void main()
