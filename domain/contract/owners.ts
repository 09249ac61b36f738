import { z } from 'zod'
import { CAPACITIES, CHANNEL_CODES } from '../owners/ballot'
import { AREA_SOURCES, UNIT_USES } from '../owners/roll'
import { ROLL_COLUMNS, type RollColumn } from '../owners/roll-columns'
import { CONFLICT_RULES, DECISION_KINDS } from '../owners/rule-set'
import { operation } from './operation'
import * as wire from './shared'

export { ROLL_COLUMNS, type RollColumn }

const codes = <Key extends string>(table: Record<Key, string>) =>
  z.enum(Object.keys(table) as [Key, ...Key[]], { error: '请从选项里选一个。' })

/** “83.25”: ㎡ as a decimal string; never a float on the wire. */
const area = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,4})?$/, { error: '面积要写成数字，最多四位小数，例如 83.25。' })
const reason = z
  .string({ error: '请写明原因。' })
  .trim()
  .min(1, { error: '请写明原因。' })
  .max(2_000, { error: '原因最多 2000 字。' })

export const figure = z.object({ people: z.int().nullable(), area: z.string().nullable() })
export type FigureView = z.infer<typeof figure>

const scope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('compound') }),
  z.object({
    type: z.literal('buildings'),
    buildings: z.array(z.string().min(1).max(40)).min(1, { error: '请选楼栋。' }).max(500),
  }),
  z.object({
    type: z.literal('stairwell'),
    building: z.string().min(1).max(40),
    stairwell: z.string().min(1).max(40),
  }),
])

/** domain/owners/rule-set VoteRules as it travels. */
export const voteRules = z.object({
  preset: z.string().max(40),
  legalBasis: z.array(z.string().max(200)).max(20),
  scope,
  specialSpaces: z.enum(['unset', 'included', 'excluded']),
  invalidParticipates: z.boolean(),
  nonVoters: z.enum(['none', 'join_leading']),
  channels: z.array(z.enum(CHANNEL_CODES)).max(4),
  conflicts: codes(CONFLICT_RULES),
  mayChange: z.boolean(),
  mandatesPerProxy: z.int().min(0).max(50),
  propertyStaffMayProxy: z.boolean(),
  ranking: z.enum(['people_then_area', 'area_then_people']),
  noticeDays: z.int().min(0).max(365),
  votingDays: z.int().min(1).max(365),
  extensionDays: z.int().min(0).max(365),
  objectionDays: z.int().min(1).max(365),
})

export const mark = z.union([
  z.enum(['agree', 'against', 'abstain', 'blank', 'invalid'], { error: '请选同意、不同意或弃权。' }),
  z.array(z.string().max(40)).max(50, { error: '选得太多了。' }),
])
/** By item id. */
const marks = z.record(wire.id, mark)

const inequality = z.object({
  code: z.string(),
  words: z.string(),
  shortPeople: z.int().nullable(),
  shortArea: z.string().nullable(),
})
const verdict = z.enum(['PASS', 'FAIL', 'CANNOT_CERTIFY', 'NOT_HELD'])

/** One item counted: domain/owners Outcome and Totals with areas as decimal strings. */
export const itemResult = z.object({
  itemId: wire.id,
  title: z.string(),
  kind: codes(DECISION_KINDS),
  verdict,
  /** The same without rulings of the scrutineers, and without any non-voter rule. */
  verdictWithoutRulings: verdict,
  strict: verdict,
  otherReading: z.object({ invalidParticipates: z.boolean(), verdict }).nullable(),
  words: z.string(),
  failed: z.array(inequality),
  missing: z.array(z.string()),
  notes: z.array(z.string()),
  roll: figure,
  participating: figure,
  agree: figure,
  against: figure,
  abstain: figure,
  invalid: figure,
  deliveredNotVoted: figure,
  openConflicts: z.int(),
  conflictsToFlip: z.int().nullable(),
  percentages: z.record(z.string(), z.string().nullable()),
  options: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      agree: figure,
      verdict,
      isWinner: z.boolean(),
      failed: z.array(inequality),
    }),
  ),
})
export type ItemResultView = z.infer<typeof itemResult>

