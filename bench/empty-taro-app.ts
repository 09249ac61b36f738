import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { bytesOf } from './package-bytes'
import { say } from './result'
import { inTempDir } from './temp-dir'

export interface EmptyApp {
  bytes: number
  /** Of Taro. */
  version: string
  /** The day, e.g. 2026-11-23. */
  measured: string
  how: string
}

const FIGURE = path.join(__dirname, 'empty-taro-app.json')

const OUR_CONFIG = [
  'config',
  'babel.config.js',
  'package.json',
  'project.config.json',
  'tsconfig.json',
  'tsconfig.base.json',
]

const SOURCES = {
  'app.config.ts': "export default defineAppConfig({ pages: ['pages/index/index'] })\n",
  'app.ts': 'export default ({ children }: { children?: unknown }) => children\n',
  'index.html': '<!doctype html><title>empty</title><div id="app"></div>\n',
  'pages/index/index.config.ts': 'export default definePageConfig({})\n',
  'pages/index/index.tsx':
    "import { Text } from '@tarojs/components'\nexport default () => <Text>empty</Text>\n",
}

/** Builds it as the real one is built: one page with a word on it. */
async function measure(): Promise<number> {
  return inTempDir(async (folder) => {
    for (const name of OUR_CONFIG) await cp(name, path.join(folder, name), { recursive: true })
    for (const [name, text] of Object.entries(SOURCES)) {
      const file = path.join(folder, 'src', name)
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, text)
    }
    await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'))
    const taro = path.join(folder, 'node_modules/@tarojs/cli/bin/taro')
    await promisify(execFile)(process.execPath, [taro, 'build', '--type', 'weapp'], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production' },
    })
    return bytesOf(path.join(folder, 'dist/weapp'))
  })
}

async function versionOfTaro(): Promise<string> {
  const text = await readFile('node_modules/@tarojs/taro/package.json', 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** An empty Taro app's size, as noted beside this file; built and noted anew when asked for, or when Taro's version is another. */
export async function emptyApp(isAnew: boolean): Promise<EmptyApp> {
  const version = await versionOfTaro()
  const known = JSON.parse(await readFile(FIGURE, 'utf8').catch(() => 'null')) as EmptyApp | null
  if (known?.version === version && !isAnew) return known
  say('building an empty Taro app …')
  const app = {
    bytes: await measure(),
    version,
    measured: new Date().toISOString().slice(0, 10),
    how: 'npm run bench -- weapp-main-package-vs-empty --rebuild-empty',
  }
  await writeFile(FIGURE, `${JSON.stringify(app, null, 2)}\n`)
  return app
}
