import { ABILITIES, type Action, abilityOf, may, mayEver } from '@yishiting/domain/people/abilities'
import { ROLE_CODES, type Role, SYSTEM } from '@yishiting/domain/people/roles'
import { BY_ROLE, VISITOR } from '../support/cast'

const everybody = ROLE_CODES
const residents: Role[] = ['owner', 'family', 'tenant']
const branch: Role[] = ['branch_secretary', 'branch_sorter']
const conveners: Role[] = [...branch, 'residents_committee']
const leads: Role[] = [
  'helper',
  'branch_secretary',
  'branch_sorter',
  'committee_director',
  'committee_member',
  'residents_committee',
  'property_manager',
  'department_liaison',
]

const committee: Role[] = ['committee_director', 'committee_member']

/** RULES.md §1, §2, §3 and §6, as a table: who may do it to a matter in which he has no part of his own. */
const AS_A_STRANGER: Record<Action, readonly Role[]> = {
  enter: everybody,
  raise: everybody,
  raiseOnBehalf: [...conveners, 'helper'],
  readPrivate: [...conveners, 'supervisor'],
  readIdentity: [...conveners, 'supervisor'],
  support: residents,
  follow: everybody,
  comment: everybody,
  hideComment: branch,
  seeQueue: [...conveners, 'supervisor', 'street'],
  seeTasks: [...leads, 'supervisor', 'street'],
  seePeople: [...conveners, 'street'],
  convene: conveners,
  moderate: conveners,
  rsvp: everybody,
  checkIn: everybody,
  checkInOther: [...conveners, 'helper'],
  vote: residents,
  petition: residents,
  stateOpinion: everybody,
  keepRoll: committee,
  conveneVote: committee,
  publishVote: committee,
  castBallot: residents,
  objectToVote: residents,
  seeDoors: [...committee, 'scrutineer', 'helper'],
  enterPapers: ['scrutineer'],
  ruleConflicts: ['scrutineer'],
  exportVote: [...committee, 'scrutineer'],
  acknowledge: branch,
  edit: [],
  return: branch,
  resubmit: [],
  withdraw: [],
  merge: branch,
  split: branch,
  sort: branch,
  object: [],
  review: conveners,
  reopen: branch,
  schedule: conveners,
  unschedule: conveners,
  deliberate: conveners,
  resolve: conveners,
  decline: conveners,
  refer: conveners,
  assign: [...conveners, 'street'],
  start: [],
  progress: [],
  extend: [],
  claimDone: [],
  check: [],
  askRating: [],
  rate: residents,
  settle: branch,
  answer: [...conveners, 'street'],
  escalate: [...conveners, 'supervisor'],
}

/** The same for his own matter, and for a task of which he is the lead or a helper. */
const AS_REPORTER: Partial<Record<Action, readonly Role[]>> = {
  edit: everybody,
  resubmit: everybody,
  withdraw: everybody,
  object: everybody,
  reopen: everybody,
  rate: everybody,
  readPrivate: everybody,
  review: [],
}
const AS_LEAD: Partial<Record<Action, readonly Role[]>> = {
  start: leads,
  progress: leads,
  extend: leads,
  claimDone: leads,
  readPrivate: everybody,
  readIdentity: everybody,
  rate: [],
  check: [],
  settle: [],
}
const AS_HELPER: Partial<Record<Action, readonly Role[]>> = { ...AS_LEAD, extend: [], claimDone: [] }

const NOBODY_HERE = {
  reporterId: 'somebody',
  raisedById: 'somebody',
  leadId: 'somebody',
  helperIds: ['somebody'],
  checkerId: null,
  claimedById: 'somebody',
  againstId: 'somebody',
  pastCheckerIds: [],
  isEscalated: false,
}
const ACTIONS = Object.keys(ABILITIES) as Action[]
const sorted = (roles: readonly Role[]) => [...roles].sort()

describe.each([
  ['somebody without a part in it', AS_A_STRANGER, () => NOBODY_HERE],
  ['its reporter', AS_REPORTER, (id: string) => ({ ...NOBODY_HERE, reporterId: id })],
  ['whoever typed it for another', AS_REPORTER, (id: string) => ({ ...NOBODY_HERE, raisedById: id })],
  ['its lead', AS_LEAD, (id: string) => ({ ...NOBODY_HERE, leadId: id })],
  ['one of its helpers', AS_HELPER, (id: string) => ({ ...NOBODY_HERE, helperIds: ['somebody', id] })],
])('%s', (_who, differs, factsOf) => {
  test.each(ACTIONS)('may “%s” exactly in these roles', (action) => {
    const expected = differs[action] ?? AS_A_STRANGER[action]
    const allowed = ROLE_CODES.filter((role) => may(BY_ROLE[role], action, factsOf(role)))
    expect(sorted(allowed)).toEqual(sorted(expected))
  })
})

