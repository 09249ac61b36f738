import type { Instant } from '../matter/instant'

/** How somebody asks for the floor: a speech, a short reply to what was just said (插话), a point of order (程序). */
export const SPEECH_KINDS = { speech: '发言', reply: '插一句', order: '程序' } as const
export type SpeechKind = keyof typeof SPEECH_KINDS

/** What is proposed from the floor beside a point's own motion. */
export const MOTION_KINDS = { motion: '动议', amendment: '修正', order: '程序动议' } as const
export type MotionKind = keyof typeof MOTION_KINDS

export const MOTION_STATES = {
  proposed: '等附议',
  taken_up: '采用了',
  set_aside: '搁置了',
  withdrawn: '撤回了',
} as const
export type MotionState = keyof typeof MOTION_STATES

/** One in the queue, or who has been in it. Times in epoch ms. */
export interface Speech {
  id: string
  itemId: string
  /** Who it is, for counting how often he has spoken: a person's or a guest's id. */
  speakerId: string
  kind: SpeechKind
  askedAt: Instant
  calledAt: Instant | null
  endedAt: Instant | null
  withdrawnAt: Instant | null
}

/** A motion goes to the vote with so many seconders beside its proposer. */
export const SECONDERS_NEEDED = 1

/** How often this speaker has had the floor on this point, replies and points of order not counted. */
export function spokenBefore(speeches: readonly Speech[], { itemId, speakerId, id }: Speech): number {
  return speeches.filter(
    (each) =>
      each.id !== id &&
      each.itemId === itemId &&
      each.speakerId === speakerId &&
      each.kind === 'speech' &&
      each.calledAt !== null,
  ).length
}

const URGENCY: Record<SpeechKind, number> = { order: 0, reply: 1, speech: 2 }

/**
 * Who waits on a point, in the order of being called: points of order first, then replies, then speeches; among speeches
 * whoever has spoken less often on this point, then whoever asked earlier (practice of assemblies: nobody twice before
 * everybody once).
 */
export function queueOf(speeches: readonly Speech[], itemId: string): Speech[] {
  return speeches
    .filter((each) => each.itemId === itemId && each.calledAt === null && each.withdrawnAt === null)
    .sort(
      (a, b) =>
        URGENCY[a.kind] - URGENCY[b.kind] ||
        (a.kind === 'speech' ? spokenBefore(speeches, a) - spokenBefore(speeches, b) : 0) ||
        a.askedAt - b.askedAt ||
        (a.id < b.id ? -1 : 1),
    )
}
