import { nextDayAt } from '@yishiting/domain/act/working-days'
import { type Instant, MINUTE } from '@yishiting/domain/matter/instant'
import type { Intent } from '@yishiting/domain/matter/intents'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import type { Answers } from '@yishiting/domain/rate/answers'
import type { RouteCode } from '@yishiting/domain/sort/routes'
import type { Topic } from '@yishiting/domain/sort/topics'
import { chance } from '../chance'
import { NEIGHBOURS } from '../compound'
import { demoMatterOf } from '../matters'
import type { SceneName } from '../pictures/scenes'
import type { MatterAct, RaiseAct } from './acts'
import { id, matterId, routeId } from './names'
import { no, type RoutePlan, yes } from './plans'
import type { Times } from './times'

type Raising = Pick<RaiseAct, 'by' | 'building'> & Partial<RaiseAct>

/**
 * The history of one matter, written as it happened: `.on(day, clock)` sets the time, the next word is what was done then.
 * Only a script: whether each step was allowed is decided by the rules when it is walked.
 */
export class Story {
  readonly acts: MatterAct[] = []
  /** Who has said 我也遇到, in order. */
  readonly supporters: string[] = []
  private at: Instant
  private raisedAt = 0
  private reporter = ''
  private readonly leads = new Map<RouteCode, string>()
  private readonly claimed = new Map<RouteCode, Instant>()

  constructor(
    readonly key: string,
    private readonly times: Times,
  ) {
    this.at = times.base
  }

  on(days: number, clock: string): this {
    this.at = this.times.on(days, clock)
    return this
  }

  hoursAgo(hours: number): this {
    this.at = this.times.hoursAgo(hours)
    return this
  }

  raise(raising: Raising): this {
    const words = raising.title ? null : demoMatterOf(this.key)
    this.reporter = raising.reporter === null ? '' : (raising.reporter ?? raising.by)
    this.raisedAt = this.at
    this.acts.push({
      kind: 'raise',
      at: this.at,
      matter: this.key,
      title: words?.title ?? '',
      text: words?.text ?? '',
      isPrivate: words?.isPrivate ?? false,
      actor: null,
      reporter: raising.by,
      reporterName: null,
      capacity: 'self',
      channel: 'app',
      place: '',
      pictures: [],
      splitFrom: null,
      ...raising,
    })
    return this
  }

  private decide(by: string, intent: Intent, pictures: readonly SceneName[] = []): this {
    this.acts.push({ kind: 'decide', at: this.at, matter: this.key, by, intent, pictures })
    return this
  }

  private lead(code: RouteCode): string {
    const lead = this.leads.get(code)
    if (!lead) throw new Error(`${this.key}: nobody leads ${code}`)
    return lead
  }

  acknowledge(by = 'sorter'): this {
    return this.decide(by, { type: 'acknowledge' })
  }

  sort(topic: Topic, reason: string, plans: readonly RoutePlan[], by = 'secretary'): this {
    const routes = plans.map(({ lead, ...plan }) => {
      if (lead) this.leads.set(plan.code, lead)
      return { ...plan, id: routeId(this.key, plan.code), leadId: lead ? id(lead) : null }
    })
    return this.decide(by, { type: 'sort', topic, reason, routes })
  }

  returned(reason: string, whereTo: string, by = 'sorter'): this {
    return this.decide(by, { type: 'return', reason, whereTo })
  }

  merged(into: string, reason: string, by = 'sorter'): this {
    return this.decide(by, { type: 'merge', intoId: matterId(into), reason })
  }

  split(
    reason: string,
    parts: readonly { key: string; title: string; text: string }[],
    by = 'secretary',
  ): this {
    const withIds = parts.map(({ key, title, text }) => ({ id: matterId(key), title, text }))
    return this.decide(by, { type: 'split', reason, parts: withIds })
  }

  object(reason: string): this {
    return this.decide(this.reporter, { type: 'object', reason })
  }

  reopen(reason: string): this {
    return this.decide(this.reporter, { type: 'reopen', reason })
  }

  assign(
    code: RouteCode,
    plan: { lead: string; task: string; dueAt: Instant; helpers?: readonly string[]; checker?: string },
    by = 'secretary',
  ): this {
    this.leads.set(code, plan.lead)
    return this.decide(by, {
      type: 'assign',
      routeId: routeId(this.key, code),
      leadId: id(plan.lead),
      helperIds: (plan.helpers ?? []).map(id),
      task: plan.task,
      dueAt: plan.dueAt,
      checkerId: plan.checker ? id(plan.checker) : null,
    })
  }

