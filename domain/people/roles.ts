/** Every role somebody can have in a compound. One person may have several. */
export const ROLES = {
  owner: '业主',
  family: '家属',
  tenant: '租户',
  helper: '帮办员',
  branch_secretary: '支部书记',
  branch_sorter: '支部委员',
  committee_director: '业委会主任',
  committee_member: '业委会委员',
  residents_committee: '居委会',
  property_manager: '物业',
  department_liaison: '部门联络员',
  scrutineer: '监票人',
  supervisor: '监督员',
  street: '街道',
} as const
export type Role = keyof typeof ROLES
export const ROLE_CODES = Object.keys(ROLES) as [Role, ...Role[]]

/** Those who live or own here: the people whose affairs these are. */
export const RESIDENT_ROLES: readonly Role[] = ['owner', 'family', 'tenant']
/** Those who moderate and sort (支部). */
export const BRANCH_ROLES: readonly Role[] = ['branch_secretary', 'branch_sorter']
/** Those who convene owners' votes and publish their decisions (业委会). */
export const COMMITTEE_ROLES: readonly Role[] = ['committee_director', 'committee_member']
/** Those who can be made answerable for a task. */
export const LEAD_ROLES: readonly Role[] = [
  'property_manager',
  'department_liaison',
  'residents_committee',
  'committee_director',
  'committee_member',
  'branch_secretary',
  'branch_sorter',
  'helper',
]

/** The one who acts, as the session says: never as a body says. The system acts with `isSystem` and no id. */
export interface Actor {
  id: string
  roles: readonly Role[]
  isSystem?: boolean
}

export const SYSTEM: Actor = { id: '', roles: [], isSystem: true }

export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return roles.some((role) => actor.roles.includes(role))
}
