import { access, constants } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { inProject, isMain } from './lib/project.mjs'
import { run, runNode } from './lib/run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const MAC_APPS = ['Google Chrome.app/Contents/MacOS/Google Chrome', 'Chromium.app/Contents/MacOS/Chromium']

const ADVICE =
  '找不到可用的 Chromium。请任选其一:安装 Chromium 或 Google Chrome;设 CHROMIUM_PATH=浏览器程序的完整路径;' +
  '联网执行 npx playwright-core install --with-deps chromium。 / No working Chromium was found. Do one of these: ' +
  'install Chromium or Google Chrome; set CHROMIUM_PATH to the full path of a browser; or, with a network, run ' +
  '`npx playwright-core install --with-deps chromium`.'

const quietly = (command, args, limitMs = 30_000) => run(command, args, { quiet: true, limitMs })

async function isProgram(file) {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  )
}

/** Whether it starts at all: Ubuntu's package is a stub, and a download may lack its libraries. */
async function works(file) {
  if (!(await isProgram(file))) return false
  const { code, output } = await quietly(file, ['--version'])
  return code === 0 && /Chrom/i.test(output)
}

async function firstWorking(files) {
  for (const file of files) if (await works(file)) return file
  return undefined
}

function usualPlaces() {
  const dirs = [
    ...(process.env.PATH ?? '').split(path.delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ]
  const onPath = NAMES.flatMap((name) => dirs.filter(Boolean).map((dir) => path.join(dir, name)))
  const apps = ['/Applications', path.join(os.homedir(), 'Applications')]
  const onMac =
    process.platform === 'darwin' ? apps.flatMap((dir) => MAC_APPS.map((app) => path.join(dir, app))) : []
  return [...new Set([...onPath, ...onMac])]
}

async function downloaded() {
  const { chromium } = await import('playwright-core')
  return firstWorking([chromium.executablePath()])
}

/** Debian's own package, with a font that has Chinese. */
async function fromDebian(log) {
  if (process.getuid?.() !== 0 || !(await isProgram('/usr/bin/apt-get'))) return undefined
  log('用 apt-get 安装 Chromium 和中文字体 / installing Chromium and a Chinese font with apt-get')
  const install = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']
  const options = { quiet: true, limitMs: 600_000, env: { DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update'], options)
  await run('apt-get', install, options)
  return firstWorking(usualPlaces())
}

async function fromPlaywright(log) {
  log("下载 Playwright 的 Chromium / downloading Playwright's Chromium")
  const asRoot = process.getuid?.() === 0 && (await isProgram('/usr/bin/apt-get'))
  const args = ['install', ...(asRoot ? ['--with-deps'] : []), 'chromium']
  await runNode([inProject('node_modules/playwright-core/cli.js'), ...args], {
    quiet: true,
    limitMs: 600_000,
  })
  return downloaded()
}

/**
 * Path of a Chromium or Chrome that starts: CHROMIUM_PATH, an installed one, one downloaded before, Debian's package
 * (as root), else Playwright's download. Rejects with a sentence saying what to do when none can be had.
 * @param {(line: string) => void} [log]
 * @returns {Promise<string>}
 */
export async function findChromium(log = () => {}) {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (await works(given)) return given
    throw new Error(`CHROMIUM_PATH=${given} 不是能运行的 Chromium / is not a Chromium that starts. ${ADVICE}`)
  }
  const found =
    (await firstWorking(usualPlaces())) ??
    (await downloaded()) ??
    (await fromDebian(log)) ??
    (await fromPlaywright(log))
  if (found) return found
  throw new Error(ADVICE)
}

if (isMain(import.meta.url)) {
  await findChromium(console.error).then(console.log, (error) => {
    console.error(error.message)
    process.exitCode = 1
  })
}
