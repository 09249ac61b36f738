import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Result, result } from './result'
import { inTempDir } from './server'

const KB = 1024

/** What crosses from logic to view in the compiled mini-program: opening the matters tab, and one tap on 我也遇到. */
export async function setData(): Promise<Result[]> {
  return inTempDir(async (folder) => {
    const file = path.join(folder, 'setdata.json')
    const run = spawnSync('npx', ['jest', '--config', 'bench/weapp/jest.config.js'], {
      stdio: ['ignore', 'inherit', 'inherit'].map((each, index) => (index === 1 ? 2 : each)) as [
        'ignore',
        number,
        'inherit',
      ],
      env: { ...process.env, SETDATA_FILE: file },
    })
    if (run.status !== 0) throw new Error('the compiled mini-program could not be measured')
    const { open, tap } = JSON.parse(readFileSync(file, 'utf8')) as { open: number; tap: number }
    return [
      result('setdata-open-matters-tab', open, 'bytes', 'at most 20 KB', 20 * KB),
      result('setdata-tap-support', tap, 'bytes', 'at most 1 KB', KB),
    ]
  })
}
