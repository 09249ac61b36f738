export interface Question {
  title: string
  text?: string
  /** Words on the buttons; plain yes and no when left out. */
  ok?: string
  cancel?: string
  /** The yes destroys something. */
  danger?: boolean
}

export interface Saying {
  text: string
  tone: 'plain' | 'ok' | 'late'
}

export interface Overlay {
  question: Question | null
  saying: Saying | null
}

const SHOWN_MS = 2800

let overlay: Overlay = { question: null, saying: null }
let answer: ((yes: boolean) => void) | null = null
let silence: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

const set = (change: Partial<Overlay>): void => {
  overlay = { ...overlay, ...change }
  for (const listener of listeners) listener()
}

export const readOverlay = (): Overlay => overlay

export const onOverlay = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Asks before something that cannot be undone. A second question answers the first with no. */
export function confirm(question: Question): Promise<boolean> {
  answer?.(false)
  return new Promise((resolve) => {
    answer = resolve
    set({ question })
  })
}

/** The reader's answer to the open question; nothing when none is open. */
export function answerQuestion(yes: boolean): void {
  const given = answer
  answer = null
  set({ question: null })
  given?.(yes)
}

/** Says one sentence at the foot of whatever page is in front, for 2.8 s, also across a page change. */
export function toast(text: string, tone: Saying['tone'] = 'plain'): void {
  clearTimeout(silence)
  set({ saying: { text, tone } })
  silence = setTimeout(() => set({ saying: null }), SHOWN_MS)
}
