import { ROUTES, type RouteCode } from '../sort/routes'
import type { Context } from './context'
import { DAY } from './instant'
import type { IntentType } from './intents'
import type { Matter, Route } from './matter'
import { type Refusal, refuse } from './refusals'

/** What belongs to a meeting or a vote before anybody is sent to do it (RULES.md §1: R3, R4, R5). */
export const NEEDS_MEETING: ReadonlySet<RouteCode> = new Set(['deliberation', 'owners', 'residents'])

const OWNERS_LAW = '《民法典》第二百七十八条'
/** Tracks B and C (RULES.md §3): a consultation prepares these and decides none of them. */
const DECIDED_ELSEWHERE: Partial<Record<RouteCode, { message: string; legalBasis: string }>> = {
  owners: {
    message: '这件事要业主共同决定，议事会不能替业主定；请把结果转给业委会，交业主表决。',
    legalBasis: OWNERS_LAW,
  },
  residents: {
    message: '这件事要居民会议定，议事会不能替居民会议定；请把结果转给居委会。',
    legalBasis: '《城市居民委员会组织法》',
  },
}

type Check<Subject> = (subject: Subject, context: Context) => Refusal | null

const no = (...said: Parameters<typeof refuse>): Refusal => refuse(...said).refusal
const days = (span: number): string => `${Math.round(span / DAY)} 天`

const ON_MATTER: Partial<Record<IntentType, Check<Matter>>> = {
  acknowledge: (matter) =>
    matter.acknowledgedAt === null ? null : no('already_acknowledged', '已经有人接件了。'),
  object: (matter, { now, rules }) => {
    if (matter.objectedOnce) return no('already_objected', '每件事可以申请复核一次，这件已经复核过了。')
    if (now <= (matter.sortedAt ?? 0) + rules.objectionWindow) return null
    const within = days(rules.objectionWindow)
    return no('objection_window_over', `复核要在决定后 ${within}内提出，已经过了。您可以再说一次这件事。`)
  },
  reopen: (matter, { now, rules }) => {
    if (matter.closedAt !== null && now <= matter.closedAt + rules.reopenWithin) return null
    return no('reopen_window_over', `办结超过 ${days(rules.reopenWithin)}了，请当作新的一件事再说一次。`)
  },
}

const ON_ROUTE: Partial<Record<IntentType, Check<Route>>> = {
  schedule: (route) =>
    NEEDS_MEETING.has(route.code)
      ? null
      : no('target_invalid', `“${ROUTES[route.code].name}”不用开会议，直接办。`),
  resolve: ({ code }) => {
    const elsewhere = DECIDED_ELSEWHERE[code]
    return elsewhere ? no('decision_required', elsewhere.message, { legalBasis: elsewhere.legalBasis }) : null
  },
  assign: (route) =>
    route.state === 'referred' && NEEDS_MEETING.has(route.code)
      ? no('decision_required', `“${ROUTES[route.code].name}”要先有决定，再派人去办。`)
      : null,
  extend: (route) =>
    route.dueBeforeExtension === null ? null : no('already_extended', '延期只能一次，这件已经延过了。'),
  check: (route) => (route.checkedAt === null ? null : no('already_checked', '已经查验过了，等大家评。')),
  askRating: (route, { now }) => {
    if (route.ratingOpensAt === null || now < route.ratingOpensAt)
      return no('rating_not_open', '办完第二天再请大家评。')
    if (route.checkerId !== null && route.checkedAt === null)
      return no('check_pending', '返工的事要先查验，再请大家评。')
    return null
  },
  rate: (route, { now }) =>
    route.ratingClosesAt !== null && now < route.ratingClosesAt
      ? null
      : no('rating_not_open', '评价已经截止了。'),
}

/** What is done once, in its time, or only after something else: nothing that somebody fills in would change it. */
export function notNow(
  type: IntentType,
  matter: Matter,
  route: Route | undefined,
  context: Context,
): Refusal | null {
  const onMatter = ON_MATTER[type]?.(matter, context) ?? null
  return onMatter ?? (route ? (ON_ROUTE[type]?.(route, context) ?? null) : null)
}
