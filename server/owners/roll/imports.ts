import type { MergedCells } from '@yishiting/domain/owners/roll-lines'
import type { Selectable } from 'kysely'
import { moment, type Queries } from '../../platform/database/database'
import type { RollImports } from '../../platform/database/schema'
import { notFound } from '../../platform/http/problems'
import { newId } from '../../platform/ids'
import type { Secrets } from '../../platform/secrets/secrets'
import { refuse } from './refuse'

/** A file as read, with the line (0-based) of its headings and the version of the roll it was sent to replace. */
export interface UploadedRoll {
  rows: string[][]
  merged: MergedCells[]
  headerAt: number
  baseVersion: number | null
}

export interface StoredImport {
  row: Omit<Selectable<RollImports>, 'sealedRows'>
  roll: UploadedRoll
}

interface Uploaded {
  compoundId: string
  byId: string
  now: number
  fileName: string
  roll: UploadedRoll
}

/** Keeps what was read, sealed, until it is applied or a day has passed; answers with its id. */
export async function storeImport(queries: Queries, secrets: Secrets, uploaded: Uploaded): Promise<string> {
  const { compoundId, byId, now, fileName, roll } = uploaded
  const id = newId()
  await queries
    .insertInto('rollImports')
    .values({
      compoundId,
      id,
      byId,
      at: moment(now),
      fileName,
      sealedRows: secrets.seal(JSON.stringify(roll)),
      rowCount: roll.rows.length - roll.headerAt - 1,
    })
    .execute()
  return id
}

/** @throws not_found for one that was swept away, or is not of this compound; import_used after it was applied */
export async function loadImport(
  queries: Queries,
  secrets: Secrets,
  compoundId: string,
  id: string,
  lock: 'none' | 'update' = 'none',
): Promise<StoredImport> {
  const query = queries
    .selectFrom('rollImports')
    .selectAll()
    .where('compoundId', '=', compoundId)
    .where('id', '=', id)
  const found = await (lock === 'update' ? query.forUpdate() : query).executeTakeFirst()
  if (!found) throw notFound('没有找到这个文件，可能传了超过一天，请重新传。')
  const { sealedRows, ...row } = found
  if (row.appliedAt !== null) throw refuse('import_used', '这个文件已经导入过了。')
  return { row, roll: JSON.parse(secrets.open(sealedRows)) as UploadedRoll }
}
