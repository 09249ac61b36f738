/** The five rooms a matter walks through, in order. */
export const ROOMS = ['speak', 'sort', 'deliberate', 'act', 'rate'] as const
export type Room = (typeof ROOMS)[number]

/** One character for the bar, as printed on every paper of the hall. */
export const ROOM_MARK: Record<Room, string> = {
  speak: '说',
  sort: '理',
  deliberate: '议',
  act: '干',
  rate: '评',
}

/** What colour a text may take: quiet, late, settled, or a room's own. */
export type Tone = 'ink-2' | 'late' | 'ok' | Room
