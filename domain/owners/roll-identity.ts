import type { NamedOwner } from './roll-line'

/**
 * What makes somebody the same owner in two units: name and certificate, else name and telephone; with neither he is only
 * the one of this unit, because two people may have one name (RULES.md §4.2).
 */
export function identityOf({ name, certificate, phone }: NamedOwner, unitCode: string): string {
  if (certificate) return `certificate\n${name}\n${certificate}`
  if (phone) return `phone\n${name}\n${phone}`
  return `unit\n${name}\n${unitCode}`
}

const LAST = 4

/** What an owner shows to be linked: his name with the last four of his certificate, or of his telephone. */
export function claimsOf({ name, certificate, phone }: NamedOwner): string[] {
  return [certificate, phone]
    .filter((number): number is string => number !== null && number.length >= LAST)
    .map((number) => claimOf(name, number.slice(-LAST)))
}

export const claimOf = (name: string, lastDigits: string): string => `${name}\n${lastDigits.toUpperCase()}`
