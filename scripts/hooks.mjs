import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import { inProject, isMain, root } from './lib/project.mjs'
import { run } from './lib/run.mjs'

const quietly = (command, args) => run(command, args, { quiet: true, limitMs: 20_000 })

async function wanted() {
  if (process.env.CI) return false
  const lefthook = inProject('node_modules/.bin/lefthook')
  const [installed, checkout] = await Promise.all(
    [lefthook, inProject('.git')].map((file) =>
      access(file).then(
        () => true,
        () => false,
      ),
    ),
  )
  if (!installed || !checkout) return false
  const elsewhere = await quietly('git', ['config', 'core.hooksPath'])
  if (elsewhere.code !== 1) return false
  const hook = await quietly('git', ['rev-parse', '--git-path', 'hooks/pre-commit'])
  const text = await readFile(path.resolve(root, hook.output.trim()), 'utf8').catch(() => '')
  return hook.code === 0 && !text.includes('lefthook')
}

/** Installs the git hooks of lefthook.yml in a developer's checkout; anything in the way is left as it is. */
export async function installHooks() {
  try {
    if (await wanted()) await quietly(inProject('node_modules/.bin/lefthook'), ['install'])
  } catch {
    // Hooks are a convenience: CI checks the same things.
  }
}

if (isMain(import.meta.url)) await installHooks()
