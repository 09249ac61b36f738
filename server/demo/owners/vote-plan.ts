import type { DraftBody } from '../../owners/votes/draft'

/** How the keys of a vote vote, in shares of a hundred; the rest do not. */
export interface Turnout {
  agree: number
  against: number
  abstain: number
}

export interface VotePlan {
  key: string
  draft: Pick<DraftBody, 'title' | 'why' | 'items'> & {
    rules?: Partial<DraftBody['rules']>
    isExtraordinary?: boolean
  }
  noticedAt: number
  opensAt: number
  closesAt: number
  /** For each item in order; with options the id that most choose stands first. */
  turnout: readonly Turnout[]
  /** Who has certainly not voted yet: those whom one can be in the demo. */
  notYet: readonly string[]
  publishedAt: number | null
  certifiedAt: number | null
  objections: readonly { by: string; at: number; text: string; answer: string | null }[]
}
