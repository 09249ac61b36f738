import { createHash } from 'node:crypto'
import { opinionMap } from '@yishiting/domain/deliberate/opinion/opinion'
import { opinionMatrix } from './opinion-matrix'

/** What one run found: time in ms, how many were put into groups, and a digest of everything. */
export interface OpinionRun {
  ms: number
  votes: number
  groups: number
  grouped: number
  digest: string
}

const votes = opinionMatrix()
const began = performance.now()
const map = opinionMap(votes)
const ms = performance.now() - began
const run: OpinionRun = {
  ms,
  votes: votes.length,
  groups: map.groups.length,
  grouped: map.groups.reduce((total, { size }) => total + size, 0),
  digest: createHash('sha256').update(JSON.stringify(map)).digest('hex'),
}
console.log(JSON.stringify(run))
