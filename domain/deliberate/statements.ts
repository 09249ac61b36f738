/** A statement of the opinion map says one thing, briefly: code points. */
export const STATEMENT_MAX = 140
