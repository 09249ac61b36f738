/** One line of the report. `ratio` = value / limitValue: at most 1 is within the limit. */
export interface Result {
  name: string
  value: number
  unit: string
  limit: string
  limitValue: number
  ratio: number
}

/** A benchmark, or several that share their preparation. */
export interface Bench {
  names: readonly string[]
  /** Measures those of its names that are asked for; what it gives besides is left out. */
  run(asked: readonly string[]): Promise<Result[]>
}

const short = (value: number): number => Math.round(value * 1000) / 1000

export function result(name: string, value: number, unit: string, limit: string, limitValue: number): Result {
  return {
    name,
    value: short(value),
    unit,
    limit,
    limitValue: short(limitValue),
    ratio: short(value / limitValue),
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** For people who wait: standard output is for results alone. */
export const say = (line: string): void => console.error(line)
