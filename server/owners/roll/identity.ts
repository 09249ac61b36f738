import { claimOf, claimsOf } from '@yishiting/domain/owners/roll-identity'
import type { NamedOwner } from '@yishiting/domain/owners/roll-line'
import type { Secrets } from '../../platform/secrets/secrets'

/** Keyed (HMAC), and of one compound only: the same person in two compounds cannot be told by comparing rows. */
function digest(secrets: Secrets, compoundId: string, purpose: string, text: string): Buffer {
  return Buffer.from(secrets.sign(`roll\n${purpose}\n${compoundId}\n${text}`), 'base64url')
}

/** Of what `identityOf` of domain/owners/roll-identity says. */
export const identityDigest = (secrets: Secrets, compoundId: string, identity: string): Buffer =>
  digest(secrets, compoundId, 'identity', identity)

export const claimDigests = (secrets: Secrets, compoundId: string, owner: NamedOwner): Buffer[] =>
  claimsOf(owner).map((claim) => digest(secrets, compoundId, 'claim', claim))

export const claimDigest = (secrets: Secrets, compoundId: string, name: string, lastDigits: string): Buffer =>
  digest(secrets, compoundId, 'claim', claimOf(name, lastDigits))
