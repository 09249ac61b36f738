import { z } from 'zod'
import { operation } from '../operation'
import * as wire from '../shared'
import { meetingView, pollMethod } from './meeting'

const pollParams = wire.meetingParams.extend({ pollId: wire.id })
const optionId = z.string().min(1).max(20)

/** What a voter marks; which field counts, the poll's method says (domain/deliberate/polls/marks). */
export const pollMarks = z.object({
  choice: z.enum(['agree', 'against', 'abstain'], { error: '请选同意、不同意或弃权。' }).optional(),
  picks: wire.few(optionId, '选项', 50).optional(),
  ranking: wire.few(optionId, '选项', 50).optional(),
  scores: z.record(optionId, z.int()).optional(),
})

/** 表决: one question at a time, one voice each, phones and raised hands counted together once. */
export const polls = {
  openPoll: operation({
    id: 'deliberate.openPoll',
    summary: '开始表决：这一项的动议，或一条修正，或摸个底',
    ability: 'moderate',
    idempotent: true,
    params: wire.itemParams,
    body: z.object({
      about: z.enum(['motion', 'amendment', 'order', 'other']).default('motion'),
      motionId: wire.id.nullable().default(null),
      question: wire.short('问题', 500).default(''),
      method: pollMethod.default('yes_no'),
      options: wire.few(z.object({ id: optionId, title: wire.short('选项', 60) }), '选项', 20).default([]),
      picksMax: z.int().min(1).max(20).default(1),
      isSecret: z.boolean().default(true),
    }),
    response: meetingView,
  }),
  vote: operation({
    id: 'deliberate.vote',
    summary: '投票：一人一票，投后不能改',
    ability: 'vote',
    idempotent: true,
    params: pollParams,
    body: z.object({ marks: pollMarks }),
    /** Not the whole page: a hall full of people votes within seconds, and everybody's picture comes by itself. */
    response: z.object({
      pollId: wire.id,
      /** Votes on phones so far, this one among them. */
      cast: z.int(),
    }),
  }),
  nameTellers: operation({
    id: 'deliberate.nameTellers',
    summary: '请两位到会的人数举手',
    ability: 'moderate',
    idempotent: true,
    params: wire.meetingParams,
    body: z.object({ personIds: wire.few(wire.id, '计票人', 2) }),
    response: meetingView,
  }),
  tell: operation({
    id: 'deliberate.tell',
    summary: '计票人报举手数；两位报的一样才算',
    ability: 'checkIn',
    idempotent: true,
    params: pollParams,
    body: z.object({ counts: z.record(optionId, z.int().min(0).max(100_000)) }),
    response: meetingView,
  }),
  closePoll: operation({
    id: 'deliberate.closePoll',
    summary: '结束表决，当场计票',
    ability: 'moderate',
    idempotent: true,
    params: pollParams,
    response: meetingView,
  }),
}
