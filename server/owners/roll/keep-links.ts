import { identityOf } from '@yishiting/domain/owners/roll-identity'
import type { NamedOwner, RollLine } from '@yishiting/domain/owners/roll-line'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database'
import type { Secrets } from '../../platform/secrets/secrets'
import { claimDigests, identityDigest } from './identity'

interface Linked {
  id: string
  code: string
  sealedName: Buffer
  digest: Buffer
  hasCertificate: boolean
}

async function linkedOwners(tx: Tx, compoundId: string): Promise<Linked[]> {
  const { rows } = await sql<Linked>`
    select o.id, u.code, o.sealed_name, o.identity_digest as digest, o.sealed_certificate is not null as has_certificate
    from roll_owners o
    join roll_units u on u.compound_id = o.compound_id and u.until_version is null and u.owner_ids @> array[o.id]
    where o.compound_id = ${compoundId} and o.person_id is not null
    order by o.id, u.code collate "C"
  `.execute(tx)
  return rows
}

async function knowAs(
  tx: Tx,
  secrets: Secrets,
  compoundId: string,
  id: string,
  owner: NamedOwner,
  digest: Buffer,
): Promise<void> {
  const seal = (text: string | null) => (text === null ? null : secrets.seal(text))
  await sql`
    update roll_owners set identity_digest = ${digest}, claim_digests = ${claimDigests(secrets, compoundId, owner)}::bytea[],
      sealed_certificate = ${seal(owner.certificate)}, sealed_phone = ${seal(owner.phone)}
    where compound_id = ${compoundId} and id = ${id} and not exists (
      select from roll_owners other where other.compound_id = ${compoundId} and other.identity_digest = ${digest})
  `.execute(tx)
}

/**
 * Whoever has shown that he is an owner stays linked when the new file only knows more of him: a certificate or telephone that
 * was missing before. He is the one of the same name in the same unit; never where both have certificates, or where the roll
 * knows the one in the file already.
 */
export async function keepLinks(
  tx: Tx,
  secrets: Secrets,
  compoundId: string,
  units: readonly Pick<RollLine, 'code' | 'owners'>[],
): Promise<void> {
  const linked = await linkedOwners(tx, compoundId)
  if (linked.length === 0) return
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const known = new Set(linked.map(({ id }) => id))
  for (const { id, code, sealedName, digest, hasCertificate } of linked) {
    const name = secrets.open(sealedName)
    const [owner, ...more] = (byCode.get(code)?.owners ?? []).filter((each) => each.name === name)
    if (!owner || more.length > 0 || !known.has(id) || (hasCertificate && owner.certificate)) continue
    const next = identityDigest(secrets, compoundId, identityOf(owner, code))
    known.delete(id)
    if (!next.equals(digest)) await knowAs(tx, secrets, compoundId, id, owner, next)
  }
}
