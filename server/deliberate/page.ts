import type { Operation } from '@yishiting/domain/contract/operation'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Database, Tx } from '../platform/database/database'
import { type Call, writeThenShow } from '../platform/http/route'
import type { Platform } from '../platform/platform'
import { viewMeeting } from './view'

type MeetingParams = z.ZodType<{ compoundId: string; meetingId: string }>
type MeetingCallOf<Op extends Operation<z.ZodType, z.ZodType, z.ZodType, z.ZodType>> = Call<
  z.output<Op['params']> & { meetingId: string },
  z.output<Op['query']>,
  z.output<Op['body']>
>

/** The page of the meeting as the caller sees it. */
export const pageOf =
  (platform: Platform) => (call: Call<{ meetingId: string }, unknown, unknown>, db: Database) =>
    viewMeeting(
      db,
      platform,
      { compoundId: call.compoundId, actor: call.caller.actor, now: call.now },
      call.params.meetingId,
    )

/**
 * Registers a write on a meeting: after its commit every screen is told, and the caller is answered with `show`, by default
 * the page as he sees it.
 */
export function writeOnMeeting<Op extends Operation<MeetingParams, z.ZodType, z.ZodType, z.ZodType>, Kept>(
  app: FastifyInstance,
  platform: Platform,
  op: Op,
  handle: (call: MeetingCallOf<Op>, tx: Tx) => Promise<Kept>,
  show?: (call: MeetingCallOf<Op>, db: Database, kept: Kept) => Promise<z.input<Op['response']>>,
): void {
  const page = pageOf(platform) as unknown as NonNullable<typeof show>
  writeThenShow(
    app,
    platform,
    op,
    (call, tx) => handle(call as unknown as MeetingCallOf<Op>, tx),
    (call, db, kept) => {
      const on = call as unknown as MeetingCallOf<Op>
      platform.realtime.touch(on.compoundId, on.params.meetingId)
      return (show ?? page)(on, db, kept)
    },
  )
}