export const voteResult = z.object({
  countedAt: wire.instant,
  /** Hex SHA-256 of the canonical result; `npm run recount` prints the same. */
  digest: z.string(),
  items: z.array(itemResult),
  /** How many ballots came to which end. */
  dispositions: z.record(z.string(), z.int()),
  ballots: z.int(),
  conflicts: z.object({ open: z.int(), ruled: z.int() }),
  registryDifference: z.object({ units: z.int().nullable(), area: z.string().nullable() }),
})
export type VoteResultView = z.infer<typeof voteResult>

const state = z.enum(['draft', 'noticed', 'open', 'closed', 'published', 'certified', 'cancelled'])
export const voteCard = z.object({
  id: wire.id,
  receipt: z.string(),
  title: z.string(),
  state,
  opensAt: wire.instant,
  closesAt: wire.instant,
  itemTitles: z.array(z.string()),
  /** Have I still a ballot to cast? */
  waitsForMe: z.boolean(),
  /** “12 月 8 日 24:00 截止 · 您还没投” */
  line: z.string(),
})
export type VoteCardView = z.infer<typeof voteCard>

export const itemView = z.object({
  id: wire.id,
  position: z.int(),
  title: z.string(),
  body: z.string(),
  kind: codes(DECISION_KINDS),
  lawItem: z.int().nullable(),
  options: z.array(z.object({ id: z.string(), title: z.string() })),
  seats: z.int(),
  /** What passes it, in words. */
  passesWhen: z.string(),
})

/** One of my rights to vote: for my own key, as a co-owner, or as a proxy. */
export const right = z.object({
  keyNo: z.int(),
  capacity: codes(CAPACITIES),
  unitCodes: z.array(z.string()),
  area: z.string().nullable(),
  /** Whose it is, masked; for a proxy. */
  ownerLabel: z.string(),
  coOwners: z.int(),
  mayVote: z.boolean(),
  /** Why not, in a sentence. */
  whyNot: z.string(),
  mayChange: z.boolean(),
  /** Mine, when I have cast it: the receipt is shown again only to me. */
  receipt: z
    .object({ code: z.string(), digest: z.string(), at: wire.instant, channel: z.enum(CHANNEL_CODES) })
    .nullable(),
  mandate: z
    .object({
      id: wire.id,
      state: z.enum(['offered', 'accepted']),
      proxyLabel: z.string(),
      acceptCode: z.string().nullable(),
      expiresAt: wire.instant,
      /** Items it is for; null: all. A proxy marks these and no others. */
      itemIds: z.array(wire.id).nullable(),
    })
    .nullable(),
  /** What the owner wrote, for a proxy with instructions. */
  instructions: marks.nullable(),
})
export type RightView = z.infer<typeof right>

export const voteView = voteCard.extend({
  version: z.int(),
  why: z.string(),
  contact: z.string(),
  isExtraordinary: z.boolean(),
  matterId: wire.id.nullable(),
  items: z.array(itemView),
  rules: voteRules,
  rulesInWords: z.array(z.string()),
  rulesDigest: z.string().nullable(),
  rollVersion: z.int().nullable(),
  rollDigest: z.string().nullable(),
  noticedAt: wire.instant.nullable(),
  extension: z.object({ firstClosesAt: wire.instant, reason: z.string() }).nullable(),
  /** Never the direction: how many take part, out of how many, and how far from two thirds. */
  participation: z
    .object({
      roll: figure,
      voted: figure,
      shortPeople: z.int().nullable(),
      shortArea: z.string().nullable(),
    })
    .nullable(),
  rights: z.array(right),
  /** Why I have none, and what to do. */
  noRightReason: z.string(),
  /** From close on for those who convene and for scrutineers; for everybody once it is published. */
  result: voteResult.nullable(),
  publishedAt: wire.instant.nullable(),
  objectionsUntil: wire.instant.nullable(),
  certifiedAt: wire.instant.nullable(),
  cancelReason: z.string(),
  objections: z.array(
    z.object({
      id: wire.id,
      label: z.string(),
      text: z.string(),
      at: wire.instant,
      answer: z.string(),
      answeredAt: wire.instant.nullable(),
    }),
  ),
  /** What stands in the way of the notice, by field; only for a draft. */
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
  can: z.object({
    edit: z.boolean(),
    notice: z.boolean(),
    cancel: z.boolean(),
    extend: z.boolean(),
    remind: z.boolean(),
    seeDoors: z.boolean(),
    deliver: z.boolean(),
    enterPapers: z.boolean(),
    rule: z.boolean(),
    transfer: z.boolean(),
    publish: z.boolean(),
    certify: z.boolean(),
    export: z.boolean(),
    object: z.boolean(),
    answerObjection: z.boolean(),
  }),
})
export type VoteView = z.infer<typeof voteView>

