import { createServer } from 'node:net'

/** @returns {Promise<string | undefined>} the error code when one cannot listen there */
function refusalOf(port, host) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.code))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
}

/** Why this TCP port cannot be had; undefined when it can. Some systems let two programs share it by address: both are tried. */
export async function portRefusal(port, host) {
  return (await refusalOf(port, host)) ?? (await refusalOf(port, '0.0.0.0'))
}

/** The next free port above. */
export async function nextFreePort(port, host) {
  for (let next = port + 1; next < 65_536; next += 1) {
    if (!(await portRefusal(next, host))) return next
  }
  return 0
}
