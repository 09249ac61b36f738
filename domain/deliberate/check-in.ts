import type { Instant } from '../matter/instant'

/** The digits shown in the room change so often: whoever is at home cannot use a photograph of them for long. */
export const CODE_SECONDS = 60

/** Which span of time `now` falls into; the code of the span before is still taken, for whoever types slowly. */
export const codeWindow = (now: Instant): number => Math.floor(now / (CODE_SECONDS * 1000))