  start(code: RouteCode): this {
    return this.decide(this.lead(code), { type: 'start', routeId: routeId(this.key, code) })
  }

  progress(code: RouteCode, text: string, pictures: readonly SceneName[] = []): this {
    return this.decide(
      this.lead(code),
      { type: 'progress', routeId: routeId(this.key, code), text },
      pictures,
    )
  }

  extend(code: RouteCode, dueAt: Instant, reason: string): this {
    return this.decide(this.lead(code), { type: 'extend', routeId: routeId(this.key, code), dueAt, reason })
  }

  done(code: RouteCode, text: string, pictures: readonly SceneName[]): this {
    this.claimed.set(code, this.at)
    const intent: Intent = {
      type: 'claimDone',
      routeId: routeId(this.key, code),
      text,
      photoCount: pictures.length,
    }
    return this.decide(this.lead(code), intent, pictures)
  }

  /** The clock asks the morning after the done-claim; what follows here comes a little later. */
  asked(code: RouteCode): this {
    const opens = nextDayAt(this.claimed.get(code) ?? this.at, DEFAULT_RULES.ratingOpensHour)
    this.at = opens + 20 * MINUTE
    return this
  }

  rated(code: RouteCode, by: string, answers: Answers): this {
    this.acts.push({ kind: 'rate', at: this.at, matter: this.key, code, by, answers })
    return this
  }

  ratedByReporter(code: RouteCode, answers: Answers = yes): this {
    return this.rated(code, this.reporter, answers)
  }

  /** The first supporters answer, one an hour: so many are content, so many are not. */
  ratedByNeighbours(code: RouteCode, content: number, complaints: readonly string[] = []): this {
    const answers = [...Array.from({ length: content }, () => yes), ...complaints.map((reason) => no(reason))]
    const start = this.at
    for (const [index, answer] of answers.entries()) {
      const by = this.supporters[index]
      if (!by) throw new Error(`${this.key}: too few supporters to answer`)
      this.at = start + index * 41 * MINUTE
      this.rated(code, by, answer)
    }
    return this
  }

  settled(code: RouteCode, by = 'sorter'): this {
    this.acts.push({ kind: 'settle', at: this.at, matter: this.key, code, by })
    return this
  }

  check(code: RouteCode, by: string, passed: boolean, reason: string): this {
    return this.decide(by, { type: 'check', routeId: routeId(this.key, code), passed, reason })
  }

  /** A resolution has made somebody answerable. */
  led(code: RouteCode, lead: string): this {
    this.leads.set(code, lead)
    return this
  }

  answer(code: RouteCode, reason: string, by = 'secretary'): this {
    return this.decide(by, { type: 'answer', routeId: routeId(this.key, code), reason })
  }

  says(by: string, text: string): this {
    this.acts.push({ kind: 'comment', at: this.at, matter: this.key, by, text })
    return this
  }

  /** Neighbours who met it too: most of them soon, the named ones first; some follow. */
  supported(count: number, first: readonly string[] = []): this {
    const by = chance(`supports:${this.key}`)
    const around = this.acts.find((act) => act.kind === 'raise')?.building ?? null
    const weight = (building: number | undefined) => by.next() * (building === around ? 0.25 : 1)
    const others = NEIGHBOURS.map((person) => ({ person, order: weight(person.home?.building) }))
      .sort((a, b) => a.order - b.order)
      .map(({ person }) => person.key)
      .filter((key) => key !== this.reporter && !first.includes(key))
    const span = this.at - this.raisedAt
    for (const key of [...first, ...others].slice(0, count)) {
      const at = this.raisedAt + Math.round(span * by.next() ** 2 * 0.96) + MINUTE
      this.supporters.push(key)
      this.acts.push({ kind: 'support', at, matter: this.key, by: key })
      if (by.next() < 0.3) this.acts.push({ kind: 'follow', at: at + 5_000, matter: this.key, by: key })
    }
    return this
  }

  followed(...people: readonly string[]): this {
    for (const by of people) this.acts.push({ kind: 'follow', at: this.at, matter: this.key, by })
    return this
  }
}
