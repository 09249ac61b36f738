import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

// Read by DevTools, never uploaded.
const NOT_UPLOADED = 'project.config.json'

/** Raw bytes of all files below a folder, as WeChat counts them; `except`: folders that are not looked into. */
export function bytesOf(folder: string, except: readonly string[] = []): number {
  let sum = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!except.includes(file)) sum += bytesOf(file, except)
    } else if (entry.name !== NOT_UPLOADED) sum += statSync(file).size
  }
  return sum
}
