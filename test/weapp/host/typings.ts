import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The names that WeChat's own typings give to `wx`: the host offers no other, so an invented call fails a test. */
export function officialNames(): Set<string> {
  const file = path.resolve('node_modules/miniprogram-api-typings/types/wx/lib.wx.api.d.ts')
  const text = readFileSync(file, 'utf8')
  const start = text.indexOf('interface Wx {')
  const members = text.slice(start).matchAll(/^ {8}(?:readonly )?(\w+)[(<:?]/gm)
  return new Set([...members].map((match) => match[1] ?? ''))
}
