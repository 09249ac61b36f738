/** 五事: the five rooms a matter walks through, in order. */
export const ROOMS = ['speak', 'sort', 'deliberate', 'act', 'rate'] as const
export type Room = (typeof ROOMS)[number]

/** The Chinese terms of the procedure: the one-character sign of the five-matters bar, and the full name. */
export const ROOM_NAMES: Record<Room, { sign: string; name: string }> = {
  speak: { sign: '说', name: '敞开说事' },
  sort: { sign: '理', name: '分类理事' },
  deliberate: { sign: '议', name: '民主议事' },
  act: { sign: '干', name: '明责干事' },
  rate: { sign: '评', name: '公开评事' },
}
