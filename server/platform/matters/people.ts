import type { PersonView } from '@yishiting/domain/contract/shared'
import { maskPerson, type Viewer } from '@yishiting/domain/people/masking'
import type { Role } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Queries } from '../database/database'
import type { Secrets } from '../secrets/secrets'

/** How neighbours see each of these people, by id. */
export async function labelsOf(
  queries: Queries,
  compoundId: string,
  ids: Iterable<string | null | undefined>,
): Promise<Map<string, string>> {
  const wanted = [...new Set([...ids].filter((id): id is string => Boolean(id)))]
  if (wanted.length === 0) return new Map()
  const rows = await queries
    .selectFrom('members')
    .select(['personId', 'label'])
    .where('compoundId', '=', compoundId)
    .where('personId', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.personId, row.label]))
}

interface IdentityRow {
  sealedName: Buffer
  sealedPhone: Buffer | null
  roles: Role[]
  dutyTitle: string | null
  unitName: string | null
  buildingName: string | null
}

/** A person as `viewer` may see him: opened only as far as the mask lets through. */
export async function personAs(
  queries: Queries,
  secrets: Secrets,
  compoundId: string,
  personId: string,
  viewer: Viewer,
): Promise<PersonView> {
  const { rows } = await sql<IdentityRow>`
    select p.sealed_name, p.sealed_phone, m.roles, m.duty_title, u.name as unit_name, b.name as building_name
    from members m
    join people p on p.id = m.person_id
    left join units u on u.compound_id = m.compound_id and u.id = m.unit_id
    left join buildings b on b.compound_id = m.compound_id and b.id = u.building_id
    where m.compound_id = ${compoundId} and m.person_id = ${personId}
  `.execute(queries)
  const row = rows[0]
  if (!row) return { label: '小区居民', name: null, phone: null, room: null }
  const facts = {
    id: personId,
    name: secrets.open(row.sealedName),
    phone: row.sealedPhone ? secrets.open(row.sealedPhone) : null,
    building: row.buildingName,
    room: row.unitName,
    roles: row.roles,
    dutyTitle: row.dutyTitle,
  }
  return maskPerson(facts, viewer)
}
