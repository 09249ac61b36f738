import type { VoteResultView } from '@yishiting/domain/contract/owners'
import { makeDocument } from '../../../../server/owners/files/documents/make'
import type { VoteText } from '../../../../server/owners/files/documents/model'
import { openDocx } from '../support/docx'

const VOTE: VoteText = {
  compound: '试验里',
  voteId: '019a0000-0000-7000-8000-00000000abcd',
  receipt: 'BJ-2026-000007',
  title: '更换 3 号楼电梯',
  why: '电梯老了。\n修不好了。',
  contact: '业委会值班室',
  items: [
    {
      title: '动用维修资金 <更换> & 修理',
      body: '第一段。\n第二段。',
      kind: 'special',
      passesWhen: '同意的人数和面积都达到参加表决的四分之三',
      options: [],
      seats: 1,
    },
    {
      title: '选两位代表',
      body: '',
      kind: 'election',
      passesWhen: '过半数同意',
      options: [
        { id: 'a', title: '候选人甲' },
        { id: 'b', title: '候选人乙' },
      ],
      seats: 2,
    },
  ],
  rulesInWords: ['车位、储藏室不计入。', '投出之后不能改。'],
  channels: ['online', 'paper'],
  mayChange: false,
  warnsNonVoters: false,
  noticedAt: Date.parse('2026-03-01T02:00:00Z'),
  opensAt: Date.parse('2026-03-15T16:00:00Z'),
  closesAt: Date.parse('2026-03-31T16:00:00Z'),
  objectionDays: 15,
  rollDigest: 'a1'.repeat(32),
  rulesDigest: 'b2'.repeat(32),
}

const none = { people: 0, area: '0.00' }
const RESULT: VoteResultView = {
  countedAt: '2026-03-31T16:00:01.000Z',
  digest: 'c3'.repeat(32),
  ballots: 25,
  dispositions: { counted: 24, late: 1 },
  conflicts: { open: 1, ruled: 2 },
  registryDifference: { units: -1, area: '12.5001' },
  items: [
    {
      itemId: '019a0000-0000-7000-8000-000000000001',
      title: '动用维修资金',
      kind: 'special',
      verdict: 'FAIL',
      verdictWithoutRulings: 'CANNOT_CERTIFY',
      strict: 'FAIL',
      otherReading: { invalidParticipates: true, verdict: 'PASS' },
      words: '人数不够四分之三',
      failed: [{ code: 'majority_people', words: '同意的人数达到四分之三', shortPeople: 1, shortArea: null }],
      missing: [],
      notes: ['面积全部来自登记簿'],
      roll: { people: 36, area: '3000.1234' },
      participating: { people: 24, area: '2000.50' },
      agree: { people: 17, area: '1600.25' },
      against: { people: 7, area: '400.25' },
      abstain: none,
      invalid: none,
      deliveredNotVoted: none,
      openConflicts: 1,
      conflictsToFlip: 1,
      percentages: { 'participating.people': '66.67', 'agree.area': '79.99' },
      options: [],
    },
  ],
}

test('the notice: when, what in full, what passes it, by which rules, how and whom to ask', async () => {
  const { lines, xml } = await openDocx(await makeDocument({ kind: 'notice', vote: VOTE }))
  const text = lines.join('\n')
  for (const wanted of [
    '业主大会表决公告',
    '更换 3 号楼电梯',
    '从 2026 年 3 月 16 日 00:00 开始，到 2026 年 3 月 31 日 24:00 截止',
    '第 1 项　动用维修资金 <更换> & 修理',
    '第一段。',
    '第二段。',
    '怎样算通过：同意的人数和面积都达到参加表决的四分之三',
    '（2）候选人乙',
    '1. 车位、储藏室不计入。',
    '手机上投',
    '纸上投',
    '业委会值班室',
    'a1'.repeat(32),
    'b2'.repeat(32),
    '2026 年 3 月 1 日',
  ])
    expect(text).toContain(wanted)
  expect(text).not.toContain('不投票会怎样')
  expect(xml).toContain('w:eastAsia="宋体"')
  expect(xml).toContain('w:eastAsia="黑体"')
})

