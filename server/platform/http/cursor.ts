import { ProblemError } from './problems'

/** The sort key of the last row of a page: an instant and an id. Opaque to callers. */
export interface Cursor {
  at: number
  id: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const toCursor = ({ at, id }: Cursor): string => Buffer.from(`${at}.${id}`).toString('base64url')

/** @throws bad_input when it was not made by {@link toCursor} */
export function fromCursor(text: string | undefined): Cursor | null {
  if (text === undefined) return null
  const [at, id] = Buffer.from(text, 'base64url').toString('utf8').split('.')
  if (!id || !UUID.test(id) || !Number.isSafeInteger(Number(at))) {
    throw new ProblemError('bad_input', { detail: '翻页的位置不对，请从头看起。' })
  }
  return { at: Number(at), id }
}

/** Cuts the one row too many that tells whether there is a next page. */
export function cutPage<Row>(rows: readonly Row[], limit: number, cursorOf: (row: Row) => Cursor) {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, next: rows.length > limit && last ? toCursor(cursorOf(last)) : null }
}
