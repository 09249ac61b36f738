import { findChromium } from './chromium.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { inProject } from './lib/project.mjs'
import { runNode } from './lib/run.mjs'

// For eyes, not for tests: every screen at 375 px in both modes, and the pictures of README.
const CHROMIUM_PATH = await findChromium(console.log)
if (!process.env.H5_ROOT) await ensureBuilt('h5', { onBuild: () => console.log('taro build --type h5 …') })
const { code } = await runNode(
  ['--import', 'tsx', inProject('test/e2e/screens/main.ts'), ...process.argv.slice(2)],
  {
    env: { CHROMIUM_PATH },
  },
)
process.exitCode = code
