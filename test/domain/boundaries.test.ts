import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'

jest.setTimeout(120_000)

/** What the boundary check says of one more file with this import; the file is gone afterwards. */
function verdictOn(file: string, line: string): { code: number | null; words: string } {
  writeFileSync(file, `${line}\n`)
  try {
    const run = spawnSync('npx', ['depcruise', '--config', '.dependency-cruiser.cjs', file], {
      encoding: 'utf8',
    })
    return { code: run.status, words: run.stdout }
  } finally {
    rmSync(file)
  }
}

test.each([
  [
    'the rules take something of the server',
    'domain/matter/forbidden-a.ts',
    "export * from '../../server/platform/ids'",
    'domain-is-pure',
  ],
  ['the rules touch the disk', 'domain/matter/forbidden-b.ts', "export * from 'node:fs'", 'domain-is-pure'],
  [
    'the phone takes something of the server',
    'src/parts/forbidden-c.ts',
    "export * from '../../server/platform/ids'",
    'phone-never-imports-server-or-desk',
  ],
  [
    'the phone carries zod',
    'src/parts/forbidden-d.ts',
    "export * from '@yishiting/domain/contract/speak'",
    'domain-wire-stays-out-of-the-phone',
  ],
  [
    "a room reaches into another room's store",
    'server/speak/forbidden-e.ts',
    "export * from '../sort/merge'",
    'rooms-meet-through-the-domain',
  ],
  [
    'a page draws past the design system',
    'src/parts/forbidden-f.tsx',
    "export * from '@tarojs/components'",
    'pages-draw-only-from-ui',
  ],
])('the boundary check fails when %s', (_what, file, line, rule) => {
  const { code, words } = verdictOn(file, line)
  expect(words).toContain(rule)
  expect(code).not.toBe(0)
})
