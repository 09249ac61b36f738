import { useState } from 'react'

type Found = Readonly<Record<string, string | undefined>>

export interface Told<Errors extends Found> {
  /** What to show at the fields: nothing before the first try; afterwards each goes away as it is put right. */
  errors: Partial<Errors>
  /** Somebody tries to send: from now on the errors are told. Whether there were none. */
  isFine(): boolean
}

/** @param found what is missing or wrong now, worked out anew at every drawing */
export function useErrors<Errors extends Found>(found: Errors): Told<Errors> {
  const [tried, setTried] = useState(false)
  return {
    errors: tried ? found : {},
    isFine: () => {
      setTried(true)
      return Object.values(found).every((sentence) => !sentence)
    },
  }
}
