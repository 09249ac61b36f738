/** Three separate answers, never one blended star (RULES.md §5). */
export interface Answers {
  /** 是否联系我 */
  contacted: boolean
  /** 是否解决 */
  solved: boolean
  /** 是否满意; “no” needs a reason. */
  satisfied: boolean
  reason: string
}

export type Rater = 'reporter' | 'resident'
