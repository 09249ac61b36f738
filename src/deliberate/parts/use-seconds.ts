import { useEffect, useState } from 'react'

/** Counts the seconds on this screen, from 0, while `running`; what a timer adds to the server's own time. */
export function useSeconds(running: boolean): number {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!running) return
    const began = Date.now()
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - began) / 1000)), 500)
    return () => clearInterval(timer)
  }, [running])
  return running ? seconds : 0
}
