import { useEffect, useState } from 'react'

const PAUSE_MS = 400

/** The value once it has stopped changing for a moment: a search asks for words, not for every letter. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
