import { readFileSync, writeFileSync } from 'node:fs'

/**
 * `npm run lock`, after every `npm install`: writes down the other platforms' binary packages that npm left out.
 * A registry that lags behind lacks some of them; `npm install` passes over what it cannot find, and `npm ci` then refuses the
 * lock file as incomplete. What is added here is only what the parent itself asks for, by exact version.
 */
const FILE = new URL('../package-lock.json', import.meta.url)
const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
]
const CPUS = ['arm64', 'arm', 'ia32', 'x64', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32']

/** “@scope/tool-linux-arm64-musl” → { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }; null when it names no platform. */
function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = SYSTEMS.find((each) => words.includes(each))
  const cpu = CPUS.find((each) => words.includes(each))
  if (!os || !cpu) return null
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.includes('gnu')
      ? ['glibc']
      : null
  return { os: [os], cpu: [cpu], ...(libc && os === 'linux' ? { libc } : {}) }
}

/** Does `parent` find `name` in this very version, the way Node looks for it: in its own folder, then in each one above? */
function isFound(packages, parent, name, version) {
  for (
    let folder = parent;
    folder;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const nearest = packages[`${folder}/node_modules/${name}`]
    if (nearest) return nearest.version === version
  }
  return packages[`node_modules/${name}`]?.version === version
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'))
let added = 0
for (const [parent, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const platform = platformOf(name)
    if (!parent || !platform || !/^\d/.test(version) || isFound(lock.packages, parent, name, version))
      continue
    lock.packages[`${parent}/node_modules/${name}`] = { version, ...platform, optional: true }
    added += 1
  }
}
const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(FILE, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
console.log(`${added} platform packages added`)