test('a tenant raises, supports and votes in a consultation like any owner', () => {
  for (const action of ['raise', 'support', 'vote', 'comment', 'rsvp'] as const) {
    expect(may(BY_ROLE.tenant, action)).toBe(true)
  }
})

test('a resident does not sort, acknowledge, return or merge', () => {
  for (const role of residents) {
    for (const action of ['sort', 'acknowledge', 'return', 'merge', 'split', 'review'] as const) {
      expect(mayEver(BY_ROLE[role], action)).toBe(false)
    }
  }
})

test('somebody without any role may do nothing at all', () => {
  const own = { ...NOBODY_HERE, reporterId: VISITOR.id, leadId: VISITOR.id, checkerId: VISITOR.id }
  for (const action of ACTIONS) {
    expect(may(VISITOR, action, own)).toBe(false)
    expect(mayEver(VISITOR, action)).toBe(false)
  }
})

test('the branch never votes unless its member lives here, and nobody who only works here does', () => {
  const voters = ROLE_CODES.filter((role) => may(BY_ROLE[role], 'vote'))
  expect(sorted(voters)).toEqual(sorted(residents))
  expect(may({ id: 'both', roles: ['branch_secretary', 'owner'] }, 'vote')).toBe(true)
})

test('nobody reviews a decision of his own, nor an objection of his own', () => {
  for (const role of conveners) {
    expect(may(BY_ROLE[role], 'review', { ...NOBODY_HERE, againstId: role })).toBe(false)
    expect(may(BY_ROLE[role], 'review', { ...NOBODY_HERE, reporterId: role })).toBe(false)
    expect(may(BY_ROLE[role], 'review', { ...NOBODY_HERE, raisedById: role })).toBe(false)
  }
})

test('who did the work neither settles, checks nor rates it, whatever else he is', () => {
  const parts = [{ leadId: 'secretary' }, { helperIds: ['x', 'secretary'] }, { claimedById: 'secretary' }]
  const actor = { id: 'secretary', roles: ['branch_secretary', 'owner', 'supervisor'] as const }
  for (const part of parts) {
    for (const action of ['settle', 'check', 'rate'] as const) {
      const facts = { ...NOBODY_HERE, checkerId: 'secretary', reporterId: 'secretary', ...part }
      expect(may(actor, action, facts)).toBe(false)
    }
  }
})

test('the one named to check does it; else only the supervisor, and he not twice', () => {
  const named = { ...NOBODY_HERE, checkerId: 'owner' }
  expect(ROLE_CODES.filter((role) => may(BY_ROLE[role], 'check', named))).toEqual(['owner', 'supervisor'])
  expect(may(BY_ROLE.supervisor, 'check', { ...named, pastCheckerIds: ['supervisor'] })).toBe(false)
})

test('what went one level up is answered there, not by the branch', () => {
  const facts = { ...NOBODY_HERE, isEscalated: true }
  const answering = ROLE_CODES.filter((role) => may(BY_ROLE[role], 'answer', facts))
  expect(sorted(answering)).toEqual(['residents_committee', 'street'])
})

test('what the clock does, nobody does', () => {
  expect(ROLE_CODES.filter((role) => mayEver(BY_ROLE[role], 'askRating'))).toEqual([])
})

test('only the session makes the system: neither an id nor a missing role does', () => {
  expect(ACTIONS.every((action) => may(SYSTEM, action))).toBe(true)
  expect(may({ id: '', roles: [] }, 'sort')).toBe(false)
  expect(may({ id: '', roles: [], isSystem: false }, 'sort')).toBe(false)
})

test('an unknown reporter is nobody: a matter without one is not everybody’s', () => {
  expect(may({ id: '', roles: ['owner'] }, 'withdraw', { ...NOBODY_HERE, reporterId: null })).toBe(false)
})

test('what somebody may do is worked out once for each who asks, and not mixed up between two', () => {
  const actor = { id: 'asked', roles: ['owner', 'branch_secretary'] as const }
  expect(abilityOf(actor)).toBe(abilityOf(actor))
  const other = { id: 'other', roles: ['tenant'] as const }
  may(actor, 'sort')
  expect(abilityOf(other)).not.toBe(abilityOf(actor))
  expect(may(other, 'sort')).toBe(false)
})
