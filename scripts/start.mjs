import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { installHooks } from './hooks.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { nextFreePort, portRefusal } from './lib/port.mjs'
import { inProject, root } from './lib/project.mjs'
import { endChildren } from './lib/run.mjs'

const DEFAULT_PORT = '8686'
const READY_LIMIT_MS = 180_000

class Refusal extends Error {}

let stopping = false

/** The server closes itself on these signals; what is ours is the builds, and the second Ctrl-C. */
function onStop(signal) {
  if (stopping) process.exit(130)
  stopping = true
  endChildren()
  const serverListens = process.listenerCount(signal) > 1
  if (!serverListens) process.exit(signal === 'SIGINT' ? 130 : 143)
}

function checkInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Refusal(
      `需要 Node 20.19 或更新,现在是 ${process.version} / Node 20.19 or newer is needed, this is ${process.version}.`,
    )
  }
  if (!existsSync(inProject('node_modules/tsx'))) {
    throw new Refusal('请先执行 npm ci / run npm ci first.')
  }
}

async function choosePort(host) {
  const given = process.env.PORT || DEFAULT_PORT
  const port = Number(given)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT=${given} 不是端口号(1–65535) / is not a port number (1-65535).`)
  }
  const refusal = await portRefusal(port, host)
  if (!refusal) return port
  const free = await nextFreePort(port < 1024 ? Number(DEFAULT_PORT) : port, host)
  const reason =
    refusal === 'EADDRINUSE'
      ? `端口 ${port} 已被别的程序占用 / port ${port} is taken by another program`
      : `不能使用 ${host} 的端口 ${port} / port ${port} of ${host} cannot be used (${refusal})`
  throw new Refusal(`${reason}. 换一个端口 / use another one:  PORT=${free} npm start`)
}

/** What the server reads; set before it is loaded. */
function settle(port, host) {
  const { env } = process
  env.PORT = String(port)
  env.HOST = host
  env.YISHITING_DATA = path.resolve(root, env.YISHITING_DATA || 'var/data')
  env.H5_ROOT = path.resolve(root, env.H5_ROOT || 'dist/h5')
  env.DESK_ROOT = path.resolve(root, env.DESK_ROOT || 'dist/desk')
  env.DEMO ??= env.DATABASE_URL ? '0' : '1'
  // The mini-program has its server's address compiled in.
  if (String(port) !== DEFAULT_PORT) env.API_BASE ??= `http://127.0.0.1:${port}`
}

async function buildOne(type, name, english) {
  const { built, seconds } = await ensureBuilt(type, {
    onBuild: () => console.log(`构建${name} dist/${type} / building ${english} …`),
  })
  console.log(
    built
      ? `${name}已构建 / ${english} built (${seconds} s)`
      : `${name}没有变化,不重建 / ${english} unchanged`,
  )
}

async function buildScreens() {
  await buildOne('h5', '网页版', 'the web version')
  await buildOne('desk', '工作台', 'the desk')
}

async function buildMiniProgram() {
  try {
    const { built, seconds } = await ensureBuilt('weapp', {
      onBuild: () => console.log('后台构建小程序 dist/weapp / building the mini-program in the background …'),
    })
    console.log(
      built
        ? `小程序已构建 / mini-program built: dist/weapp (${seconds} s)`
        : '小程序没有变化 / mini-program unchanged: dist/weapp',
    )
  } catch (error) {
    if (!stopping) console.error(error.message)
  }
}

async function answered(url) {
  const began = Date.now()
  while (Date.now() - began < READY_LIMIT_MS && !stopping) {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    await response?.body?.cancel()
    if (response) return true
    await sleep(50)
  }
  return false
}

function addresses(host, port) {
  if (!['0.0.0.0', '::'].includes(host)) return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`]
  const own = Object.values(os.networkInterfaces())
    .flat()
    .filter((net) => net?.family === 'IPv4')
  return own.map((net) => `http://${net.address}:${port}`)
}

function announce(host, port) {
  const { DATABASE_URL, DEMO, YISHITING_DATA } = process.env
  const data = DATABASE_URL
    ? `DATABASE_URL 所指 / as DATABASE_URL says; 附件 files: ${YISHITING_DATA}`
    : YISHITING_DATA
  console.log(`
议事厅已就绪 / ready
  网页 web:            ${addresses(host, port).join('  ')}
  工作台 desk:         ${addresses(host, port)[0]}/desk/
  小程序 mini-program: 微信开发者工具 → 导入项目 → 选择 ${root} (读取 project.config.json,打开 dist/weapp)
                       WeChat DevTools → import project → choose that folder; 详情里勾选“不校验合法域名”
  数据 data:           ${data}
  演示 demo:           ${['0', 'false'].includes(DEMO) ? '关 off' : '开 on (DEMO=0 关闭 switches it off)'}
  Ctrl-C 停止 / stops everything
`)
}

/** Runs in this very process, so that killing it leaves no server behind. */
async function startServer() {
  await import('tsx')
  await import('../server/main.ts')
}

async function start() {
  process.chdir(root)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => onStop(signal))
  // A closed terminal stops everything as Ctrl-C does.
  process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'))
  checkInstalled()
  // Open to the network: phones preview the mini-program from there.
  const host = process.env.HOST || '0.0.0.0'
  const port = await choosePort(host)
  settle(port, host)
  await mkdir(inProject('var'), { recursive: true })
  void installHooks()
  await buildScreens()
  await startServer()
  const local = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
  if (!(await answered(`http://${local.includes(':') ? `[${local}]` : local}:${port}/`))) return
  announce(host, port)
  await buildMiniProgram()
}

start().catch((error) => {
  if (stopping) return
  const plain =
    error instanceof Refusal || error.name?.startsWith('Postgres') || / build failed /.test(error.message)
  console.error(plain ? error.message : error)
  process.exit(1)
})
