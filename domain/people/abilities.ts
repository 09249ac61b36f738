import { subject as caslSubject, createMongoAbility, type MongoAbility, type MongoQuery } from '@casl/ability'
import type { IntentType } from '../matter/intents'
import {
  type Actor,
  BRANCH_ROLES,
  COMMITTEE_ROLES,
  LEAD_ROLES,
  RESIDENT_ROLES,
  ROLE_CODES,
  type Role,
} from './roles'

/** What can be done in the hall beside the intents on a matter. */
export type HallAction =
  | 'enter'
  | 'raise'
  | 'raiseOnBehalf'
  | 'readPrivate'
  | 'readIdentity'
  | 'support'
  | 'follow'
  | 'comment'
  | 'hideComment'
  | 'seeQueue'
  | 'seeTasks'
  | 'seePeople'
  | 'convene'
  | 'moderate'
  | 'rsvp'
  | 'checkIn'
  | 'checkInOther'
  | 'vote'
  | 'petition'
  | 'stateOpinion'
  | 'keepRoll'
  | 'conveneVote'
  | 'publishVote'
  | 'castBallot'
  | 'objectToVote'
  | 'seeDoors'
  | 'enterPapers'
  | 'ruleConflicts'
  | 'exportVote'
export type Action = HallAction | IntentType

/** What a rule may ask about the thing acted on. Ids only; `null` matches nobody. */
export interface SubjectFacts {
  reporterId?: string | null
  raisedById?: string | null
  leadId?: string | null
  helperIds?: readonly string[]
  checkerId?: string | null
  claimedById?: string | null
  againstId?: string | null
  pastCheckerIds?: readonly string[]
  /** Rated as not done twice, or reported upwards: the level below has had its say. */
  isEscalated?: boolean
}

interface Rule {
  roles: readonly Role[]
  /** Extra conditions on the subject, as a function of who asks: one of them is enough. (CASL's own matcher knows no $or.) */
  when?: (actorId: string) => readonly MongoQuery[]
}

const everyone = ROLE_CODES
const branch = BRANCH_ROLES
const residents = RESIDENT_ROLES
const committee = COMMITTEE_ROLES

const own = (id: string): MongoQuery[] => [{ reporterId: id }, { raisedById: id }]
const answerable = (id: string): MongoQuery[] => [{ leadId: id }, { helperIds: id }]
/** Nobody rates, checks or settles his own work (RULES.md §2: by someone who did not do it). */
const notDoer = (id: string): MongoQuery => ({
  leadId: { $ne: id },
  helperIds: { $ne: id },
  claimedById: { $ne: id },
})
/** 复核 is decided by someone else than who decided and than who objected. */
const notParty = (id: string): MongoQuery => ({
  againstId: { $ne: id },
  reporterId: { $ne: id },
  raisedById: { $ne: id },
})
/** Where somebody was named to check who does not come, the supervisor looks: else the matter would hang for ever. */
const inPlaceOfChecker = (id: string): MongoQuery => ({
  ...notDoer(id),
  checkerId: { $ne: null },
  pastCheckerIds: { $ne: id },
})
const lead = (id: string): MongoQuery[] => [{ leadId: id }]

/**
 * The one table of who may do what (RULES.md §1, §2, §6). Deny by default: an action without a matching row is refused.
 * The branch moderates and sorts; nobody reviews an objection of his own, or against a decision of his own.
 */
