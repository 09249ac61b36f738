import { z } from 'zod'
import { STATEMENT_MAX } from '../../deliberate/statements'
import { operation } from '../operation'
import * as wire from '../shared'

const statement = z.object({
  id: wire.id,
  itemId: wire.id.nullable(),
  text: z.string(),
  /** 业主、租户、物业…: the role, never the name. */
  label: z.string(),
  at: wire.instant,
  isMine: z.boolean(),
  /** My answer: agree 1, disagree −1, pass 0; null: not yet. */
  mine: z.union([z.literal(1), z.literal(-1), z.literal(0)]).nullable(),
  state: z.enum(['shown', 'hidden', 'merged']),
  /** How many answered. */
  answers: z.int(),
})
export type StatementView = z.infer<typeof statement>

const list = z.object({ statements: z.array(statement), similar: z.array(statement) })
const shares = z.object({ agree: z.int(), disagree: z.int(), pass: z.int() })
const statementParams = wire.meetingParams.extend({ statementId: wire.id })

/** 意见地图 (恳谈会、议事会): short statements, answers, and who answers alike. */
export const opinion = {
  statements: operation({
    id: 'deliberate.statements',
    summary: '大家的看法；没答过的在前',
    ability: 'enter',
    params: wire.meetingParams,
    response: list,
  }),
  state: operation({
    id: 'deliberate.state',
    summary: '写一条看法；有很像的先请看一看',
    ability: 'stateOpinion',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({
      text: z
        .string({ error: '请写您的看法。' })
        .max(STATEMENT_MAX * 4, { error: `看法最多 ${STATEMENT_MAX} 字，请写短一些。` }),
      itemId: wire.id.nullable().default(null),
      /** He has seen what is alike and means something else. */
      isDifferent: z.boolean().default(false),
      /** Whose words a helper writes down. */
      forId: wire.id.nullable().default(null),
    }),
    response: list,
    status: 201,
  }),
  answer: operation({
    id: 'deliberate.answer',
    summary: '同意、不同意或跳过；可以改',
    ability: 'stateOpinion',
    idempotent: true,
    params: statementParams,
    body: z.object({ value: z.union([z.literal(1), z.literal(-1), z.literal(0)]) }),
    response: wire.ok,
  }),
  settleStatement: operation({
    id: 'deliberate.settleStatement',
    summary: '合并重复的，隐藏骂人的（写明原因），或恢复；都记在案',
    ability: 'moderate',
    idempotent: true,
    params: statementParams,
    body: z.object({
      to: z.enum(['shown', 'hidden', 'merged']),
      intoId: wire.id.nullable().default(null),
      reason: wire.words.default(''),
    }),
    response: list,
  }),
  moderatorLog: operation({
    id: 'deliberate.moderatorLog',
    summary: '主持人对看法做过什么，谁都可以看',
    ability: 'enter',
    params: wire.meetingParams,
    response: z.object({
      acts: z.array(z.object({ at: wire.instant, label: z.string(), words: z.string(), reason: z.string() })),
    }),
  }),
  opinionMap: operation({
    id: 'deliberate.opinionMap',
    summary: '意见地图：哪些大家都同意，哪里分开，各有多少人；不足五人的不显示',
    ability: 'enter',
    params: wire.meetingParams,
    response: z.object({
      people: z.int(),
      statements: z.int(),
      answers: z.int(),
      /** The reader's own group, by index; null: answered too little, or no groups. */
      mine: z.int().nullable(),
      groups: z.array(z.object({ size: z.int(), x: z.number(), y: z.number(), speaksBy: z.array(wire.id) })),
      /** One dot for each grouped person, rounded and without order, so that nobody can be picked out. */
      dots: z.array(z.object({ x: z.number(), y: z.number(), group: z.int() })),
      me: z.object({ x: z.number(), y: z.number() }).nullable(),
      lines: z.array(
        shares.extend({
          id: wire.id,
          text: z.string(),
          label: z.string(),
          /** Least agreement of any group, in per mille, for the order of “大家都同意”. */
          consensus: z.int(),
          byGroup: z.array(shares),
        }),
      ),
    }),
  }),
}