const draft = z.object({
  title: z.string().trim().min(1, { error: '请写标题。' }).max(60, { error: '标题最多 60 字。' }),
  why: z.string().max(5_000, { error: '说明最多 5000 字。' }),
  contact: z.string().max(100, { error: '联系人最多 100 字。' }),
  isExtraordinary: z.boolean().default(false),
  matterId: wire.id.nullable().default(null),
  opensAt: wire.instant,
  closesAt: wire.instant,
  rules: voteRules,
  items: z
    .array(
      z.object({
        title: z
          .string()
          .trim()
          .min(1, { error: '请写表决事项。' })
          .max(100, { error: '表决事项最多 100 字。' }),
        body: z.string().max(20_000, { error: '正文最多 20000 字。' }),
        kind: codes(DECISION_KINDS),
        lawItem: z.int().min(1).max(9).nullable().default(null),
        options: z
          .array(z.object({ id: z.string().min(1).max(40), title: z.string().min(1).max(100) }))
          .max(50)
          .default([]),
        seats: z.int().min(1).max(50).default(1),
      }),
    )
    .min(1, { error: '至少要有一项表决事项。' })
    .max(20, { error: '一次最多表决 20 项。' }),
})

export const VOTE_DOCUMENTS = ['notice', 'ballots', 'count'] as const
export type VoteDocument = (typeof VOTE_DOCUMENTS)[number]

const voteParams = wire.compoundParams.extend({ voteId: wire.id })
const importParams = wire.compoundParams.extend({ importId: wire.id })

/** Which column of the file (0-based) is which; absent: there is none. */
const mapping = z.partialRecord(
  z.enum(Object.keys(ROLL_COLUMNS) as [RollColumn, ...RollColumn[]]),
  z.int().min(0).max(200),
)

export const importView = z.object({
  id: wire.id,
  fileName: z.string(),
  header: z.array(z.string()),
  /** The first lines as read, names and numbers masked. */
  sample: z.array(z.array(z.string())),
  lines: z.int(),
  mapping,
})
export type ImportView = z.infer<typeof importView>

export const importCheck = z.object({
  lines: z.int(),
  good: z.int(),
  /** At most 500; `badCount` counts all. `line` as in the file, the header being 1. */
  bad: z.array(z.object({ line: z.int(), code: z.string(), reason: z.string() })),
  badCount: z.int(),
  warnings: z.array(z.object({ line: z.int(), code: z.string(), reason: z.string() })),
  summary: z.object({
    units: z.int(),
    people: z.int(),
    area: z.string(),
    developerUnits: z.int(),
    specialUnits: z.int(),
    withoutArea: z.int(),
  }),
})
export type ImportCheck = z.infer<typeof importCheck>

export const rollView = z.object({
  version: z.int().nullable(),
  units: z.int(),
  people: z.int(),
  area: z.string(),
  withoutArea: z.int(),
  registry: z.object({
    units: z.int().nullable(),
    area: z.string().nullable(),
    unitDifference: z.int().nullable(),
    areaDifference: z.string().nullable(),
  }),
  buildings: z.array(
    z.object({ building: z.string(), stairwells: z.array(z.string()), units: z.int(), area: z.string() }),
  ),
  versions: z.array(
    z.object({
      version: z.int(),
      kind: z.enum(['import', 'correction']),
      at: wire.instant,
      reason: z.string(),
      sourceName: z.string(),
      digest: z.string(),
    }),
  ),
  openRequests: z.int(),
  /** E.g. sets of owners that overlap: {甲,乙} and {甲} are two people (the statute is silent). */
  flags: z.array(z.string()),
})
export type RollView = z.infer<typeof rollView>

