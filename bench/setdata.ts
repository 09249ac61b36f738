import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Result, result } from './result'
import { inTempDir } from './temp-dir'

const KB = 1024
const JEST = 'node_modules/jest/bin/jest.js'

/**
 * What crosses from logic to view in the compiled mini-program, against the real server with the demo compound: opening the
 * matters tab until it is at rest, and one tap on 我也遇到. It needs jest's jsdom, so it is a test file of its own.
 */
export async function setData(): Promise<Result[]> {
  return inTempDir(async (folder) => {
    const file = path.join(folder, 'setdata.json')
    await promisify(execFile)(process.execPath, [JEST, '--ci', '--config', 'bench/weapp/jest.config.js'], {
      env: { ...process.env, NODE_ENV: 'test', SETDATA_FILE: file },
    })
    const { open, tap } = JSON.parse(await readFile(file, 'utf8')) as { open: number; tap: number }
    return [
      result('setdata-open-matters-tab', open, 'bytes', 'at most 20 KB', 20 * KB),
      result('setdata-tap-support', tap, 'bytes', 'at most 1 KB', KB),
    ]
  })
}
