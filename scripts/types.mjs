import { readdir } from 'node:fs/promises'
import { inProject, root } from './lib/project.mjs'
import { runNode } from './lib/run.mjs'

const projects = (await readdir(root)).filter(
  (name) => /^tsconfig.*\.json$/.test(name) && name !== 'tsconfig.base.json',
)

let failed = 0
for (const project of projects.sort()) {
  console.log(`tsc ${project}`)
  const { code } = await runNode([inProject('node_modules/typescript/bin/tsc'), '--noEmit', '-p', project])
  if (code !== 0) failed = code
}
process.exitCode = failed
