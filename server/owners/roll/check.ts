import { setImmediate as turn } from 'node:timers/promises'
import type { ImportCheck } from '@yishiting/domain/contract/owners'
import type { RollMapping } from '@yishiting/domain/owners/roll-headings'
import { type CheckedRoll, RollCheck } from '@yishiting/domain/owners/roll-lines'
import { ProblemError } from '../../platform/http/problems'
import type { UploadedRoll } from './imports'

const PIECE = 1_000
const SHOWN_MAX = 500

/** Checks every line under the headings, a thousand at a time, others being served in between. */
export async function checkUploaded(roll: UploadedRoll, mapping: RollMapping): Promise<CheckedRoll> {
  if (mapping.code === undefined) throw new ProblemError('bad_input', { detail: '请选哪一列是房号。' })
  if (mapping.owners === undefined) throw new ProblemError('bad_input', { detail: '请选哪一列是业主姓名。' })
  const check = new RollCheck(mapping, roll.merged)
  for (let at = roll.headerAt + 1; at < roll.rows.length; at += 1) {
    check.add(roll.rows[at] ?? [], at + 1)
    if (at % PIECE === 0) await turn()
  }
  return check.finish()
}

/** What the committee is shown of it: the first 500 of each kind. */
export function viewCheck({ lines, units, bad, warnings, summary }: CheckedRoll): ImportCheck {
  return {
    lines,
    good: units.length,
    bad: bad.slice(0, SHOWN_MAX),
    badCount: bad.length,
    warnings: warnings.slice(0, SHOWN_MAX),
    summary,
  }
}
