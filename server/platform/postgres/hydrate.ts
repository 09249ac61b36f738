import { readFile, symlink } from 'node:fs/promises'
import path from 'node:path'
import { exists } from './reach'

interface Link {
  source: string
  target: string
}

const isLink = (entry: unknown): entry is Link =>
  typeof entry === 'object' && entry !== null && 'source' in entry && 'target' in entry

/** The links the package could not carry (npm packs no symlinks); paths are relative to the package. */
async function listedLinks(nativeDir: string): Promise<Link[]> {
  const text = await readFile(path.join(nativeDir, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const entries: unknown = JSON.parse(text)
  return Array.isArray(entries) ? entries.filter(isLink) : []
}

const placed = (nativeDir: string, listed: string): string =>
  path.join(nativeDir, path.relative('native', listed))

/**
 * Creates the missing library links in `nativeDir`, which install scripts would have made (they are off here).
 * Rejects with the file system's error when the directory cannot be written.
 */
export async function hydrateLinks(nativeDir: string): Promise<void> {
  for (const link of await listedLinks(nativeDir)) {
    const at = placed(nativeDir, link.target)
    if (await exists(at)) continue
    const to = path.relative(path.dirname(at), placed(nativeDir, link.source))
    await symlink(to, at).catch((error: NodeJS.ErrnoException) => {
      // Another process starting at the same moment made it.
      if (error.code !== 'EEXIST') throw error
    })
  }
}
