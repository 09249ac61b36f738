import { access, readFile, rm, writeFile } from 'node:fs/promises'
import { hashOfContents, hashOfListing } from './content-hash.mjs'
import { withLock } from './lock.mjs'
import { inProject, root } from './project.mjs'
import { runNode } from './run.mjs'

/** What each build reads. */
const SCREENS = [
  'src',
  'domain',
  'config',
  'types',
  'babel.config.js',
  'package.json',
  'package-lock.json',
  'project.config.json',
  'tsconfig.base.json',
  'tsconfig.json',
]

const TARO = 'node_modules/@tarojs/cli/bin/taro'
const DESK = ['console', 'domain', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.console.json']

/** How each is built. One that lacks its entry has failed, whatever the exit code says. */
const BUILDS = {
  h5: { inputs: SCREENS, entry: 'index.html', words: [TARO, 'build', '--type', 'h5'] },
  weapp: { inputs: SCREENS, entry: 'app.json', words: [TARO, 'build', '--type', 'weapp'] },
  desk: {
    inputs: DESK,
    entry: 'index.html',
    words: ['console/node_modules/vite/bin/vite.js', 'build', '--config', 'console/vite.config.ts'],
  },
}

const stateFile = (type) => inProject('var', `build-${type}.json`)

async function wantedState(type, env) {
  const settings = JSON.stringify([process.version.split('.')[0], env.API_BASE ?? process.env.API_BASE ?? ''])
  return `${type} ${settings} ${await hashOfContents(root, BUILDS[type].inputs)}`
}

async function isCurrent(type, wanted) {
  try {
    const state = JSON.parse(await readFile(stateFile(type), 'utf8'))
    return state.inputs === wanted && state.output === (await hashOfListing(inProject('dist', type)))
  } catch {
    return false
  }
}

async function build(type, env) {
  await rm(stateFile(type), { force: true })
  await rm(inProject('dist', type), { recursive: true, force: true })
  const [script, ...words] = BUILDS[type].words
  const { code, output } = await runNode([inProject(script), ...words], {
    quiet: true,
    env: { NODE_ENV: 'production', ...env },
  })
  const whole = await access(inProject('dist', type, BUILDS[type].entry)).then(
    () => true,
    () => false,
  )
  if (code === 0 && whole) return
  const tail = output.trimEnd().split('\n').slice(-60).join('\n')
  throw new Error(`${type} 构建失败 / the ${type} build failed (exit code ${code}):\n${tail}`)
}

/**
 * Builds dist/h5, dist/weapp or dist/desk unless what they are made from is unchanged.
 * @param {'h5' | 'weapp' | 'desk'} type
 * @param {{ env?: Record<string, string>, onBuild?: () => void }} [options] onBuild: told before a build begins
 * @returns {Promise<{ built: boolean, seconds: number }>}
 */
export function ensureBuilt(type, { env = {}, onBuild } = {}) {
  return withLock(inProject('var', `build-${type}.lock`), async () => {
    const began = Date.now()
    const inputs = await wantedState(type, env)
    if (await isCurrent(type, inputs)) return { built: false, seconds: 0 }
    onBuild?.()
    await build(type, env)
    const output = await hashOfListing(inProject('dist', type))
    await writeFile(stateFile(type), `${JSON.stringify({ inputs, output })}\n`)
    return { built: true, seconds: Math.round((Date.now() - began) / 1000) }
  })
}
