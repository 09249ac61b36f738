import { useRef } from 'react'

const HEX = '0123456789abcdef'

/** A fresh Idempotency-Key: 32 random hex digits. Uniqueness per person is all that is needed of it. */
export function newKey(): string {
  let key = ''
  for (let at = 0; at < 32; at += 1) key += HEX[Math.floor(Math.random() * 16)]
  return key
}

/** One key per thing wanted: the same words tried again carry the same key, other words a new one. */
export class IntentKey {
  private words: string | null = null
  private key = ''

  for(wanted: unknown): string {
    const words = JSON.stringify(wanted)
    if (words !== this.words) {
      this.words = words
      this.key = newKey()
    }
    return this.key
  }

  /** It is done: the same words said again are a new wish. */
  done(): void {
    this.words = null
  }
}

/** An {@link IntentKey} that lives as long as the page. */
export function useIntentKey(): IntentKey {
  const kept = useRef<IntentKey | null>(null)
  kept.current ??= new IntentKey()
  return kept.current
}
