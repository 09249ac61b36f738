import type { owners } from '@yishiting/domain/contract/owners'
import { startOfDay } from '@yishiting/domain/matter/instant'
import { splitNames } from '@yishiting/domain/owners/roll-cells'
import { plainText } from '@yishiting/domain/owners/roll-text'
import { readUnitCode } from '@yishiting/domain/owners/unit-code'
import { COMMITTEE_ROLES } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { z } from 'zod'
import { moment, type Tx } from '../../platform/database/database'
import { appendJournal } from '../../platform/journal/append'
import { notifyRoles } from '../../platform/notices/notify'
import type { Secrets } from '../../platform/secrets/secrets'
import { grantRightsTo } from '../votes/rights'
import { claimDigest } from './identity'

const FAILURES_A_DAY = 5

interface Claiming {
  compoundId: string
  personId: string
  now: number
  body: z.output<typeof owners.claim.body>
}

/** How a claim ended. A failure is kept as well, so it is an answer here and not an error that would undo it. */
export type ClaimEnd = 'linked' | 'no_match' | 'taken' | 'too_often'

interface Found {
  id: string
  personId: string | null
}

async function failuresToday(tx: Tx, { compoundId, personId, now }: Claiming): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from journal
    where compound_id = ${compoundId} and actor_id = ${personId} and kind = 'roll_claim_failed'
      and at >= ${new Date(startOfDay(now))}
  `.execute(tx)
  return rows[0]?.n ?? 0
}

/** The owner that unit, name and digits point to together. Which of them is wrong is not even asked. */
async function ownerFor(tx: Tx, secrets: Secrets, { compoundId, body }: Claiming): Promise<Found | null> {
  const [name, ...more] = splitNames(body.name)
  if (name === undefined || more.length > 0) return null
  const digest = claimDigest(secrets, compoundId, name, plainText(body.lastDigits))
  const { rows } = await sql<Found>`
    select o.id, o.person_id from roll_units u
    join roll_owners o on o.compound_id = u.compound_id and o.id = any(u.owner_ids)
    where u.compound_id = ${compoundId} and u.until_version is null and u.code = ${readUnitCode(body.unitCode).code}
      and o.claim_digests @> array[${digest}::bytea]
    order by o.id limit 1 for no key update of o
  `.execute(tx)
  return rows[0] ?? null
}

/** Whoever the roll knows as an owner is one in the hall as well. */
async function makeOwner(tx: Tx, { compoundId, personId }: Claiming): Promise<void> {
  await sql`
    update members set roles = array_append(roles, 'owner')
    where compound_id = ${compoundId} and person_id = ${personId} and not 'owner' = any(roles)
  `.execute(tx)
}

/** Another name than the account's need not be wrong, but whoever keeps the roll should look. */
async function tellIfNamesDiffer(tx: Tx, secrets: Secrets, claiming: Claiming): Promise<boolean> {
  const { compoundId, personId, now, body } = claiming
  const { sealedName } = await tx
    .selectFrom('people')
    .select('sealedName')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const isOwnName = splitNames(secrets.open(sealedName))[0] === splitNames(body.name)[0]
  if (isOwnName) return true
  const notice = {
    title: '有人认领了房屋，姓名与账号不同',
    body: `${readUnitCode(body.unitCode).code} 刚被认领，账号登记的姓名和名册上的不一样，请核对是不是本人。`,
  }
  await notifyRoles(tx, compoundId, COMMITTEE_ROLES, notice, { now })
  return false
}

/** Links the caller to an owner of the roll who has the name and the last four digits that he says. */
export async function claimUnit(tx: Tx, secrets: Secrets, claiming: Claiming): Promise<ClaimEnd> {
  const { compoundId, personId, now } = claiming
  // One after the other for one person: five at the same moment would each see no failure yet.
  await sql`select from members where compound_id = ${compoundId} and person_id = ${personId} for no key update`.execute(
    tx,
  )
  if ((await failuresToday(tx, claiming)) >= FAILURES_A_DAY) return 'too_often'
  const entry = { compoundId, at: now, actorId: personId }
  const found = await ownerFor(tx, secrets, claiming)
  if (!found) {
    await appendJournal(tx, { ...entry, kind: 'roll_claim_failed' })
    return 'no_match'
  }
  if (found.personId === personId) return 'linked'
  if (found.personId !== null) {
    await appendJournal(tx, { ...entry, kind: 'roll_claim_taken', extra: { ownerId: found.id } })
    return 'taken'
  }
  await tx
    .updateTable('rollOwners')
    .set({ personId, linkedAt: moment(now) })
    .where('compoundId', '=', compoundId)
    .where('id', '=', found.id)
    .execute()
  await makeOwner(tx, claiming)
  const isOwnName = await tellIfNamesDiffer(tx, secrets, claiming)
  await appendJournal(tx, { ...entry, kind: 'roll_claimed', extra: { ownerId: found.id, isOwnName } })
  await grantRightsTo(tx, { compoundId, personId, ownerId: found.id, now })
  return 'linked'
}
