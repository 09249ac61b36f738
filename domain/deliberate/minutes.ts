import { DAY, type Instant, speakTime } from '../matter/instant'
import { accept, type Result, refuse } from '../matter/refusals'
import { SPEECH_KINDS, type SpeechKind } from './floor'
import { MEETING_KINDS, type MeetingKind } from './meeting'

/** 纪要: one part of the minutes; `id` stays the same from draft to print. */
export interface MinutesSection {
  id: string
  title: string
  text: string
}

/** Those who were there may object to the minutes for so long. */
export const OBJECTION_TIME: Instant = 3 * DAY
/** A concrete demand is answered in writing within so long: a hearing's sooner (RULES.md §2, ours). */
export const demandAnswerWithin = (kind: MeetingKind): Instant => (kind === 'hearing' ? 7 : 15) * DAY

export interface MinutesItem {
  id: string
  title: string
  motion: string | null
  proposerLabel: string | null
  /** What was proposed from the floor: “修正：…（3 号楼居民提，2 人附议，采用了）”. */
  proposals: readonly string[]
  speeches: readonly { label: string; kind: SpeechKind; note: string }[]
  polls: readonly { question: string; words: string; isSecret: boolean; hands: number }[]
  /** “形成决议：…”; empty where nothing was concluded. */
  outcome: string
  minorityViews: string
  submissions: readonly { label: string; text: string }[]
}

/** What happened, with labels and never names. */
export interface MinutesFacts {
  kind: MeetingKind
  title: string
  place: string
  online: boolean
  startsAt: Instant
  openedAt: Instant | null
  closedAt: Instant | null
  chairLabels: readonly string[]
  recorderLabel: string
  seats: number
  presentMembers: number
  present: number
  guests: number
  quorumNeeded: number
  items: readonly MinutesItem[]
  /** Written words that belong to no point. */
  submissions: readonly { label: string; text: string }[]
  /** Statements that every group agrees on, as far as groups could be made out. */
  agreed: readonly string[]
  parties: readonly { label: string; isHere: boolean; invitedHow: string; view: string }[]
  questions: readonly { asked: string; text: string; answered: string; answer: string }[]
  demands: readonly { label: string; text: string; isAdopted: boolean | null; answer: string }[]
  /** What moderators did to statements, each in a line. */
  moderatorActs: readonly string[]
}

/** With the year, whichever it is read in: minutes are kept for years. */
const dated = (at: Instant): string => speakTime(at, 0)

const lines = (...all: (string | false)[]): string => all.filter(Boolean).join('\n')

function attendance(facts: MinutesFacts): string {
  const { seats, presentMembers, present, guests, quorumNeeded, kind } = facts
  const quorum = MEETING_KINDS[kind].decides && seats > 0
  return lines(
    `到会 ${present} 人${guests > 0 ? `，其中 ${guests} 位由主持人记在名单上` : ''}。`,
    quorum &&
      `议事员 ${seats} 位，到会 ${presentMembers} 位，缺席 ${Math.max(0, seats - presentMembers)} 位；表决要 ${quorumNeeded} 位，${presentMembers >= quorumNeeded ? '人数够' : '人数不够，不能表决动议'}。`,
  )
}

function itemText(item: MinutesItem): string {
  const { motion, proposerLabel, proposals, speeches, polls, outcome, minorityViews, submissions } = item
  return lines(
    motion !== null && `动议${proposerLabel ? `（${proposerLabel}提）` : ''}：${motion}`,
    ...proposals,
    speeches.length > 0 && `发言 ${speeches.length} 人次：`,
    ...speeches.map(
      ({ label, kind, note }) =>
        `· ${label}${kind === 'speech' ? '' : `（${SPEECH_KINDS[kind]}）`}${note ? `：${note}` : ''}`,
    ),
    ...submissions.map(({ label, text }) => `· 书面意见（${label}）：${text}`),
    ...polls.map(
      ({ question, words, isSecret, hands }) =>
        `表决（${isSecret ? '不记名' : '记名'}${hands > 0 ? `，其中举手 ${hands} 人，两位计票人数的一样` : ''}）：${question === motion ? '' : `${question}——`}${words}`,
    ),
    outcome || '这一项没有形成结果。',
    minorityViews !== '' && `少数意见：${minorityViews}`,
  )
}

const verdict = (isAdopted: boolean | null, answer: string): string =>
  isAdopted === null ? '待书面答复' : `${isAdopted ? '采纳' : '不采纳'}。${answer}`

