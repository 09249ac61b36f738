import { readFileSync } from 'node:fs'

/** Conventional commits: a kind, perhaps a place, and what was done. */
const CONVENTIONAL =
  /^(feat|fix|docs|test|refactor|perf|build|ci|chore|style|revert)(\([a-z0-9-]+\))?!?: .+|^Merge /

const [first = ''] = readFileSync(process.argv[2], 'utf8').split('\n')
if (!CONVENTIONAL.test(first)) {
  console.error(`Conventional commits, please: "feat(sort): merge keeps supporters". Not: "${first}"`)
  process.exit(1)
}
