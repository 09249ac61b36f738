import { PCA } from 'ml-pca'
import type { VoteMatrix } from './votes'

export type Point = readonly [x: number, y: number]

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** An axis has no sign of its own: the heaviest statement on it points to the right, the first of equals. */
function signed(axis: readonly number[]): number[] {
  const heaviest = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) + 1e-9 ? value : best), 0)
  return heaviest < 0 ? axis.map((value) => -value) : [...axis]
}

/**
 * How statements vary together, upper and lower half. Added up over what each person answered: three answers in ten are a tenth
 * of the products of the whole matrix, which a library would form all (5,000 × 300: 0.1 s instead of 5 s).
 */
function covariances(centred: readonly (readonly number[])[], statements: number): number[][] {
  const sums = Array.from({ length: statements }, () => new Float64Array(statements))
  for (const row of centred) {
    const answered = row.flatMap((value, column) => (value === 0 ? [] : [column]))
    for (const [index, one] of answered.entries()) {
      const [value, sum] = [row[one] as number, sums[one] as Float64Array]
      for (let at = index; at < answered.length; at += 1) {
        const other = answered[at] as number
        sum[other] = (sum[other] as number) + value * (row[other] as number)
      }
    }
  }
  return sums.map((_, one) =>
    sums.map(
      (__, other) => (sums[Math.min(one, other)]?.[Math.max(one, other)] as number) / (centred.length - 1),
    ),
  )
}

/** The two axes along which answers differ most, as weights of the statements. */
function axesOf(centred: readonly (readonly number[])[], statements: number): [number[], number[]] {
  const flat = (): number[] => Array.from({ length: statements }, () => 0)
  if (centred.length < 2 || statements === 0) return [flat(), flat()]
  const pca = new PCA(covariances(centred, statements), { isCovarianceMatrix: true })
  const [first = flat(), second = flat()] = pca.getEigenvectors().transpose().to2DArray()
  return [signed(first), signed(second)]
}

/**
 * Puts people on a plane so that those who answer alike lie close (principal components, as Polis does): a missing answer
 * counts as the average one, and whoever answered little is moved outwards by √(statements ÷ answers), else he would seem to
 * stand in the middle.
 */
export function project({ statements, answers }: VoteMatrix): Point[] {
  const averages = statements.map((_, column) =>
    mean(answers.map((row) => row[column] ?? null).filter((value) => value !== null)),
  )
  const centred = answers.map((row) =>
    row.map((value, column) => (value === null ? 0 : value - (averages[column] ?? 0))),
  )
  const [first, second] = axesOf(centred, statements.length)
  return answers.map((row, index): Point => {
    const answered = row.filter((value) => value !== null).length
    const outwards = answered === 0 ? 0 : Math.sqrt(statements.length / answered)
    const along = (axis: readonly number[]) =>
      outwards * (centred[index] ?? []).reduce((sum, value, column) => sum + value * (axis[column] ?? 0), 0)
    return [along(first), along(second)]
  })
}
