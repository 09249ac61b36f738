import { LEAD_ROLES, type Role } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Queries } from '../platform/database/database'
import type { Secrets } from '../platform/secrets/secrets'

interface Row {
  personId: string
  label: string
  roles: Role[]
  sealedName: Buffer
  openTasks: number
}

/** Whoever can be made answerable, with how much he already has. Names are for those with a duty to choose. */
export async function listLeads(queries: Queries, secrets: Secrets, compoundId: string) {
  const { rows } = await sql<Row>`
    select m.person_id, m.label, m.roles, p.sealed_name,
      (select count(*)::int from matter_routes r where r.compound_id = m.compound_id and r.lead_id = m.person_id
        and r.state <> 'closed') as open_tasks
    from members m join people p on p.id = m.person_id
    where m.compound_id = ${compoundId} and m.roles && ${[...LEAD_ROLES]}::text[]
    order by m.duty_title nulls last, m.person_id
  `.execute(queries)
  return rows.map((row) => ({
    id: row.personId,
    label: row.label,
    name: secrets.open(row.sealedName),
    roles: row.roles,
    openTasks: row.openTasks,
  }))
}

interface ResidentRow {
  personId: string
  sealedName: Buffer
  room: string
}

const FOUND_MAX = 20

/** For a helper at the door: residents by room or by name. Names are sealed, so they are opened and compared here. */
export async function findResidents(queries: Queries, secrets: Secrets, compoundId: string, q: string) {
  const { rows } = await sql<ResidentRow>`
    select m.person_id, p.sealed_name, concat_ws(' ', b.name, u.name) as room
    from members m join people p on p.id = m.person_id
    join units u on u.compound_id = m.compound_id and u.id = m.unit_id
    join buildings b on b.compound_id = m.compound_id and b.id = u.building_id
    where m.compound_id = ${compoundId}
    order by b.position, u.name
  `.execute(queries)
  const wanted = q.replaceAll(/\s/g, '')
  return rows
    .map((row) => ({ id: row.personId, name: secrets.open(row.sealedName), room: row.room }))
    .filter((each) => each.name.includes(wanted) || each.room.replaceAll(/\s/g, '').includes(wanted))
    .slice(0, FOUND_MAX)
}
