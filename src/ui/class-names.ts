/** Joins class names, leaving out what does not apply. */
export const names = (...parts: (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(' ')