function hearingSections({ parties, questions }: MinutesFacts): MinutesSection[] {
  return [
    ...(parties.length === 0
      ? []
      : [
          {
            id: 'parties',
            title: '各方意见',
            text: parties
              .map(
                ({ label, isHere, invitedHow, view }) =>
                  `· ${label}（${isHere ? '到场' : `没有到场，${invitedHow ? `已${invitedHow}邀请` : '没有邀请记录'}`}）：${view || '没有留下意见'}`,
              )
              .join('\n'),
          },
        ]),
    ...(questions.length === 0
      ? []
      : [
          {
            id: 'questions',
            title: '问答',
            text: questions
              .map(({ asked, text, answered, answer }) =>
                answer
                  ? `问（${asked}）：${text}\n答（${answered}）：${answer}`
                  : `问（${asked}）：${text}\n没有回答`,
              )
              .join('\n'),
          },
        ]),
  ]
}

const listed = (id: string, title: string, all: readonly string[]): MinutesSection[] =>
  all.length === 0 ? [] : [{ id, title, text: all.map((each) => `· ${each}`).join('\n') }]

/** The minutes as they follow from what happened, for the recorder to correct: minority views and absent voices included (RULES.md §2). */
export function draftMinutes(facts: MinutesFacts): MinutesSection[] {
  const { openedAt, closedAt, chairLabels, recorderLabel } = facts
  const times = [openedAt && `${dated(openedAt)} 开始`, closedAt && `${dated(closedAt)} 结束`]
  return [
    {
      id: 'meeting',
      title: MEETING_KINDS[facts.kind].name,
      text: lines(
        facts.title,
        times.filter(Boolean).join('，'),
        [facts.place, facts.online && '可线上参加'].filter(Boolean).join('，'),
        `主持：${chairLabels.join('、')}。记录：${recorderLabel}。`,
      ),
    },
    { id: 'attendance', title: '到会', text: attendance(facts) },
    ...hearingSections(facts),
    ...facts.items.map((item, index) => ({
      id: `item-${item.id}`,
      title: `第 ${index + 1} 项　${item.title}`,
      text: itemText(item),
    })),
    ...listed(
      'submissions',
      '书面意见',
      facts.submissions.map(({ label, text }) => `${label}：${text}`),
    ),
    ...listed('agreed', '各方都同意的看法', facts.agreed),
    ...listed(
      'demands',
      '诉求与答复',
      facts.demands.map(
        ({ label, text, isAdopted, answer }) => `${label}：${text}——${verdict(isAdopted, answer)}`,
      ),
    ),
    ...listed('moderator', '主持人对看法的处理', facts.moderatorActs),
  ]
}

export interface PublishFacts {
  isPublished: boolean
  /** Shown to those who were there, and until when they may object; null: not shown yet. */
  objectionsUntil: Instant | null
  openObjections: number
  openDemands: number
  chairSigned: boolean
  recorderSigned: boolean
  /** Parties present at a hearing who have neither signed nor refused on record. */
  unsignedParties: readonly string[]
}

/** What stands in the way of publishing, in sentences; empty: it may be published. */
export function missingForPublishing(facts: PublishFacts, now: Instant): string[] {
  const { objectionsUntil, openObjections, openDemands, chairSigned, recorderSigned, unsignedParties } = facts
  return [
    objectionsUntil === null && '先给到会的人看。',
    objectionsUntil !== null &&
      now < objectionsUntil &&
      `到会的人可以提意见到 ${speakTime(objectionsUntil, now)}。`,
    openObjections > 0 && `还有 ${openObjections} 条意见没有答复。`,
    openDemands > 0 && `还有 ${openDemands} 条诉求没有书面答复。`,
    !chairSigned && '主持人还没有签字。',
    !recorderSigned && '记录人还没有签字。',
    unsignedParties.length > 0 && `还没有签字的一方：${unsignedParties.join('、')}。`,
  ].filter((each): each is string => each !== false)
}

/** May the minutes be published? Every demand answered, every objection too, signed by those who must. */
export function checkPublish(facts: PublishFacts, now: Instant): Result<null> {
  if (facts.isPublished) return refuse('minutes_published', '纪要已经公布了。')
  const [first] = missingForPublishing(facts, now)
  if (first === undefined) return accept(null)
  const code =
    facts.openDemands > 0
      ? 'demands_open'
      : facts.objectionsUntil === null || now < facts.objectionsUntil || facts.openObjections > 0
        ? 'minutes_objections_open'
        : 'signatures_missing'
  return refuse(code, missingForPublishing(facts, now).join(''))
}