export const rollUnit = z.object({
  unitId: wire.id,
  code: z.string(),
  building: z.string(),
  stairwell: z.string(),
  use: codes(UNIT_USES),
  area: z.string().nullable(),
  areaSource: codes(AREA_SOURCES).nullable(),
  owners: z.array(z.object({ id: wire.id, maskedName: z.string(), isLinked: z.boolean() })),
  isDevelopers: z.boolean(),
})
export type RollUnitView = z.infer<typeof rollUnit>

export const rollRequest = z.object({
  id: wire.id,
  unitCode: z.string(),
  about: z.enum(['unit', 'owners', 'area', 'mandate', 'other']),
  text: z.string(),
  at: wire.instant,
  state: z.enum(['open', 'accepted', 'refused']),
  answer: z.string(),
  answeredAt: wire.instant.nullable(),
  /** Who asked, for those who keep the roll. */
  person: wire.person.nullable(),
})
export type RollRequestView = z.infer<typeof rollRequest>

/** “我能投票吗？”: my homes as the roll has them. */
export const standingInRoll = z.object({
  rollVersion: z.int().nullable(),
  units: z.array(
    z.object({
      code: z.string(),
      use: codes(UNIT_USES),
      area: z.string().nullable(),
      areaSource: codes(AREA_SOURCES).nullable(),
      owners: z.array(z.string()),
      problem: z.string(),
    }),
  ),
  /** “可以投票，算 1 人、83.25 平方米” or why not and what to do. */
  line: z.string(),
  canVote: z.boolean(),
  requests: z.array(rollRequest),
})
export type StandingInRoll = z.infer<typeof standingInRoll>

export const doorLine = z.object({
  keyNo: z.int(),
  building: z.string(),
  stairwell: z.string(),
  unitCodes: z.array(z.string()),
  maskedNames: z.array(z.string()),
  /** How often somebody was there, and what came of the last time. Never how anyone voted. */
  tries: z.int(),
  lastOutcome: z.enum(['delivered', 'nobody_home', 'refused']).nullable(),
  lastAt: wire.instant.nullable(),
})
export type DoorLineView = z.infer<typeof doorLine>

export const paperLine = z.object({
  ballotId: wire.id,
  keyNo: z.int(),
  unitCodes: z.array(z.string()),
  channel: z.enum(CHANNEL_CODES),
  at: wire.instant,
  /** I read it first: somebody else must read it again. */
  isMine: z.boolean(),
  state: z.enum(['waits_for_second', 'agreed', 'mismatch']),
  photos: z.array(wire.photo),
})
export type PaperLineView = z.infer<typeof paperLine>

export const conflictLine = z.object({
  keyNo: z.int(),
  itemId: wire.id,
  itemTitle: z.string(),
  unitCodes: z.array(z.string()),
  area: z.string().nullable(),
  why: z.string(),
  ballots: z.array(
    z.object({
      ballotId: wire.id,
      channel: z.enum(CHANNEL_CODES),
      capacity: codes(CAPACITIES),
      at: wire.instant,
      mark,
      secondMark: mark.nullable(),
      photos: z.array(wire.photo),
    }),
  ),
  ruling: z
    .object({ mark: z.union([mark, z.literal('void')]), reason: z.string(), at: wire.instant })
    .nullable(),
})
export type ConflictLineView = z.infer<typeof conflictLine>

export const castReceipt = z.object({
  code: z.string(),
  digest: z.string(),
  at: wire.instant,
  keyNo: z.int(),
})
export type CastReceipt = z.infer<typeof castReceipt>

const page = { params: voteParams, response: voteView, idempotent: true } as const

