import type { Instant } from '../matter/instant'

/** The digits shown in the room change so often: whoever is at home cannot use a photograph of them for long. */
export const CODE_SECONDS = 60

/** The spans before the running one whose digits are still taken, for whoever types slowly. */
const EARLIER_TAKEN = 1

/** Which span of time `now` falls into. */
export const codeWindow = (now: Instant): number => Math.floor(now / (CODE_SECONDS * 1000))

/** The spans whose digits are taken at `now`, the running one first: digits are good for one to two minutes after they appear. */
export const windowsTaken = (now: Instant): number[] =>
  Array.from({ length: 1 + EARLIER_TAKEN }, (_, back) => codeWindow(now) - back)

/** When the digits of the span that `now` falls into give way to the next ones; they are still taken for a span after that. */
export const codeChangesAt = (now: Instant): Instant => (codeWindow(now) + 1) * CODE_SECONDS * 1000
