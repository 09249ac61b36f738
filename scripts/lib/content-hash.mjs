import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

async function filesBelow(file) {
  const found = await stat(file).catch(() => undefined)
  if (!found) return []
  if (!found.isDirectory()) return [file]
  const names = (await readdir(file)).filter((name) => name !== 'node_modules').sort()
  return (await Promise.all(names.map((name) => filesBelow(path.join(file, name))))).flat()
}

/** Hash of the names and contents of these files and directories (missing ones count as absent). */
export async function hashOfContents(base, paths) {
  const hash = createHash('sha256')
  for (const given of paths) {
    for (const file of await filesBelow(path.join(base, given))) {
      hash.update(`${path.relative(base, file)}\0`)
      hash.update(
        createHash('sha256')
          .update(await readFile(file))
          .digest(),
      )
    }
  }
  return hash.digest('hex')
}

/** Hash of the names and sizes below a directory: tells cheaply that an output is whole. */
export async function hashOfListing(dir) {
  const hash = createHash('sha256')
  for (const file of await filesBelow(dir)) {
    hash.update(`${path.relative(dir, file)}\0${(await stat(file)).size}\0`)
  }
  return hash.digest('hex')
}