export const owners = {
  votes: operation({
    id: 'owners.votes',
    summary: '业主表决：正在投的在前',
    ability: 'enter',
    params: wire.compoundParams,
    query: wire.paging,
    response: z.object({ votes: z.array(voteCard), next: z.string().nullable() }),
  }),
  read: operation({
    id: 'owners.read',
    summary: '一次表决的整页',
    ability: 'enter',
    params: voteParams,
    response: voteView,
  }),
  draft: operation({
    id: 'owners.draft',
    summary: '起草一次业主表决',
    ability: 'conveneVote',
    idempotent: true,
    params: wire.compoundParams,
    body: draft,
    response: voteView,
    status: 201,
  }),
  editDraft: operation({
    id: 'owners.editDraft',
    summary: '改草稿',
    ability: 'conveneVote',
    ...page,
    body: draft,
  }),
  notice: operation({
    id: 'owners.notice',
    summary: '公告：名册和规则从此定住，不能再改；同时告知居委会',
    ability: 'conveneVote',
    ...page,
  }),
  cancelVote: operation({
    id: 'owners.cancelVote',
    summary: '开始投票之前取消，写明原因',
    ability: 'conveneVote',
    ...page,
    body: z.object({ reason }),
  }),
  extend: operation({
    id: 'owners.extend',
    summary: '截止前延期一次，按公告的规则',
    ability: 'conveneVote',
    ...page,
    body: z.object({ reason }),
  }),
  remind: operation({
    id: 'owners.remind',
    summary: '提醒还没投的人（一天一次）',
    ability: 'conveneVote',
    idempotent: true,
    params: voteParams,
    response: z.object({ reminded: z.int() }),
  }),
  cast: operation({
    id: 'owners.cast',
    summary: '投票：投出后给回执码；谁投的看登录，不看提交的内容',
    ability: 'castBallot',
    idempotent: true,
    params: voteParams,
    body: z.object({ keyNo: z.int().min(1).max(10_000_000), marks }),
    response: castReceipt,
    status: 201,
  }),
  findReceipt: operation({
    id: 'owners.findReceipt',
    summary: '凭回执码查：这张票在不在',
    ability: 'enter',
    params: voteParams,
    query: z.object({ code: z.string().max(40) }),
    response: z.object({
      found: z.boolean(),
      digest: z.string().nullable(),
      position: z.int().nullable(),
      at: wire.instant.nullable(),
    }),
  }),
  digests: operation({
    id: 'owners.digests',
    summary: '截止后公布：全部选票的摘要，按收到的先后',
    ability: 'enter',
    params: voteParams,
    query: z.object({
      from: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1_000).default(200),
    }),
    response: z.object({
      total: z.int(),
      digests: z.array(z.object({ position: z.int(), digest: z.string() })),
    }),
  }),

  grantMandate: operation({
    id: 'owners.grantMandate',
    summary: '书面委托：拍下委托书，得一个六位码交给受托人',
    ability: 'castBallot',
    ...page,
    body: z.object({
      keyNo: z.int().min(1),
      itemIds: z.array(wire.id).max(20).nullable().default(null),
      instructions: marks.nullable().default(null),
      photoId: wire.id,
      expiresAt: wire.instant,
    }),
  }),
  acceptMandate: operation({
    id: 'owners.acceptMandate',
    summary: '受托人输入六位码，接受委托',
    ability: 'castBallot',
    ...page,
    body: z.object({ code: z.string().regex(/^\d{6}$/, { error: '委托码是六位数字。' }) }),
  }),
  revokeMandate: operation({
    id: 'owners.revokeMandate',
    summary: '收回委托（受托人投票之前）',
    ability: 'castBallot',
    ...page,
    params: voteParams.extend({ mandateId: wire.id }),
  }),

  object: operation({
    id: 'owners.object',
    summary: '对结果提出异议',
    ability: 'objectToVote',
    ...page,
    body: z.object({
      text: z.string().trim().min(1, { error: '请写明异议。' }).max(2_000, { error: '异议最多 2000 字。' }),
    }),
  }),
  answerObjection: operation({
    id: 'owners.answerObjection',
    summary: '公开答复异议',
    ability: 'conveneVote',
    ...page,
    params: voteParams.extend({ objectionId: wire.id }),
    body: z.object({
      answer: z.string().trim().min(1, { error: '请写答复。' }).max(2_000, { error: '答复最多 2000 字。' }),
    }),
  }),

  doors: operation({
    id: 'owners.doors',
    summary: '上门单：哪些户还没投（从不显示怎么投）',
    ability: 'seeDoors',
    params: voteParams,
    query: wire.paging.extend({ building: z.string().max(40).optional() }),
    response: z.object({
      lines: z.array(doorLine),
      next: z.string().nullable(),
      buildings: z.array(z.object({ building: z.string(), left: z.int(), all: z.int() })),
    }),
  }),
  deliver: operation({
    id: 'owners.deliver',
    summary: '记一次上门：送到了、没人在、不收',
    ability: 'seeDoors',
    idempotent: true,
    params: voteParams,
    body: z.object({
      keyNo: z.int().min(1),
      channel: z.enum(['paper', 'door', 'phone']),
      outcome: z.enum(['delivered', 'nobody_home', 'refused']),
      note: z.string().max(200).default(''),
    }),
    response: wire.ok,
    status: 201,
  }),
  papers: operation({
    id: 'owners.papers',
    summary: '录入的纸质票（不显示怎么投）',
    ability: 'enterPapers',
    params: voteParams,
    query: wire.paging.extend({ state: z.enum(['waits_for_second', 'agreed', 'mismatch']).optional() }),
    response: z.object({
      papers: z.array(paperLine),
      next: z.string().nullable(),
      waiting: z.int(),
      mismatches: z.int(),
    }),
  }),
  enterPaper: operation({
    id: 'owners.enterPaper',
    summary: '录入一张纸质票（第一遍或第二遍，由两位监票人各录一遍）',
    ability: 'enterPapers',
    idempotent: true,
    params: voteParams,
    body: z.object({
      /** A unit code as printed on the paper, e.g. “3-2-501”. */
      unitCode: z.string().trim().min(1, { error: '请写房号。' }).max(40),
      channel: z.enum(['paper', 'door', 'phone']),
      marks,
      isUnsigned: z.boolean().default(false),
      photoIds: wire.photoIds,
    }),
    response: z.object({
      ballotId: wire.id,
      entry: z.union([z.literal(1), z.literal(2)]),
      state: z.enum(['waits_for_second', 'agreed', 'mismatch']),
      receipt: castReceipt,
    }),
    status: 201,
  }),
  conflicts: operation({
    id: 'owners.conflicts',
    summary: '对不上的票，等监票人认定（截止之后才看得到内容）',
    ability: 'ruleConflicts',
    params: voteParams,
    response: z.object({ conflicts: z.array(conflictLine) }),
  }),
  rule: operation({
    id: 'owners.rule',
    summary: '认定一张对不上的票，写明理由',
    ability: 'ruleConflicts',
    idempotent: true,
    params: voteParams,
    body: z.object({
      keyNo: z.int().min(1),
      itemId: wire.id,
      mark: z.union([z.literal('void'), mark]),
      reason,
    }),
    response: z.object({ conflicts: z.array(conflictLine) }),
  }),
  transfer: operation({
    id: 'owners.transfer',
    summary: '表决期间房屋转让：登记新业主',
    ability: 'keepRoll',
    idempotent: true,
    params: voteParams,
    body: z.object({
      unitCode: z.string().trim().min(1).max(40),
      at: wire.instant,
      owners: z
        .array(
          z.object({
            name: z.string().trim().min(1).max(40),
            certificate: z.string().max(40).default(''),
            phone: z.string().max(20).default(''),
          }),
        )
        .min(1)
        .max(20),
      reason,
    }),
    response: wire.ok,
    status: 201,
  }),
  publish: operation({
    id: 'owners.publish',
    summary: '公布结果（截止后 3 天内）',
    ability: 'publishVote',
    ...page,
  }),
  certify: operation({
    id: 'owners.certify',
    summary: '异议期满、异议都答复后确认结果',
    ability: 'publishVote',
    ...page,
  }),

  document: operation({
    id: 'owners.document',
    summary: '文书（DOCX）：公告 notice、纸质表决票 ballots（业委会和监票人）、计票表 count（公布之后）',
    ability: 'enter',
    params: voteParams.extend({ kind: z.enum(VOTE_DOCUMENTS, { error: '没有这种文书。' }) }),
    /** Ballot papers of one building. */
    query: z.object({ building: z.string().max(40).optional() }),
    response: wire.file,
  }),
  export: operation({
    id: 'owners.export',
    summary: '截止之后：全部票据（CSV、XLSX 和校验清单），不含姓名电话，可以自己重新计票',
    ability: 'exportVote',
    params: voteParams,
    response: wire.file,
  }),
  template: operation({
    id: 'owners.template',
    summary: '名册模板（XLSX）',
    ability: 'keepRoll',
    params: wire.compoundParams,
    response: wire.file,
  }),

  roll: operation({
    id: 'owners.roll',
    summary: '业主名册概况',
    ability: 'keepRoll',
    params: wire.compoundParams,
    response: rollView,
  }),
  rollUnits: operation({
    id: 'owners.rollUnits',
    summary: '名册里的房屋',
    ability: 'keepRoll',
    params: wire.compoundParams,
    query: wire.paging.extend({
      building: z.string().max(40).optional(),
      code: z.string().max(40).optional(),
      only: z.enum(['without_area', 'without_owner', 'special']).optional(),
    }),
    response: z.object({ units: z.array(rollUnit), next: z.string().nullable() }),
  }),
  uploadRoll: operation({
    id: 'owners.uploadRoll',
    summary: '传名册文件（multipart，字段名 file，XLSX 或 CSV，UTF-8 或 GBK，20 MB 内）',
    ability: 'keepRoll',
    params: wire.compoundParams,
    response: importView,
    status: 201,
  }),
  checkImport: operation({
    id: 'owners.checkImport',
    summary: '按选定的列逐行检查，什么也不改',
    ability: 'keepRoll',
    params: importParams,
    body: z.object({ mapping }),
    response: importCheck,
  }),
  applyImport: operation({
    id: 'owners.applyImport',
    summary: '导入：一行有错就一行也不导',
    ability: 'keepRoll',
    idempotent: true,
    params: importParams,
    body: z.object({
      mapping,
      reason,
      registryUnits: z.int().min(0).nullable().default(null),
      registryArea: area.nullable().default(null),
    }),
    response: rollView,
    status: 201,
  }),
  correct: operation({
    id: 'owners.correct',
    summary: '更正一户，写明原因',
    ability: 'keepRoll',
    idempotent: true,
    params: wire.compoundParams,
    body: z.object({
      unitCode: z.string().trim().min(1).max(40),
      area: area.nullable().optional(),
      areaSource: codes(AREA_SOURCES).nullable().optional(),
      use: codes(UNIT_USES).optional(),
      isDevelopers: z.boolean().optional(),
      owners: z
        .array(
          z.object({
            name: z.string().trim().min(1).max(40),
            certificate: z.string().max(40).default(''),
            phone: z.string().max(20).default(''),
          }),
        )
        .max(20)
        .optional(),
      reason,
    }),
    response: rollView,
  }),
  requests: operation({
    id: 'owners.requests',
    summary: '业主对名册的异议',
    ability: 'keepRoll',
    params: wire.compoundParams,
    query: wire.paging.extend({ state: z.enum(['open', 'accepted', 'refused']).default('open') }),
    response: z.object({ requests: z.array(rollRequest), next: z.string().nullable() }),
  }),
  answerRequest: operation({
    id: 'owners.answerRequest',
    summary: '答复对名册的异议',
    ability: 'keepRoll',
    idempotent: true,
    params: wire.compoundParams.extend({ requestId: wire.id }),
    body: z.object({
      state: z.enum(['accepted', 'refused']),
      answer: z.string().trim().min(1, { error: '请写答复。' }).max(2_000),
    }),
    response: rollRequest,
  }),
  mine: operation({
    id: 'owners.mine',
    summary: '我能投票吗？',
    ability: 'enter',
    params: wire.compoundParams,
    response: standingInRoll,
  }),
  claim: operation({
    id: 'owners.claim',
    summary: '认领房屋：房号、姓名、证件或电话的后四位，与名册一致即可',
    ability: 'enter',
    idempotent: true,
    params: wire.compoundParams,
    body: z.object({
      unitCode: z.string().trim().min(1, { error: '请写房号。' }).max(40),
      name: z.string().trim().min(1, { error: '请写姓名。' }).max(40),
      lastDigits: z
        .string()
        .trim()
        .regex(/^[0-9Xx]{4}$/, { error: '请写证件号码或电话的后四位。' }),
    }),
    response: standingInRoll,
  }),
  request: operation({
    id: 'owners.request',
    summary: '名册不对：请业委会更正',
    ability: 'enter',
    idempotent: true,
    params: wire.compoundParams,
    body: z.object({
      unitCode: z.string().trim().max(40).default(''),
      about: z.enum(['unit', 'owners', 'area', 'mandate', 'other']),
      text: z.string().trim().min(1, { error: '请写明哪里不对。' }).max(1_000, { error: '最多 1000 字。' }),
    }),
    response: standingInRoll,
    status: 201,
  }),
}
