import { render, screen } from '@testing-library/react'
import { ItemResult } from '@/owners/result/item-result'
import { readingsOf } from '@/owners/result/other-readings'
import { ResultPart } from '@/owners/result/result-part'
import { allMet, drawnTests } from '@/owners/result/tests'
import { aVote, NOW } from '../owners-desk/vote'
import { aResult, counted, figure } from './rights'

const show = (part: Parameters<typeof aResult>[0]) => render(<ItemResult item={aResult(part)} at={1} />)

test('a passed item: one sentence, exact fractions in people and ㎡, what was needed, and a tick', () => {
  show({ agree: figure(23, '2298.66') })
  expect(screen.getByText('通过。')).toBeTruthy()
  expect(screen.getByText('30 / 36 人（需 24）')).toBeTruthy()
  expect(screen.getByText('2951.07 / 3508.53 ㎡（需 2339.02）')).toBeTruthy()
  expect(screen.getByText('23 / 30 人（需 23）')).toBeTruthy()
  expect(screen.getByText('2298.66 / 2951.07 ㎡（需 2213.3025）')).toBeTruthy()
  expect(screen.getAllByText('够 ✓').length).toBeGreaterThanOrEqual(2)
})

test('the mark lies at three quarters for a special matter and at a half for an ordinary one', () => {
  const marks = (kind: 'special' | 'ordinary') =>
    drawnTests(aResult({ kind }), 'majority', figure(24, '2298.66'), figure(30, '2951.07')).map(
      ({ mark, need }) => [mark, need],
    )
  expect(marks('special')).toEqual([
    [[3, 4], 23],
    [[3, 4], 22_133_025],
  ])
  // More than half: 1475.535 ㎡ itself is not enough.
  expect(marks('ordinary')).toEqual([
    [[1, 2], 16],
    [[1, 2], 14_755_351],
  ])
})

test('a failed item: which test, and what is short', () => {
  show({
    verdict: 'FAIL',
    words: '没通过：还差 3 人同意。',
    agree: figure(20, '2298.66'),
    failed: [
      {
        code: 'majority_people',
        words: '同意的要达到参加表决的四分之三（人数）',
        shortPeople: 3,
        shortArea: null,
      },
    ],
  })
  expect(screen.getByText('未通过')).toBeTruthy()
  expect(screen.getByText('还差 3 人')).toBeTruthy()
  expect(screen.getByText('不够 ✗')).toBeTruthy()
  expect(screen.queryByText(/没达到/)).toBeNull()
})

test('while ballots are open that may turn it, nothing is called enough', () => {
  const open = aResult({ openConflicts: 3 })
  expect(allMet(drawnTests(open, 'majority', open.agree, open.participating))).toBeUndefined()
  const unknown = drawnTests(open, 'quorum', figure(30, null), open.roll)
  expect(unknown.map(({ side }) => side)).toEqual(['people'])
})

test('the other readings of the same ballots are told, when they differ', () => {
  expect(readingsOf(aResult())).toEqual([])
  const lines = readingsOf(
    aResult({
      strict: 'FAIL',
      verdictWithoutRulings: 'CANNOT_CERTIFY',
      otherReading: { invalidParticipates: true, verdict: 'FAIL' },
      openConflicts: 3,
      conflictsToFlip: 2,
    }),
  )
  expect(lines).toEqual([
    '没投的都不算的话：未通过',
    '不算监票人的认定的话：还定不了',
    '废票也算参加的话：未通过',
    '还有 3 张对不上的票没有认定，其中 2 张就可能改变结果',
  ])
})

test('candidates one by one, with who was elected', () => {
  const option = (id: string, title: string, people: number, isWinner: boolean) => ({
    id,
    title,
    agree: figure(people, '1800'),
    verdict: isWinner ? ('PASS' as const) : ('FAIL' as const),
    isWinner,
    failed: isWinner
      ? []
      : [
          {
            code: 'majority_people',
            words: '同意的要超过参加表决的一半（人数）',
            shortPeople: 4,
            shortArea: null,
          },
        ],
  })
  show({ kind: 'election', options: [option('a', '王芳', 20, true), option('b', '赵强', 12, false)] })
  expect(screen.getAllByText('当选 ✓')).toHaveLength(1)
  expect(screen.getByText('20 / 30 人（需 16）')).toBeTruthy()
  expect(screen.getByText('还差 4 人')).toBeTruthy()
})

test('beside the figures: ballots, rulings, where the roll differs from the registry, and the digest', () => {
  const result = {
    ...counted(aResult()),
    conflicts: { open: 0, ruled: 2 },
    registryDifference: { units: -2, area: '3.50' },
  }
  render(
    <ResultPart
      vote={aVote({ state: 'certified', publishedAt: '2026-03-26T01:00:00.000Z' })}
      result={result}
      now={NOW}
    />,
  )
  expect(
    screen.getByText('一共收到 30 张票 · 2 张对不上的票由监票人认定了 · 名册比登记的总数少 2 户、多 3.50 ㎡'),
  ).toBeTruthy()
  expect(screen.getByText(/结果的指纹 ff00ff00…abcd/)).toBeTruthy()
  expect(screen.getByText('结果已经确认，不再改动。')).toBeTruthy()
})

test('a test that failed without its figures being known is said in words', () => {
  const failed = [
    { code: 'quorum_area', words: '参加表决的要达到三分之二（面积）', shortPeople: null, shortArea: null },
  ]
  show({ verdict: 'FAIL', words: '没通过。', participating: figure(30, null), failed })
  expect(screen.getByText('没达到：参加表决的要达到三分之二（面积）')).toBeTruthy()
})
