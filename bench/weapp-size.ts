import { readFileSync } from 'node:fs'
import path from 'node:path'
import { emptyApp } from './empty-taro-app'
import { bytesOf } from './package-bytes'
import { type Result, result } from './result'

const DIST = 'dist/weapp'
const LIMIT = 900 * 1024

interface AppJson {
  subPackages: { root: string }[]
}

/** The main package: what everybody downloads before the first page shows. */
export async function weappSize(): Promise<Result[]> {
  const app = JSON.parse(readFileSync(path.join(DIST, 'app.json'), 'utf8')) as AppJson
  const main = bytesOf(
    DIST,
    app.subPackages.map(({ root }) => path.join(DIST, root)),
  )
  const empty = await emptyApp(process.argv.includes('--rebuild-empty'))
  const limit = `an empty Taro ${empty.version} app, measured ${empty.measured}: the ratio is told, no limit is set`
  return [
    result('weapp-main-package-bytes', main, 'bytes', 'main package at most 900 KB', LIMIT),
    result('weapp-main-package-vs-empty', main, 'bytes', limit, empty.bytes),
  ]
}
