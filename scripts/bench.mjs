import { ensureBuilt } from './lib/build.mjs'
import { runNode } from './lib/run.mjs'

// The compiled mini-program is measured as it ships: built first when its sources changed.
await ensureBuilt('weapp', { onBuild: () => console.error('taro build --type weapp …') })
const { code } = await runNode(['--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)])
process.exit(code ?? 1)
