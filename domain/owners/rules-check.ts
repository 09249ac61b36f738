import { DAY, type Instant } from '../matter/instant'
import { kindOfLawItem, LAW_ITEMS, type LawItem } from './law-items'
import type { DecisionKind, VoteRules } from './rule-set'

export interface DraftItem {
  title: string
  body: string
  kind: DecisionKind
  lawItem: number | null
  options: readonly { id: string; title: string }[]
  seats: number
}

/** What a notice would freeze. */
export interface VoteDraft {
  title: string
  why: string
  contact: string
  isExtraordinary: boolean
  opensAt: Instant
  closesAt: Instant
  rules: VoteRules
  items: readonly DraftItem[]
}

/** What stands in the way of the notice: which field, and the sentence. */
export interface DraftProblem {
  field: string
  message: string
}

/** 业主大会 is announced 15 days before; an extraordinary meeting 7 days where the local rules say so (杭州). */
export const NOTICE_DAYS = 15
export const EXTRAORDINARY_NOTICE_DAYS = 7
export const VOTING_DAYS = { least: 5, most: 60 }

const problem = (field: string, message: string): DraftProblem => ({ field, message })

function checkRules(rules: VoteRules, isExtraordinary: boolean): DraftProblem[] {
  const least = isExtraordinary ? EXTRAORDINARY_NOTICE_DAYS : NOTICE_DAYS
  const { scope } = rules
  return [
    rules.specialSpaces === 'unset' &&
      problem(
        'rules.specialSpaces',
        '请定好：车位、储藏室、地下室计不计入（274号文第25条）。没有定，不能开始投票。',
      ),
    rules.channels.length === 0 && problem('rules.channels', '至少要有一种投票方式。'),
    scope.type === 'buildings' &&
      scope.buildings.length === 0 &&
      problem('rules.scope', '请选是哪几栋楼的事。'),
    scope.type === 'stairwell' &&
      (!scope.building || !scope.stairwell) &&
      problem('rules.scope', '请选是哪一栋、哪个单元的事。'),
    rules.legalBasis.length === 0 && problem('rules.legalBasis', '请写明依据哪条法律。'),
    rules.noticeDays < least &&
      problem('rules.noticeDays', `公告至少提前 ${least} 天${isExtraordinary ? '（临时会议）' : ''}。`),
    rules.nonVoters === 'join_leading' &&
      !rules.channels.some((channel) => channel !== 'online') &&
      problem('rules.nonVoters', '没投的要计入，先要能送达到户：请加上纸质或上门。'),
  ].filter((each): each is DraftProblem => each !== false)
}

function checkItem(item: DraftItem, position: number): DraftProblem[] {
  const field = `items.${position}`
  const hasOptions = item.kind === 'options' || item.kind === 'election'
  const law = item.lawItem as LawItem | null
  const needed = law !== null && law in LAW_ITEMS ? kindOfLawItem(law) : null
  const isTooLight = needed === 'special' && item.kind !== 'special' && item.kind !== 'unanimous'
  const isTooHeavy = needed === 'ordinary' && item.kind === 'special'
  return [
    item.title.trim() === '' && problem(`${field}.title`, '请写表决事项。'),
    item.body.trim() === '' && problem(`${field}.body`, `“${item.title}”没有正文，大家不知道投的是什么。`),
    isTooLight &&
      problem(
        `${field}.kind`,
        `“${item.title}”是民法典278条第${law}项，要参加表决的四分之三同意，不能按一般事项投。`,
      ),
    isTooHeavy &&
      problem(
        `${field}.kind`,
        `“${item.title}”是民法典278条第${law}项，参加表决的过半数同意就算通过，不能另加门槛。`,
      ),
    (item.kind === 'ordinary' || item.kind === 'special') &&
      law === null &&
      problem(`${field}.lawItem`, `请选“${item.title}”是民法典278条的哪一项。`),
    hasOptions && item.options.length < 2 && problem(`${field}.options`, `“${item.title}”至少要有两个可选。`),
    hasOptions &&
      new Set(item.options.map(({ title }) => title.trim())).size < item.options.length &&
      problem(`${field}.options`, `“${item.title}”里有两个一样的。`),
    hasOptions &&
      new Set(item.options.map(({ id }) => id)).size < item.options.length &&
      problem(`${field}.options`, `“${item.title}”里有两个编号一样的。`),
    item.kind === 'election' &&
      item.seats > item.options.length &&
      problem(`${field}.seats`, `“${item.title}”的名额比候选人还多。`),
  ].filter((each): each is DraftProblem => each !== false)
}

/** Everything that stands in the way of announcing this draft at `now`; empty: it may be announced. */
export function checkDraft(draft: VoteDraft, now: Instant): DraftProblem[] {
  const { rules, isExtraordinary, opensAt, closesAt } = draft
  const days = (closesAt - opensAt) / DAY
  return [
    ...(draft.title.trim() === '' ? [problem('title', '请写标题。')] : []),
    ...(draft.why.trim() === '' ? [problem('why', '请写为什么要表决。')] : []),
    ...(draft.contact.trim() === '' ? [problem('contact', '请写有不明白的问谁，留个电话。')] : []),
    ...draft.items.flatMap(checkItem),
    ...(draft.items.length === 0 ? [problem('items', '至少要有一项表决事项。')] : []),
    ...checkRules(rules, isExtraordinary),
    ...(opensAt < now + rules.noticeDays * DAY
      ? [problem('opensAt', `公告 ${rules.noticeDays} 天以后才能开始投票，请把开始的日子往后放。`)]
      : []),
    ...(days < VOTING_DAYS.least || days > VOTING_DAYS.most
      ? [problem('closesAt', `投票时间要在 ${VOTING_DAYS.least} 到 ${VOTING_DAYS.most} 天之间。`)]
      : []),
  ]
}
