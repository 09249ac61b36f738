import { findChromium } from './chromium.mjs'
import { ensureBuilt } from './lib/build.mjs'
import { inProject } from './lib/project.mjs'
import { endChildren, run, runNode } from './lib/run.mjs'

/** A step that hangs must not hold a CI machine for ever. */
const LIMIT_MS = 40 * 60_000

/** Tests that need the machine for themselves: crowds, and processes that are killed. */
const ALONE = 'test/server/(pressure|kill|owners/kill|deliberate/crowd)'

const env = {}

async function script(name) {
  return passed(await run('npm', ['run', '--silent', name], { limitMs: LIMIT_MS }))
}

async function jest(projects, ...flags) {
  const args = [inProject('node_modules/jest/bin/jest.js'), '--ci', ...flags, '--selectProjects', ...projects]
  return passed(await runNode(args, { limitMs: LIMIT_MS, env: { NODE_ENV: 'test', ...env } }))
}

function passed({ code, timedOut }) {
  if (!timedOut) return code
  console.error(`超过 ${LIMIT_MS / 60_000} 分钟,已中止 / ended after ${LIMIT_MS / 60_000} minutes`)
  return 124
}

async function screens() {
  for (const type of ['h5', 'weapp', 'desk']) {
    const { built, seconds } = await ensureBuilt(type, {
      onBuild: () => console.log(`dist/${type} …`),
    })
    console.log(built ? `dist/${type}: ${seconds} s` : `dist/${type}: 没有变化 / unchanged`)
  }
  return 0
}

async function browser() {
  env.CHROMIUM_PATH = await findChromium(console.log)
  console.log(env.CHROMIUM_PATH)
  return 0
}

async function journeys() {
  if (!env.CHROMIUM_PATH) await browser()
  return jest(['e2e'], '--runInBand')
}

const steps = [
  ['types', '类型', () => script('types')],
  ['lint', '格式与静态检查', () => script('lint')],
  ['boundaries', '谁可以引用谁', () => script('boundaries')],
  ['builds', '构建网页版、小程序和工作台', screens],
  ['chromium', '寻找浏览器', browser],
  [
    'tests',
    '规则、服务端、页面、编译后的小程序',
    () => jest(['domain', 'server', 'client', 'weapp'], '--testPathIgnorePatterns', ALONE),
  ],
  ['pressure', '很多人同时来、断电', () => jest(['server'], '--runInBand', '--testPathPatterns', ALONE)],
  ['journeys', '浏览器里走一遍', journeys],
]

let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    interrupted = true
    endChildren(signal)
  })
}

const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`

async function attempt(work) {
  try {
    return await work()
  } catch (error) {
    console.error(error.message)
    return 1
  }
}

/** `npm test -- types lint` runs only these steps. */
function chosen(names) {
  const unknown = names.filter((name) => !steps.some(([step]) => step === name))
  if (unknown.length > 0) {
    console.error(
      `没有这一步 / no such step: ${unknown.join(', ')} (${steps.map(([step]) => step).join(', ')})`,
    )
    process.exit(2)
  }
  return names.length > 0 ? steps.filter(([step]) => names.includes(step)) : steps
}

async function test() {
  const began = Date.now()
  const rows = []
  let code = 0
  const todo = chosen(process.argv.slice(2))
  for (const [index, [name, title, work]] of todo.entries()) {
    console.log(`\n━━ ${index + 1}/${todo.length} ${name} · ${title} ━━`)
    const stepBegan = Date.now()
    code = interrupted ? 130 : await attempt(work)
    if (interrupted) code = 130
    rows.push(`${code === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${seconds(stepBegan).padStart(8)}`)
    if (code !== 0) break
  }
  const left = todo.slice(rows.length).map(([name]) => `· ${name.padEnd(12)}  没有跑 / not run`)
  console.log(`\n━━ ${code === 0 ? '全部通过 / all passed' : '没有通过 / failed'} · ${seconds(began)} ━━`)
  console.log([...rows, ...left].join('\n'))
  process.exit(code)
}

await test()
