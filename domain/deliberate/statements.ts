import { type Result, refuse } from '../matter/refusals'
import { requireWords } from '../matter/words'
import { isAbusive, tellsTooMuch } from './abuse'
import { bare } from './bare'

/** A statement of the opinion map says one thing, briefly: code points. */
export const STATEMENT_MAX = 140

/**
 * Alike enough to be shown first: “是不是同一个意思？” Tried on pairs of statements (test/domain/deliberate/statements): nearly all
 * that say the same are found; of those that differ in one word some are shown too, which costs their author one press.
 */
const ALIKE = 0.55

const EMPTY = '请写您的看法，一条只说一个意思。'

/** One thing, briefly, without insults and without anybody's telephone or certificate number. */
export function checkStatement(text: string): Result<string> {
  const checked = requireWords(text, 'text_required', EMPTY, STATEMENT_MAX)
  if (!checked.ok) return checked
  if (bare(checked.value) === '') return refuse('text_required', EMPTY)
  if (isAbusive(checked.value))
    return refuse('statement_abusive', '这句话里有伤人的词，请换个说法：对事不对人。')
  if (tellsTooMuch(checked.value)) return refuse('statement_personal', '请不要写电话、证件号这类个人信息。')
  return checked
}

function pairs(text: string): Map<string, number> {
  const letters = [...text]
  const found = new Map<string, number>()
  for (let index = 0; index + 1 < letters.length; index += 1) {
    const pair = `${letters[index]}${letters[index + 1]}`
    found.set(pair, (found.get(pair) ?? 0) + 1)
  }
  return found
}

/** 0 … 1: Dice's coefficient over pairs of neighbouring characters, of the words without signs; 1 for the same words. */
export function similarity(one: string, other: string): number {
  const [a, b] = [bare(one), bare(other)]
  if (a === b) return 1
  const [inA, inB] = [pairs(a), pairs(b)]
  let shared = 0
  for (const [pair, count] of inA) shared += Math.min(count, inB.get(pair) ?? 0)
  const all = [...inA.values(), ...inB.values()].reduce((total, count) => total + count, 0)
  return all === 0 ? 0 : (2 * shared) / all
}

/** Which of `statements` say nearly the same, the closest first. `isSame`: word for word. */
export function similarTo(
  text: string,
  statements: readonly { id: string; text: string }[],
): { id: string; isSame: boolean }[] {
  return statements
    .map(({ id, text: other }) => ({
      id,
      alike: similarity(text, other),
      isSame: bare(text) === bare(other),
    }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => Number(b.isSame) - Number(a.isSame) || b.alike - a.alike || (a.id < b.id ? -1 : 1))
    .map(({ id, isSame }) => ({ id, isSame }))
}
