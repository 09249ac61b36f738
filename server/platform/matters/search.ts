import { type RawBuilder, sql } from 'kysely'
import type { Queries } from '../database/database'

const normal = (text: string): string => text.normalize('NFC').toLowerCase()

function gramsOfOne(text: string): string[] {
  const points = [...normal(text)]
  const pairs = points.slice(1).map((point, index) => `${points[index]}${point}`)
  return [...points, ...pairs]
}

/** Chinese has no spaces to cut words at: every character and every pair of neighbours, each once, is an entry. */
export const gramsOf = (texts: readonly string[]): string[] => [...new Set(texts.flatMap(gramsOfOne))]

/** The same of a text that only the statement itself knows. */
export const gramsSql = (text: RawBuilder<unknown>): RawBuilder<string[]> => sql<string[]>`(
  select array_agg(substr(lower(${text}), i, 1)) || array_agg(substr(lower(${text}), i, 2))
  from generate_series(1, length(${text})) i)`

/** Enters a matter's words into the search anew when they have changed. */
export async function enterWords(
  queries: Queries,
  compoundId: string,
  matterId: string,
  words: { title: string; body: string; receipt: string },
): Promise<void> {
  await queries
    .updateTable('matterWords')
    .set({ grams: gramsOf([words.title, words.body, words.receipt]) })
    .where('compoundId', '=', compoundId)
    .where('matterId', '=', matterId)
    .execute()
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/**
 * The matters `m` of a compound in whose title, words or number `q` stands as it is, in small or capital letters. The
 * entries find candidates; the words themselves decide.
 */
export function wordsMatch(compoundId: string, q: string): RawBuilder<unknown> {
  const points = [...normal(q)]
  const wanted = points.length === 1 ? points : gramsOfOne(q).slice(points.length)
  const like = `%${escapeLike(q)}%`
  return sql`m.id in (select w.matter_id from matter_words w
      where w.compound_id = ${compoundId} and w.grams @> ${[...new Set(wanted)]}::text[])
    and (m.title ilike ${like} or m.body ilike ${like} or m.receipt ilike ${like})`
}
