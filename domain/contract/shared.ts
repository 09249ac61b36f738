import { z } from 'zod'
import { INTENT_TYPES } from '../matter/intents'
import { ROOMS } from '../matter/rooms'
import { MATTER_STATES, ROUTE_STATES } from '../matter/states'
import { ROUTE_CODES, WHISTLE_GROUNDS, type WhistleGround } from '../sort/routes'
import { TOPIC_CODES } from '../sort/topics'

/** In small letters, as the database keeps it: two spellings of one id would pass for two. */
export const id = z.uuid({ error: '编号不对，请从列表里重新打开。' }).toLowerCase()
export const instant = z.iso.datetime({ error: '时间不对，请重新选择。' })
export const topic = z.enum(TOPIC_CODES, { error: '请选一个类别。' })
export const routeCode = z.enum(ROUTE_CODES, { error: '请选一条去向。' })
export const room = z.enum(ROOMS)
export const state = z.enum([...new Set([...MATTER_STATES, ...ROUTE_STATES])] as [string, ...string[]])
export const intentType = z.enum(INTENT_TYPES)

/** Words: bounded generously here against abuse; the rules give the sentence with the real limit. */
export const words = z.string({ error: '请写几个字。' }).max(20_000, { error: '写得太长了，请删短一些。' })
/** A short text with its own limit, in a sentence that says which. */
export const short = (what: string, max: number) =>
  z.string({ error: `请写${what}。` }).max(max, { error: `${what}最多 ${max} 字，请写短一些。` })

/** A list with a limit, in a sentence that says which. */
export const few = <Item extends z.ZodType>(item: Item, what: string, max: number) =>
  z.array(item).max(max, { error: `${what}最多 ${max} 个，请减一些。` })

export const whistleGround = z.enum(Object.keys(WHISTLE_GROUNDS) as [WhistleGround, ...WhistleGround[]], {
  error: '请选吹哨的理由。',
})
export const photoIds = few(id, '照片', 50).default([])

export const compoundParams = z.object({ compoundId: id })
export const matterParams = compoundParams.extend({ matterId: id })
export const routeParams = matterParams.extend({ routeId: id })
export const meetingParams = compoundParams.extend({ meetingId: id })
export const itemParams = meetingParams.extend({ itemId: id })

/** Keyset paging: `cursor` is opaque and comes from `next` of the page before. */
export const paging = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})

export const ok = z.object({ ok: z.literal(true) })

/** A person as the caller may see him (domain/people/masking). `id` only where it is needed to choose him. */
export const person = z.object({
  label: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  room: z.string().nullable(),
})
export type PersonView = z.infer<typeof person>

export const photo = z.object({ id, url: z.string(), thumbUrl: z.string(), width: z.int(), height: z.int() })
export type PhotoView = z.infer<typeof photo>

export const standing = z.object({
  state,
  room,
  steps: z.array(z.object({ room, mark: z.enum(['done', 'now', 'todo', 'skipped']), caption: z.string() })),
  line: z.string(),
  dueAt: instant.nullable(),
  overdueText: z.string(),
})
export type StandingView = z.infer<typeof standing>

/** A file of bytes, sent as such and not as JSON. */
export const file = z.unknown()

/** RFC 9457 problem details; `code` is stable, `detail` is the sentence to show. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  legalBasis: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
})
export type Problem = z.infer<typeof problem>
