import { type Actor, ROLE_CODES, type Role, SYSTEM } from '@yishiting/domain/people/roles'

/** Who plays in these tests: one for each role, named after it, and a few with a part in the matter. */
export const BY_ROLE = Object.fromEntries(
  ROLE_CODES.map((role): [Role, Actor] => [role, { id: role, roles: [role] }]),
) as Record<Role, Actor>
/** No role at all: somebody who has only opened the page. */
export const VISITOR: Actor = { id: 'visitor', roles: [] }

export const REPORTER: Actor = { id: 'reporter', roles: ['owner'] }
export const LEAD: Actor = { id: 'lead', roles: ['property_manager'] }
export const HAND: Actor = { id: 'hand', roles: ['helper'] }
export const CHECKER: Actor = { id: 'checker', roles: ['owner'] }
export const NEIGHBOUR: Actor = { id: 'neighbour', roles: ['tenant'] }
export const SECRETARY = BY_ROLE.branch_secretary
export const SORTER = BY_ROLE.branch_sorter

/** Real people of a compound: what only the system could do is nobody's way out. */
export const PEOPLE: readonly Actor[] = [
  REPORTER,
  LEAD,
  HAND,
  CHECKER,
  NEIGHBOUR,
  SECRETARY,
  SORTER,
  BY_ROLE.residents_committee,
  BY_ROLE.supervisor,
  BY_ROLE.street,
  BY_ROLE.department_liaison,
]
export const EVERYBODY: readonly Actor[] = [...PEOPLE, ...Object.values(BY_ROLE), VISITOR, SYSTEM]
