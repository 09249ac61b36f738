import { type Result, refuse } from '../matter/refusals'
import { requireWords } from '../matter/words'
import { isAbusive, tellsTooMuch } from './abuse'

/** A statement of the opinion map says one thing, briefly: code points. */
export const STATEMENT_MAX = 140

/** Alike enough to be shown first: “是不是同一个意思？” Measured on pairs of the demo's matters. */
const ALIKE = 0.55

/** One thing, briefly, without insults and without anybody's telephone or certificate number. */
export function checkStatement(text: string): Result<string> {
  const checked = requireWords(text, 'text_required', '请写您的看法，一条只说一个意思。', STATEMENT_MAX)
  if (!checked.ok) return checked
  if (isAbusive(checked.value))
    return refuse('statement_abusive', '这句话里有伤人的词，请换个说法：对事不对人。')
  if (tellsTooMuch(checked.value)) return refuse('statement_abusive', '请不要写电话、证件号这类个人信息。')
  return checked
}

/** Without width, case, blanks and punctuation: “装灯！” and “装 灯” are one. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\p{Z}\s]/gu, '')

function pairs(text: string): Map<string, number> {
  const letters = [...text]
  const found = new Map<string, number>()
  for (let index = 0; index + 1 < letters.length; index += 1) {
    const pair = `${letters[index]}${letters[index + 1]}`
    found.set(pair, (found.get(pair) ?? 0) + 1)
  }
  return found
}

/** 0 … 1: Dice's coefficient over pairs of neighbouring characters; 1 for the same words. */
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
    .map(({ id, text: other }) => ({ id, alike: similarity(text, other) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || (a.id < b.id ? -1 : 1))
    .map(({ id, alike }) => ({ id, isSame: alike === 1 }))
}
