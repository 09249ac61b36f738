import { createServer } from 'node:net'

/** @returns {Promise<string | undefined>} the error code when one cannot listen there */
function refusalOf(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}

/**
 * Why this TCP port cannot be had; undefined when it can. Some systems let two programs share a port when one names an
 * address and the other does not, so the general addresses are tried too.
 */
export async function portRefusal(port, host) {
  for (const each of new Set([host, '0.0.0.0', '127.0.0.1'])) {
    const refusal = await refusalOf(port, each)
    if (refusal) return refusal
  }
  return undefined
}

/** The next free port above. */
export async function nextFreePort(port, host) {
  for (let next = port + 1; next < 65_536; next += 1) {
    if (!(await portRefusal(next, host))) return next
  }
  return 0
}
