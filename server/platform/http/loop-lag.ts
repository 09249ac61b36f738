const BEAT = 20

let lastBeat = performance.now()
let isBeating = false

/**
 * How long whoever is looked at now has been waiting already, in ms: when hundreds of requests come at once they are read in
 * one turn of the event loop, the last one seconds after the first, and no timer runs in between.
 */
export function loopLag(): number {
  if (!isBeating) {
    isBeating = true
    lastBeat = performance.now()
    setInterval(() => {
      lastBeat = performance.now()
    }, BEAT).unref()
  }
  return Math.max(0, performance.now() - lastBeat - BEAT)
}
