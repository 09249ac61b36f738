import type { ItemResultView, VoteResultView } from '@yishiting/domain/contract/owners'
import { missingWords } from '@yishiting/domain/owners/in-words'
import type { Verdict } from '@yishiting/domain/owners/outcome'
import { DECISION_KINDS } from '@yishiting/domain/owners/rule-set'
import { DISPOSITIONS, type Disposition } from '@yishiting/domain/owners/tally-types'
import { AlignmentType, type Document, type FileChild } from 'docx'
import { body, fine, head, line, sheet, title, wordTable } from '../../../platform/documents/parts'
import { wholeDay, wholeStart, wholeTime } from '../../../platform/documents/times'
import type { VoteText } from './model'

const VERDICTS: Record<Verdict, string> = {
  PASS: '通过',
  FAIL: '没有通过',
  CANNOT_CERTIFY: '现在还不能确认',
  NOT_HELD: '没有人投票，表决没有举行',
}
const UNKNOWN = '不明'

type Figure = ItemResultView['roll']
const people = ({ people }: Figure): string => (people === null ? UNKNOWN : `${people}`)
const area = ({ area }: Figure): string => area ?? UNKNOWN
const percent = (item: ItemResultView, name: string): string => {
  const value = item.percentages[name]
  return value === null || value === undefined ? '' : `（${value}%）`
}

const figures = (item: ItemResultView): [string, Figure][] => [
  ['全体（名册）', item.roll],
  ['参加表决', item.participating],
  ['同意', item.agree],
  ['不同意', item.against],
  ['弃权', item.abstain],
  ['废票', item.invalid],
  ['已送达、没有投票', item.deliveredNotVoted],
]

/** Whole fractions as they are compared: the percentages beside them are only for reading. */
function fractions(item: ItemResultView): string[][] {
  const { roll, participating, agree } = item
  const rows = [
    [
      '参加 ÷ 全体',
      `${people(participating)} / ${people(roll)}${percent(item, 'participating.people')}`,
      `${area(participating)} / ${area(roll)}${percent(item, 'participating.area')}`,
    ],
  ]
  if (item.options.length > 0) return rows
  return [
    ...rows,
    [
      '同意 ÷ 参加',
      `${people(agree)} / ${people(participating)}${percent(item, 'agree.people')}`,
      `${area(agree)} / ${area(participating)}${percent(item, 'agree.area')}`,
    ],
  ]
}

function shortOf({ words, shortPeople, shortArea }: ItemResultView['failed'][number]): string {
  const people = shortPeople === null ? '' : `，还差 ${shortPeople} 人`
  const area = shortArea === null ? '' : `，还差 ${shortArea} 平方米`
  return `没有达到：${words}${people}${area}。`
}

function optionTable({ options, participating }: ItemResultView): FileChild[] {
  if (options.length === 0) return []
  const rows = options.map((option) => [
    option.title,
    `${people(option.agree)} / ${people(participating)}`,
    `${area(option.agree)} / ${area(participating)}`,
    option.isWinner ? '选定' : VERDICTS[option.verdict],
  ])
  return [
    wordTable(
      [40, 20, 25, 15],
      [['方案或候选人', '同意 / 参加（人）', '同意 / 参加（平方米）', '结果'], ...rows],
    ),
  ]
}

/** The same count under each reading that the rules ask to be shown beside it. */
function readings(item: ItemResultView): string[] {
  const lines = [`结果：${VERDICTS[item.verdict]}`]
  if (item.words) lines.push(item.words)
  lines.push(`不计监票人的认定：${VERDICTS[item.verdictWithoutRulings]}`)
  lines.push(`不把没有投票的算进去：${VERDICTS[item.strict]}`)
  if (item.otherReading) {
    const reading = item.otherReading.invalidParticipates ? '废票算参加表决' : '废票不算参加表决'
    lines.push(`如果${reading}：${VERDICTS[item.otherReading.verdict]}`)
  }
  if (item.openConflicts > 0) {
    const flips = item.conflictsToFlip
    const more = flips === null ? '怎么认定都不改变结果' : `认定其中 ${flips} 张就可能改变结果`
    lines.push(`还有 ${item.openConflicts} 张对不上的票没有认定，${more}。`)
  }
  return lines
}

function itemParts(vote: VoteText, item: ItemResultView, index: number): FileChild[] {
  return [
    head(`第 ${index + 1} 项　${item.title}`),
    body(`种类：${DECISION_KINDS[item.kind]}。怎样算通过：${vote.items[index]?.passesWhen ?? ''}`),
    wordTable(
      [40, 25, 35],
      [
        ['', '人数', '专有部分面积（平方米）'],
        ...figures(item).map(([name, each]) => [name, people(each), area(each)]),
      ],
    ),
    fine(''),
    wordTable([30, 30, 40], [['比', '人数', '面积（平方米）'], ...fractions(item)]),
    ...optionTable(item),
    ...readings(item).map((text, place) => line(text, { run: { bold: place === 0 } })),
    ...item.failed.map((each) => line(shortOf(each))),
    ...item.missing.map((name) => line(`缺：${missingWords(name)}`)),
    ...item.notes.map((text) => line(text)),
  ]
}

function allBallots(result: VoteResultView): FileChild[] {
  const rows = Object.entries(result.dispositions).map(([code, count]) => [
    DISPOSITIONS[code as Disposition] ?? code,
    String(count),
  ])
  const { units, area } = result.registryDifference
  const registry =
    units === null && area === null
      ? '没有可以比对的登记总数。'
      : `名册与登记总数相差：${units === null ? UNKNOWN : `${units} 处`}、${area === null ? UNKNOWN : `${area} 平方米`}。`
  return [
    head('票'),
    body(
      `收到 ${result.ballots} 张票。对不上、由监票人认定的 ${result.conflicts.ruled} 处，没有认定的 ${result.conflicts.open} 处。`,
    ),
    ...(rows.length > 0 ? [wordTable([60, 40], [['去向', '张数'], ...rows])] : []),
    body(registry),
  ]
}

/** 计票表: every figure that decided, as it was compared, and the digest that a recount must give again. */
export function countSheet(vote: VoteText, result: VoteResultView, printedAt: number): Document {
  return sheet(`计票表 ${vote.receipt}`, [
    title('业主大会表决计票表'),
    line(`${vote.compound}　${vote.title}　编号 ${vote.receipt}`, { alignment: AlignmentType.CENTER }),
    body(
      `投票时间：${wholeStart(vote.opensAt)} 到 ${wholeTime(vote.closesAt)}。计票时间：${wholeStart(Date.parse(result.countedAt))}。`,
    ),
    ...result.items.flatMap((item, index) => itemParts(vote, item, index)),
    ...allBallots(result),
    head('校验码（SHA-256）'),
    fine(`结果：${result.digest}`),
    fine(`名册：${vote.rollDigest}`),
    fine(`规则：${vote.rulesDigest}`),
    line('监票人：____________　　____________', { spacing: { before: 480 } }),
    line('业主委员会', { alignment: AlignmentType.RIGHT }),
    line(wholeDay(printedAt), { alignment: AlignmentType.RIGHT }),
  ])
}
