import { ensureBuilt } from './lib/build.mjs'
import { endChildren, runNode } from './lib/run.mjs'

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => endChildren(signal))

// The screens are measured as they ship: built first when their sources changed.
for (const type of ['h5', 'weapp'])
  await ensureBuilt(type, { onBuild: () => console.error(`taro build --type ${type} …`) })
const { code } = await runNode(['--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)])
process.exitCode = code