test('where non-voters may be counted, the notice and the paper warn of it', async () => {
  const vote = { ...VOTE, warnsNonVoters: true }
  const notice = await openDocx(await makeDocument({ kind: 'notice', vote }))
  expect(notice.lines.join()).toContain('计入人数和面积都占多数的一边')
  const keys = [{ keyNo: 1, unitCodes: ['3-2-501'], area: '83.25' }]
  const paper = await openDocx(await makeDocument({ kind: 'ballots', vote, keys }))
  expect(paper.lines.join()).toContain('计入多数的一边')
})

test('one page for each key, with its unit, its own code, equal boxes, and what a blank means', async () => {
  const keys = [
    { keyNo: 1, unitCodes: ['3-2-501', '地库-1-007'], area: '83.25' },
    { keyNo: 2, unitCodes: Array.from({ length: 12 }, (_, index) => `9-1-${index}`), area: null },
  ]
  const { lines, xml, pictures } = await openDocx(await makeDocument({ kind: 'ballots', vote: VOTE, keys }))
  const text = lines.join('\n')
  expect(pictures).toBe(2)
  expect([...xml.matchAll(/<w:pageBreakBefore\/>/g)]).toHaveLength(1)
  expect(text).toContain('房号：3-2-501、地库-1-007')
  expect(text).toContain('第 1 号票　算 1 人、83.25 平方米')
  expect(text).toContain('等 12 处')
  expect(text).toContain('面积未登记')
  expect(text).toContain('哪一项空着，哪一项算弃权')
  expect(text).toContain('请在 2026 年 3 月 31 日 24:00 之前交回')
  const boxes = lines.filter((line) => line.startsWith('□'))
  expect(boxes).toEqual([1, 2].flatMap(() => ['□ 同意', '□ 不同意', '□ 弃权', '□ 同意', '□ 同意']))
  const widths = [...xml.matchAll(/<w:tcW w:type="pct" w:w="(\d+)"\/>/g)].map((match) => match[1])
  expect(widths.filter((width) => width === '800')).toHaveLength(6)
})

test('the code on the paper says which vote and which key, and nothing else', async () => {
  const { paperCode } = await import('../../../../server/owners/files/documents/ballot-papers')
  expect(paperCode(VOTE.voteId, 7)).toBe(`yst:1:${VOTE.voteId}:7`)
  const keys = [{ keyNo: 7, unitCodes: ['3-2-501'], area: '83.25' }]
  const { xml } = await openDocx(await makeDocument({ kind: 'ballots', vote: VOTE, keys }))
  expect(xml).toContain(`descr="yst:1:${VOTE.voteId}:7"`)
})

test('the count sheet: exact fractions, each reading, what is short, conflicts, registry and digests', async () => {
  const printedAt = Date.parse('2026-04-02T02:00:00Z')
  const { lines } = await openDocx(
    await makeDocument({ kind: 'count', vote: VOTE, result: RESULT, printedAt }),
  )
  const text = lines.join('\n')
  for (const wanted of [
    '24 / 36（66.67%）',
    '2000.50 / 3000.1234',
    '17 / 24',
    '1600.25 / 2000.50（79.99%）',
    '结果：没有通过',
    '不计监票人的认定：现在还不能确认',
    '不把没有投票的算进去：没有通过',
    '如果废票算参加表决：通过',
    '没有达到：同意的人数达到四分之三，还差 1 人。',
    '还有 1 张对不上的票没有认定，认定其中 1 张就可能改变结果。',
    '收到 25 张票',
    '名册与登记总数相差：-1 处、12.5001 平方米',
    'c3'.repeat(32),
    '2026 年 4 月 2 日',
  ])
    expect(text).toContain(wanted)
})
