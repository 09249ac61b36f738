import { hasRole, ROLES, type Role } from './roles'

/** Who is looking (RULES.md §6: real name behind, alias in front). */
export type Viewer = 'public' | 'neighbour' | 'assignee' | 'moderator' | 'self'

/** A person as the hall knows him. Never sent as it is. */
export interface PersonFacts {
  id: string
  name: string
  phone: string | null
  /** e.g. “3 号楼”; null for people who do not live here */
  building: string | null
  /** e.g. “2 单元 501” */
  room: string | null
  roles: readonly Role[]
  /** How a duty is shown in public, e.g. “物业工程部”. */
  dutyTitle: string | null
}

/** A person as somebody else sees him. */
export interface MaskedPerson {
  label: string
  name: string | null
  phone: string | null
  room: string | null
}

/** 13812341234 → 138****1234. Shorter numbers show only their last two digits, the shortest none. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  return phone.length >= 7 ? `***${phone.slice(-2)}` : '***'
}

/** How neighbours see somebody: a duty by its title, a resident by his building (个人信息保护法 25). */
export function publicLabel(person: Pick<PersonFacts, 'building' | 'roles' | 'dutyTitle'>): string {
  if (person.dutyTitle) return person.dutyTitle
  if (person.building) return `${person.building}居民`
  const duty = person.roles.find((role) => !hasRole({ id: '', roles: [role] }, 'owner', 'family', 'tenant'))
  return duty ? ROLES[duty] : '小区居民'
}

/**
 * What `viewer` sees. Public and neighbours: the label alone. The one who has to do the work: whom to call and where.
 * Moderators: who it is, with the phone shortened. Oneself: everything.
 */
export function maskPerson(person: PersonFacts, viewer: Viewer): MaskedPerson {
  const label = publicLabel(person)
  const room = [person.building, person.room].filter(Boolean).join(' ') || null
  switch (viewer) {
    case 'public':
      return { label: person.dutyTitle ?? '小区居民', name: null, phone: null, room: null }
    case 'neighbour':
      return { label, name: null, phone: null, room: null }
    case 'moderator':
      return { label, name: person.name, phone: person.phone && maskPhone(person.phone), room }
    case 'assignee':
    case 'self':
      return { label, name: person.name, phone: person.phone, room }
  }
}

/** 张三 → 张*, 欧阳娜娜 → 欧**: the first character, and no more than two stars, so that not even the length is told. */
export function maskText(text: string): string {
  const [first = '', ...rest] = [...text]
  return first === '' ? '' : first + '*'.repeat(Math.min(Math.max(rest.length, 1), 2))
}
