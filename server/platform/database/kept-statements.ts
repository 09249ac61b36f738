import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ClientBase } from 'pg'

const MARK = '/* kept */'

/**
 * Put before a statement, it is parsed and planned once a connection instead of every time: planning a list of cards costs
 * PostgreSQL several times what running it does. Only for statements whose best plan is the same for all values (by key, or
 * the plain list), since it is then made without looking at them.
 */
export const kept = sql.raw(MARK)

type Query = (text: unknown, values?: unknown, ...rest: unknown[]) => unknown

const nameOf = (text: string): string => createHash('sha1').update(text).digest('base64url')

/** The schema was changed by a newer version beside this one: what was prepared before fits no longer. */
export const isOutdatedPlan = (error: { code?: string; message: string }): boolean =>
  error.code === '0A000' && error.message.includes('cached plan')

/** Makes a connection keep the statements that are marked so. */
export function keepStatements(client: ClientBase): void {
  const plain = client.query.bind(client) as Query
  const names = new Map<string, string>()
  let isKeeping = true
  const query: Query = (text, values, ...rest) => {
    if (!isKeeping || typeof text !== 'string' || !text.startsWith(MARK)) return plain(text, values, ...rest)
    const name = names.get(text) ?? nameOf(text)
    names.set(text, name)
    const answer = plain({ name, text, values }, ...rest)
    if (!(answer instanceof Promise)) return answer
    return answer.catch((error: Error & { code?: string }) => {
      if (isOutdatedPlan(error)) isKeeping = false
      throw error
    })
  }
  client.query = query as typeof client.query
}
