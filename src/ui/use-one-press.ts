import { useEffect, useRef, useState } from 'react'

/** A second tap within this time is the same tap: a trembling finger, or a page change not yet drawn. */
const SAME_TAP_MS = 400

/** Runs a handler once per tap, and tells while its promise is running. */
export function useOnePress(handler?: () => unknown): { running: boolean; press: () => Promise<void> } {
  const [running, setRunning] = useState(false)
  const busy = useRef(false)
  const last = useRef(0)
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])

  const press = async () => {
    const now = Date.now()
    if (busy.current || now - last.current < SAME_TAP_MS) return
    last.current = now
    const result = handler?.()
    if (!(result instanceof Promise)) return
    busy.current = true
    setRunning(true)
    try {
      await result
    } finally {
      busy.current = false
      if (mounted.current) setRunning(false)
    }
  }
  return { running, press }
}
