import { createHash } from 'node:crypto'
import { voteRules } from '@yishiting/domain/contract/owners'
import { parseArea } from '@yishiting/domain/owners/area'
import { DECISION_KINDS, type DecisionKind } from '@yishiting/domain/owners/rule-set'
import { z } from 'zod'
import { UnreadableExportError } from './cells'
import { readCsv } from './csv'
import { FORMAT, FORMAT_VERSION, MANIFEST } from './format'
import type { ExportHead, ExportTables } from './model'
import { type Table, tablesFor } from './tables'

/** The files of an export by their names, without the folder they lie in. */
export type ExportFiles = ReadonlyMap<string, Buffer>

const time = z.iso.datetime().transform((text) => Date.parse(text))
const area = z.string().transform((text, context) => {
  const value = parseArea(text)
  if (value !== null) return value
  context.addIssue(`“${text}” is no area`)
  return z.NEVER
})
const hex = z.string().regex(/^[0-9a-f]{64}$/)

const manifest = z.object({
  format: z.literal(FORMAT),
  formatVersion: z.literal(FORMAT_VERSION),
  receipt: z.string(),
  title: z.string(),
  noticedAt: time,
  opensAt: time,
  closesAt: time,
  publishedAt: time.nullable(),
  rules: voteRules,
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      kind: z.enum(Object.keys(DECISION_KINDS) as [DecisionKind, ...DecisionKind[]]),
      lawItem: z.int().nullable(),
      options: z.array(z.object({ id: z.string(), title: z.string() })),
      seats: z.int(),
    }),
  ),
  registry: z.object({ units: z.int().nullable(), area: area.nullable() }),
  rollDigest: hex,
  rulesDigest: hex,
  resultDigest: hex,
  files: z.record(z.string(), z.object({ bytes: z.int(), sha256: hex })),
})
type Manifest = z.output<typeof manifest>

export interface ReadExport {
  head: ExportHead
  tables: ExportTables
  /** Files that are not what the manifest says, or that it does not know, or that are gone. */
  changedFiles: string[]
}

function readManifest(files: ExportFiles): Manifest {
  const bytes = files.get(MANIFEST)
  if (!bytes) throw new UnreadableExportError(`there is no ${MANIFEST}`)
  let json: unknown
  try {
    json = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw new UnreadableExportError(`${MANIFEST} is no JSON`)
  }
  const read = manifest.safeParse(json)
  if (!read.success) throw new UnreadableExportError(`${MANIFEST}: ${z.prettifyError(read.error)}`)
  return read.data
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

function changedFiles(files: ExportFiles, listed: Manifest['files']): string[] {
  const names = new Set([...Object.keys(listed), ...files.keys()])
  names.delete(MANIFEST)
  return [...names].sort().filter((name) => {
    const bytes = files.get(name)
    const entry = Object.hasOwn(listed, name) ? listed[name] : undefined
    return !bytes || !entry || sha256(bytes) !== entry.sha256
  })
}

/**
 * Reads an export from its files alone.
 * @throws UnreadableExportError where a file is gone or says what cannot be
 */
export function readExport(files: ExportFiles): ReadExport {
  const { files: listed, format, formatVersion, ...head } = readManifest(files)
  const tables = tablesFor(head)
  const entries = Object.entries(tables).map(([name, table]) => {
    const bytes = files.get(table.file)
    if (!bytes) throw new UnreadableExportError(`${table.file} is gone`)
    return [name, readCsv(table as Table<unknown>, bytes)]
  })
  return {
    head,
    tables: Object.fromEntries(entries) as ExportTables,
    changedFiles: changedFiles(files, listed),
  }
}
