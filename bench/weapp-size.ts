import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Result, result } from './result'

const DIST = 'dist/weapp'
const KB = 1024
const LIMIT = 900 * KB

/** An empty Taro 4.2.1 app of one page with this project's config, production build, measured 2026-11-23. */
const EMPTY_APP_BYTES = 320_024

// Read by DevTools, never uploaded.
const NOT_UPLOADED = new Set(['project.config.json'])

function bytesOf(folder: string, except: ReadonlySet<string>): number {
  let sum = 0
  for (const name of readdirSync(folder)) {
    if (except.has(name)) continue
    const file = path.join(folder, name)
    sum += statSync(file).isDirectory() ? bytesOf(file, new Set()) : statSync(file).size
  }
  return sum
}

interface AppJson {
  subPackages: { root: string }[]
}

/** Raw bytes of the main package, as WeChat counts them. */
export async function weappSize(): Promise<Result[]> {
  const app = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8')) as AppJson
  const roots = app.subPackages.map(({ root }) => root.split('/')[0] ?? root)
  const main = bytesOf(DIST, new Set([...NOT_UPLOADED, ...roots]))
  return [
    result('weapp-main-package', main, 'bytes', 'main package at most 900 KB', LIMIT),
    result(
      'weapp-main-package-vs-empty',
      main,
      'bytes',
      'an empty Taro app (320,024 bytes)',
      EMPTY_APP_BYTES,
    ),
  ]
}
