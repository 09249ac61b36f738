import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const ROOT = resolve(__dirname, '../../..')

function run(input: string) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'decide'], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  })
  return { status, answer: JSON.parse(stdout), stderr }
}

test('npm run decide: the issue’s own figures', () => {
  const { status, answer } = run(
    '\uFEFF{"kind":"ordinary","people":1505,"area":"191619.21","participating":{"people":1360,"area":171755.223},"agree":{"people":1300,"area":"８５０００"},"rules":{}}',
  )
  expect(status).toBe(0)
  expect(answer).toMatchObject({
    verdict: 'FAIL',
    strict: 'FAIL',
    words: '没通过：还差 877.6116 平方米同意。',
    failed: [{ code: 'majority_area', shortPeople: null, shortArea: '877.6116' }],
    missing: [],
    percentages: { 'participating.people': '90.37', 'participating.area': '89.63', 'agree.area': '49.49' },
    otherReading: null,
    openConflicts: 0,
    conflictsToFlip: null,
    notes: [],
  })
})

test('a figure with too many decimals is refused with exit code 2, in both languages', () => {
  const { status, answer, stderr } = run('{"people":10,"area":100.000000001}')
  expect(status).toBe(2)
  expect(answer).toMatchObject({ error: { code: 'figures_wrong', field: 'area' } })
  expect(stderr).toMatch(/读不懂[\s\S]*Cannot read these figures: area/)
})

test('what is no JSON is refused the same way', () => {
  expect(run('people: 10')).toMatchObject({
    status: 2,
    answer: { error: { code: 'figures_wrong', field: '' } },
  })
})
