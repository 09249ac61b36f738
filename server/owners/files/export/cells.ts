import { formatArea, parseArea } from '@yishiting/domain/owners/area'
import type { Mark } from '@yishiting/domain/owners/ballot'
import type { Marks } from '@yishiting/domain/owners/marks'

/** A file of the export that does not say what it should: the message names file, line and column. */
export class UnreadableExportError extends Error {
  override name = 'UnreadableExportError'
}

/** How one kind of value is written into a cell and read from it; reading what it writes gives the same value. */
export interface Cell<T> {
  write(value: T): string
  /** @throws UnreadableExportError */
  read(text: string): T
}

function bad(what: string, text: string): never {
  throw new UnreadableExportError(`${JSON.stringify(text.slice(0, 40))} is no ${what}`)
}

export const text: Cell<string> = { write: (value) => value, read: (value) => value }

const INTEGER = /^\d{1,15}$/
export const integer: Cell<number> = {
  write: String,
  read: (value) => (INTEGER.test(value) ? Number(value) : bad('number', value)),
}

export const yesNo: Cell<boolean> = {
  write: (value) => (value ? 'yes' : 'no'),
  read: (value) => (value === 'yes' ? true : value === 'no' ? false : bad('yes or no', value)),
}

/** ㎡ with two to four decimals, exact. */
export const area: Cell<number> = {
  write: formatArea,
  read: (value) => parseArea(value) ?? bad('area', value),
}

/** 2026-03-11T02:00:00.000Z */
export const instant: Cell<number> = {
  write: (value) => new Date(value).toISOString(),
  read(value) {
    const at = Date.parse(value)
    return Number.isNaN(at) || new Date(at).toISOString() !== value ? bad('time', value) : at
  },
}

/** “3+17”; empty for none. */
export const numbers: Cell<number[]> = {
  write: (value) => value.join('+'),
  read: (value) => (value === '' ? [] : value.split('+').map(integer.read)),
}

export function oneOf<T extends string>(values: readonly T[]): Cell<T> {
  return {
    write: (value) => value,
    read: (value) => values.find((each) => each === value) ?? bad(`one of ${values.join(', ')}`, value),
  }
}

/** Empty for null. */
export function orNull<T>(cell: Cell<T>): Cell<T | null> {
  return {
    write: (value) => (value === null ? '' : cell.write(value)),
    read: (value) => (value === '' ? null : cell.read(value)),
  }
}

const WORDS: readonly string[] = ['agree', 'against', 'abstain', 'blank', 'invalid', 'void']

function readOptions(value: string): string[] {
  const ids: unknown = JSON.parse(value)
  if (!Array.isArray(ids) || ids.some((id) => typeof id !== 'string')) return bad('list of options', value)
  return ids as string[]
}

/** A word, or the options agreed to as a JSON list. */
export const mark: Cell<Mark | 'void'> = {
  write: (value) => (typeof value === 'string' ? value : JSON.stringify(value)),
  read(value) {
    if (WORDS.includes(value)) return value as Mark | 'void'
    try {
      return readOptions(value)
    } catch {
      return bad('mark', value)
    }
  },
}

/** One cell for each item, in their order; an item without a mark is left empty. */
export function marksOf(itemIds: readonly string[]) {
  return {
    write: (marks: Marks | null): string[] =>
      itemIds.map((id) => (marks?.[id] === undefined ? '' : mark.write(marks[id]))),
    read(cells: readonly string[]): Marks {
      const entries = itemIds.flatMap((id, index) => {
        const cell = cells[index] ?? ''
        return cell === '' ? [] : [[id, mark.read(cell) as Mark] as const]
      })
      return Object.fromEntries(entries)
    },
  }
}
