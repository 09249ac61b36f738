import type { MeView } from '@yishiting/domain/contract/people'
import { mayEver } from '@yishiting/domain/people/abilities'
import type { Role } from '@yishiting/domain/people/roles'
import { sql } from 'kysely'
import type { Queries } from '../platform/database/database'
import { iso } from '../platform/matters/cards'
import type { Platform } from '../platform/platform'

interface Row {
  compoundId: string
  name: string
  label: string
  roles: Role[]
  home: string | null
  unread: number
}

function hallActions(personId: string, roles: Role[]) {
  const actor = { id: personId, roles }
  return {
    raise: mayEver(actor, 'raise'),
    raiseOnBehalf: mayEver(actor, 'raiseOnBehalf'),
    seeQueue: mayEver(actor, 'seeQueue'),
    seeTasks: mayEver(actor, 'seeTasks'),
    convene: mayEver(actor, 'convene'),
    support: mayEver(actor, 'support'),
    vote: mayEver(actor, 'vote'),
    keepRoll: mayEver(actor, 'keepRoll'),
    conveneVote: mayEver(actor, 'conveneVote'),
    seeDoors: mayEver(actor, 'seeDoors'),
    enterPapers: mayEver(actor, 'enterPapers'),
    ruleConflicts: mayEver(actor, 'ruleConflicts'),
  }
}

/** Who the session says I am, and in which compounds. */
export async function viewMe(
  queries: Queries,
  platform: Platform,
  personId: string,
  now: number,
): Promise<MeView> {
  const person = await queries
    .selectFrom('people')
    .select(['sealedName', 'care'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<Row>`
    select c.compound_id, c.name, m.label, m.roles,
      nullif(concat_ws(' ', b.name, u.name), '') as home,
      (select count(*)::int from notices n where n.compound_id = m.compound_id and n.person_id = m.person_id
        and n.read_at is null) as unread
    from members m
    join compounds c on c.compound_id = m.compound_id
    left join units u on u.compound_id = m.compound_id and u.id = m.unit_id
    left join buildings b on b.compound_id = m.compound_id and b.id = u.building_id
    where m.person_id = ${personId}
    order by m.joined_at
  `.execute(queries)
  return {
    id: personId,
    name: platform.secrets.open(person.sealedName),
    care: person.care,
    demo: platform.config.demo,
    now: iso(now),
    compounds: rows.map(({ compoundId, ...row }) => ({
      id: compoundId,
      ...row,
      can: hallActions(personId, row.roles),
    })),
  }
}
