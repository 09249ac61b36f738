/** How a percentage that a notice prints compares with what it should be. */
export type PrintedVerdict =
  /** Rounded half up, as it should be. */
  | 'right'
  /** The last places were cut off instead of rounded. */
  | 'cut_off'
  /** It is the share of everybody, where the law asks for the share of those taking part (民法典 278). */
  | 'of_everybody'
  | 'wrong'

const PRINTED = /^(\d{1,3})(?:\.(\d{1,4}))?%?$/
const PLACES_OF_A_SHARE = 2

interface Printed {
  digits: string
  places: number
}

/** “90.37%”, “９０．３７”: its digits and how many places it has; null for anything else. */
export function readPercent(text: string): Printed | null {
  const match = PRINTED.exec(text.normalize('NFKC').replace(/\s/g, ''))
  if (!match) return null
  const [, whole = '', part = ''] = match
  return { digits: `${Number(whole)}${part}`, places: part.length }
}

/** The share in units of the last place, cut off, and whether it would be rounded up. Digit by digit: areas would leave the safe integers. */
function divide(part: number, whole: number, places: number): { cut: number; isUp: boolean } {
  let cut = Math.floor(part / whole)
  let left = part - cut * whole
  for (let place = 0; place < places + PLACES_OF_A_SHARE; place += 1) {
    const digit = Math.floor((left * 10) / whole)
    left = left * 10 - digit * whole
    cut = cut * 10 + digit
  }
  return { cut, isUp: left * 2 >= whole }
}

const written = (units: number, places: number): string => {
  if (places === 0) return String(units)
  const digits = String(units).padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

export interface CheckedPercent {
  verdict: PrintedVerdict
  /** As it should read, with as many places as were printed: “90.37”. */
  right: string
}

/**
 * Checks a printed percentage, in integers, at the places it was printed with.
 * @param everybody all there are, where `whole` is those taking part; null where the two are the same
 * @returns null when it is no percentage, or a figure is not known
 */
export function checkPercent(
  text: string,
  part: number | null,
  whole: number | null,
  everybody: number | null,
): CheckedPercent | null {
  const printed = readPercent(text)
  if (!printed || part === null || !whole) return null
  const { places } = printed
  const value = Number(printed.digits)
  const { cut, isUp } = divide(part, whole, places)
  const rounded = cut + (isUp ? 1 : 0)
  const right = written(rounded, places)
  if (value === rounded) return { verdict: 'right', right }
  if (value === cut) return { verdict: 'cut_off', right }
  if (everybody) {
    const ofAll = divide(part, everybody, places)
    if (value === ofAll.cut || value === ofAll.cut + (ofAll.isUp ? 1 : 0))
      return { verdict: 'of_everybody', right }
  }
  return { verdict: 'wrong', right }
}
