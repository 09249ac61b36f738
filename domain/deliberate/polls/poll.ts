/** How a question is put. Yes or no decides a motion; the others choose among options. */
export const POLL_METHODS = {
  yes_no: '同意／不同意／弃权',
  choose_one: '选一个',
  choose_several: '选几个',
  ranking: '排先后',
  scoring: '打分',
} as const
export type PollMethod = keyof typeof POLL_METHODS

export interface PollOption {
  id: string
  title: string
}

/** Points from 0 to this. */
export const SCORE_MAX = 5

export interface PollQuestion {
  method: PollMethod
  options: readonly PollOption[]
  /** For `choose_several`: so many at most. */
  picksMax: number
}

/** What one voter marked; exactly the field that the method asks for is present. */
export interface PollMarks {
  choice?: 'agree' | 'against' | 'abstain'
  /** Option ids, none twice. */
  picks?: readonly string[]
  /** Option ids, the best first; those left out are below all named ones. */
  ranking?: readonly string[]
  /** 0 … SCORE_MAX by option id. */
  scores?: Readonly<Record<string, number>>
}

/** Raised hands by choice or option id; a ranking or a scoring cannot be shown by hand. */
export type HandCounts = Readonly<Record<string, number>>
