import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import JSZip from 'jszip'
import { UnreadableExportError } from './cells'
import { MANIFEST } from './format'
import type { ExportFiles } from './read'

async function ofFolder(folder: string): Promise<[string, Buffer][]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  return Promise.all(
    names.map(async (name): Promise<[string, Buffer]> => [name, await readFile(path.join(folder, name))]),
  )
}

async function ofZip(bytes: Buffer): Promise<[string, Buffer][]> {
  const zip = await JSZip.loadAsync(bytes).catch(() => {
    throw new UnreadableExportError('this is neither a folder nor a ZIP')
  })
  const entries = Object.values(zip.files).filter(({ dir }) => !dir)
  return Promise.all(
    entries.map(
      async ({ name }): Promise<[string, Buffer]> => [
        name,
        await (zip.file(name) as JSZip.JSZipObject).async('nodebuffer'),
      ],
    ),
  )
}

/** What the system itself leaves in a folder that somebody has looked at. */
const isLitter = (name: string): boolean =>
  name.startsWith('__MACOSX/') || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name)

/**
 * The files of an export, out of its folder or its ZIP (where they lie in one folder).
 * @throws UnreadableExportError when there is no manifest
 */
export async function openExport(place: string): Promise<ExportFiles> {
  const found = await stat(place).catch(() => null)
  if (!found) throw new UnreadableExportError(`there is no ${place}`)
  const all = found.isDirectory() ? await ofFolder(place) : await ofZip(await readFile(place))
  const files = all.filter(([name]) => !isLitter(name))
  const manifest = files.map(([name]) => name).find((name) => path.posix.basename(name) === MANIFEST)
  if (manifest === undefined) throw new UnreadableExportError(`there is no ${MANIFEST} in it`)
  const root = manifest.slice(0, -MANIFEST.length)
  return new Map(
    files.map(([name, bytes]) => [name.startsWith(root) ? name.slice(root.length) : name, bytes]),
  )
}