export const ABILITIES: Record<Action, readonly Rule[]> = {
  enter: [{ roles: everyone }],
  raise: [{ roles: everyone }],
  raiseOnBehalf: [{ roles: ['helper', 'branch_secretary', 'branch_sorter', 'residents_committee'] }],
  readPrivate: [
    { roles: [...branch, 'residents_committee', 'supervisor'] },
    { roles: everyone, when: own },
    { roles: everyone, when: answerable },
  ],
  readIdentity: [
    { roles: [...branch, 'residents_committee', 'supervisor'] },
    { roles: everyone, when: answerable },
  ],
  support: [{ roles: residents }],
  follow: [{ roles: everyone }],
  comment: [{ roles: everyone }],
  hideComment: [{ roles: branch }],
  seeQueue: [{ roles: [...branch, 'residents_committee', 'supervisor', 'street'] }],
  seeTasks: [{ roles: [...LEAD_ROLES, 'supervisor', 'street'] }],
  seePeople: [{ roles: [...branch, 'residents_committee', 'street'] }],
  convene: [{ roles: [...branch, 'residents_committee'] }],
  moderate: [{ roles: [...branch, 'residents_committee'] }],
  rsvp: [{ roles: everyone }],
  checkIn: [{ roles: everyone }],
  checkInOther: [{ roles: [...branch, 'residents_committee', 'helper'] }],
  vote: [{ roles: residents }],
  petition: [{ roles: residents }],
  stateOpinion: [{ roles: everyone }],

  // Track B (RULES.md §3): the committee convenes and publishes, the scrutineers read papers and decide conflicts, owners and
  // their proxies vote. The branch has no row here: it can neither open, close, change nor see a ballot.
  keepRoll: [{ roles: committee }],
  conveneVote: [{ roles: committee }],
  publishVote: [{ roles: committee }],
  castBallot: [{ roles: residents }],
  objectToVote: [{ roles: residents }],
  seeDoors: [{ roles: [...committee, 'scrutineer', 'helper'] }],
  enterPapers: [{ roles: ['scrutineer'] }],
  ruleConflicts: [{ roles: ['scrutineer'] }],
  exportVote: [{ roles: [...committee, 'scrutineer'] }],

  acknowledge: [{ roles: branch }],
  edit: [{ roles: everyone, when: own }],
  return: [{ roles: branch }],
  resubmit: [{ roles: everyone, when: own }],
  withdraw: [{ roles: everyone, when: own }],
  merge: [{ roles: branch }],
  split: [{ roles: branch }],
  sort: [{ roles: branch }],
  object: [{ roles: everyone, when: own }],
  review: [{ roles: [...branch, 'residents_committee'], when: (id) => [notParty(id)] }],
  reopen: [{ roles: everyone, when: own }, { roles: branch }],
  schedule: [{ roles: [...branch, 'residents_committee'] }],
  unschedule: [{ roles: [...branch, 'residents_committee'] }],
  deliberate: [{ roles: [...branch, 'residents_committee'] }],
  resolve: [{ roles: [...branch, 'residents_committee'] }],
  decline: [{ roles: [...branch, 'residents_committee'] }],
  refer: [{ roles: [...branch, 'residents_committee'] }],
  assign: [{ roles: [...branch, 'residents_committee', 'street'] }],
  start: [{ roles: LEAD_ROLES, when: answerable }],
  progress: [{ roles: LEAD_ROLES, when: answerable }],
  extend: [{ roles: LEAD_ROLES, when: lead }],
  claimDone: [{ roles: LEAD_ROLES, when: lead }],
  check: [
    { roles: everyone, when: (id) => [{ checkerId: id, ...notDoer(id) }] },
    { roles: ['supervisor'], when: (id) => [inPlaceOfChecker(id)] },
  ],
  askRating: [],
  rate: [
    { roles: residents, when: (id) => [notDoer(id)] },
    { roles: everyone, when: (id) => own(id).map((each) => ({ ...each, ...notDoer(id) })) },
  ],
  settle: [{ roles: branch, when: (id) => [notDoer(id)] }],
  answer: [
    { roles: ['residents_committee', 'street'] },
    // What has gone one level up is answered there (RULES.md §5).
    { roles: branch, when: () => [{ isEscalated: { $ne: true } }] },
  ],
  escalate: [{ roles: [...branch, 'supervisor', 'residents_committee'] }],
}

export type HallAbility = MongoAbility<[Action, 'Hall' | (SubjectFacts & { __caslSubjectType__: 'Hall' })]>

// One answer asks some eighty times about the same actor; building the ability anew each time took 3 ms of it.
const known = new WeakMap<Actor, HallAbility>()

/** What `actor` may do, as a CASL ability over the one subject type `Hall`. The system may do everything. */
export function abilityOf(actor: Actor): HallAbility {
  const ability = known.get(actor) ?? buildAbility(actor)
  known.set(actor, ability)
  return ability
}

function buildAbility(actor: Actor): HallAbility {
  const rules = (Object.entries(ABILITIES) as [Action, readonly Rule[]][]).flatMap(([action, rows]) =>
    rows
      .filter((row) => actor.isSystem || row.roles.some((role) => actor.roles.includes(role)))
      .flatMap((row) => {
        const rule = { action, subject: 'Hall' as const }
        if (!row.when || actor.isSystem) return [rule]
        return row.when(actor.id).map((conditions) => ({ ...rule, conditions }))
      }),
  )
  return createMongoAbility<HallAbility>(rules)
}

/** May `actor` do `action` to the thing with these facts? */
export function may(actor: Actor, action: Action, facts: SubjectFacts = {}): boolean {
  if (actor.isSystem) return true
  return abilityOf(actor).can(action, caslSubject('Hall', { ...facts }))
}

/** May `actor` do `action` to anything at all? Used at the door of a route, before the thing is loaded. */
export function mayEver(actor: Actor, action: Action): boolean {
  return actor.isSystem === true || abilityOf(actor).can(action, 'Hall')
}
