import { setImmediate as turn } from 'node:timers/promises'
import { identityOf } from '@yishiting/domain/owners/roll-identity'
import type { NamedOwner, RollLine } from '@yishiting/domain/owners/roll-line'
import { maskText } from '@yishiting/domain/people/masking'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database'
import { newId } from '../../platform/ids'
import type { Secrets } from '../../platform/secrets/secrets'
import { claimDigests, identityDigest } from './identity'

const PIECE = 4_000

interface Known {
  id: string
  digest: Buffer
  claims: Buffer[]
}

type OwnedUnit = Pick<RollLine, 'code' | 'owners'>

/** Gives the id of an owner of a unit. */
export type OwnerIds = (owner: NamedOwner, unitCode: string) => string

const hex = (digest: Buffer): string => digest.toString('base64url')
/** An array of bytea inside an array of rows: as PostgreSQL writes it. */
const byteaArray = (each: readonly Buffer[]): string =>
  `{${each.map((bytes) => `"\\\\x${bytes.toString('hex')}"`).join(',')}}`

async function knownOf(tx: Tx, compoundId: string, digests: readonly Buffer[]): Promise<Map<string, Known>> {
  const { rows } = await sql<Known>`
    select id, identity_digest as digest, claim_digests as claims from roll_owners
    where compound_id = ${compoundId} and identity_digest = any(${[...digests]}::bytea[])
  `.execute(tx)
  return new Map(rows.map((row) => [hex(row.digest), row]))
}

interface OwnerRow {
  id: string
  owner: NamedOwner
  digest: Buffer
  claims: Buffer[]
}

async function insert(
  tx: Tx,
  secrets: Secrets,
  compoundId: string,
  rows: readonly OwnerRow[],
): Promise<void> {
  if (rows.length === 0) return
  const seal = (text: string | null) => (text === null ? null : secrets.seal(text))
  await sql`
    insert into roll_owners (compound_id, id, sealed_name, masked_name, sealed_certificate, sealed_phone, identity_digest, claim_digests)
    select ${compoundId}, id, name, masked, certificate, phone, digest, claims::bytea[] from unnest(
      ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ owner }) => secrets.seal(owner.name))}::bytea[],
      ${rows.map(({ owner }) => maskText(owner.name))}::text[],
      ${rows.map(({ owner }) => seal(owner.certificate))}::bytea[],
      ${rows.map(({ owner }) => seal(owner.phone))}::bytea[],
      ${rows.map(({ digest }) => digest)}::bytea[], ${rows.map(({ claims }) => byteaArray(claims))}::text[]
    ) as given (id, name, masked, certificate, phone, digest, claims)
  `.execute(tx)
}

/** A telephone that is new: the owner stays who he is, linked or not. */
async function renew(tx: Tx, secrets: Secrets, compoundId: string, rows: readonly OwnerRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update roll_owners o set sealed_phone = given.phone, claim_digests = given.claims::bytea[]
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ owner }) => (owner.phone === null ? null : secrets.seal(owner.phone)))}::bytea[],
      ${rows.map(({ claims }) => byteaArray(claims))}::text[]
    ) as given (id, phone, claims)
    where o.compound_id = ${compoundId} and o.id = given.id
  `.execute(tx)
}

const isSame = (one: readonly Buffer[], other: readonly Buffer[]): boolean =>
  one.length === other.length && one.every((each, index) => each.equals(other[index] ?? Buffer.alloc(0)))

/** Each owner once, by what makes him the same in two units. */
function distinct(units: readonly OwnedUnit[]): Map<string, NamedOwner> {
  const owners = new Map<string, NamedOwner>()
  for (const { code, owners: named } of units) {
    for (const owner of named) {
      const identity = identityOf(owner, code)
      const before = owners.get(identity)
      // The telephone may stand in one of his lines only.
      if (!before) owners.set(identity, owner)
      else if (before.phone === null) owners.set(identity, { ...before, phone: owner.phone })
    }
  }
  return owners
}

/**
 * Writes the owners of these units, each once: whoever the roll has known keeps his id and his link to a person; names,
 * certificates and telephones are sealed.
 */
export async function writeOwners(
  tx: Tx,
  secrets: Secrets,
  compoundId: string,
  units: readonly OwnedUnit[],
): Promise<OwnerIds> {
  const owners = [...distinct(units)]
  const ids = new Map<string, string>()
  for (let at = 0; at < owners.length; at += PIECE) {
    const piece = owners.slice(at, at + PIECE).map(([identity, owner]) => ({
      ...{ identity, owner, digest: identityDigest(secrets, compoundId, identity) },
      claims: claimDigests(secrets, compoundId, owner),
    }))
    const known = await knownOf(
      tx,
      compoundId,
      piece.map(({ digest }) => digest),
    )
    const rows = piece.map((each) => ({ ...each, before: known.get(hex(each.digest)) }))
    const withIds = rows.map((row) => ({ ...row, id: row.before?.id ?? newId() }))
    for (const { identity, id } of withIds) ids.set(identity, id)
    await insert(
      tx,
      secrets,
      compoundId,
      withIds.filter(({ before }) => !before),
    )
    await renew(
      tx,
      secrets,
      compoundId,
      withIds.filter(({ before, claims }) => before && !isSame(before.claims, claims)),
    )
    await turn()
  }
  return (owner, unitCode) => {
    const id = ids.get(identityOf(owner, unitCode))
    if (!id) throw new Error('an owner was not written')
    return id
  }
}
