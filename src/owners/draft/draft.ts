import type { BodyOf } from '@yishiting/domain/contract'
import type { VoteView } from '@yishiting/domain/contract/owners'
import { DAY, HOUR, type Instant, startOfDay } from '@yishiting/domain/matter/instant'
import type { DecisionKind, VoteRules } from '@yishiting/domain/owners/rule-set'
import { newKey } from '@/api/key'
import { kindOf, severalOf, type Topic } from './topics'

export interface DraftItem {
  key: string
  title: string
  body: string
  /** null: not chosen yet. */
  topic: Topic | null
  several: boolean
  options: readonly { id: string; title: string }[]
  seats: number
}

/** A vote being planned. */
export interface Draft {
  title: string
  why: string
  contact: string
  isExtraordinary: boolean
  matterId: string | null
  opensAt: Instant | null
  closesAt: Instant | null
  rules: VoteRules
  items: readonly DraftItem[]
}

export const newItem = (title = ''): DraftItem => ({
  key: newKey(),
  title,
  body: '',
  topic: null,
  several: false,
  options: [],
  seats: 1,
})

const MORNING = 9 * HOUR
const EVENING = 18 * HOUR

/** The first morning that leaves the notice its full time, and the evening on which the announced window ends. */
export function proposedWindow(rules: VoteRules, now: Instant): { opensAt: Instant; closesAt: Instant } {
  const opensAt = startOfDay(now + rules.noticeDays * DAY) + DAY + MORNING
  return { opensAt, closesAt: startOfDay(opensAt) + (rules.votingDays - 1) * DAY + EVENING }
}

export function newDraft(rules: VoteRules, now: Instant): Draft {
  return {
    title: '',
    why: '',
    contact: '',
    isExtraordinary: false,
    matterId: null,
    ...proposedWindow(rules, now),
    rules,
    items: [newItem()],
  }
}

const topicOf = (kind: DecisionKind, lawItem: number | null): Topic | null =>
  kind === 'unanimous' ? 279 : (lawItem as Topic | null)

/** A saved draft, to be written on. */
export const draftOf = (vote: VoteView): Draft => ({
  title: vote.title,
  why: vote.why,
  contact: vote.contact,
  isExtraordinary: vote.isExtraordinary,
  matterId: vote.matterId,
  opensAt: Date.parse(vote.opensAt),
  closesAt: Date.parse(vote.closesAt),
  rules: vote.rules,
  items: vote.items.map((item) => ({
    key: item.id,
    title: item.title,
    body: item.body,
    topic: topicOf(item.kind, item.lawItem),
    several: item.kind === 'options' || item.kind === 'election',
    options: item.options,
    seats: item.seats,
  })),
})

/** Days of voting, counting a part of a day as one: what the rules announce follows from the window. */
const votingDays = (opensAt: Instant, closesAt: Instant): number =>
  Math.max(1, Math.ceil((closesAt - opensAt) / DAY))

/** What keeps even a draft from being saved, in a sentence; empty when nothing does. */
export function whyNotSave({ title, items, opensAt, closesAt, rules }: Draft): string {
  if (title.trim() === '') return '先写一个标题，就能存草稿了。'
  if (items.length === 0 || items.some((item) => item.title.trim() === ''))
    return '先写每一项表决什么，就能存草稿了。'
  if (opensAt === null || closesAt === null) return '先选什么时候投票，就能存草稿了。'
  if (Object.values(rules).some((value) => typeof value === 'number' && Number.isNaN(value)))
    return '规则里有一个数没写对，改好再存。'
  return ''
}

/** An item as the rules and the wire know it. */
export function itemBody({ title, body, topic, several, options, seats }: DraftItem) {
  const isSeveral = several && topic !== null && severalOf(topic) !== null
  return {
    title: title.trim(),
    body: body.trim(),
    // An item whose topic is still open is kept as the widest of the nine; it is no notice yet.
    kind: kindOf(topic ?? 9, isSeveral),
    lawItem: topic === null || topic === 279 ? null : topic,
    options: isSeveral ? options.filter((option) => option.title.trim() !== '') : [],
    seats: isSeveral ? seats : 1,
  }
}

/** The draft as the wire wants it. Only for one that {@link whyNotSave} has nothing against. */
export function draftBody(draft: Draft, now: Instant): BodyOf<'owners.draft'> {
  const proposed = proposedWindow(draft.rules, now)
  const { opensAt = proposed.opensAt, closesAt = proposed.closesAt } = chosenWindow(draft)
  return {
    title: draft.title.trim(),
    why: draft.why.trim(),
    contact: draft.contact.trim(),
    isExtraordinary: draft.isExtraordinary,
    matterId: draft.matterId,
    opensAt: new Date(opensAt).toISOString(),
    closesAt: new Date(closesAt).toISOString(),
    rules: {
      ...draft.rules,
      legalBasis: [...draft.rules.legalBasis],
      channels: [...draft.rules.channels],
      scope: scopeBody(draft.rules.scope),
      votingDays: votingDays(opensAt, closesAt),
    },
    items: draft.items.map(itemBody),
  }
}

const chosenWindow = ({ opensAt, closesAt }: Draft) => ({
  opensAt: opensAt ?? undefined,
  closesAt: closesAt ?? undefined,
})

const scopeBody = (scope: VoteRules['scope']) =>
  scope.type === 'buildings' ? { ...scope, buildings: [...scope.buildings] } : scope
