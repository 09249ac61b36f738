import { AlignmentType, type Document, type FileChild, ImageRun, Paragraph } from 'docx'
import QRCode from 'qrcode'
import { type Cell, fine, line, SIZE, sheet, table, title } from '../../../platform/documents/parts'
import { wholeTime } from '../../../platform/documents/times'
import type { ItemText, PaperKey, VoteText } from './model'

const QR_PIXELS = 84
const UNITS_PRINTED = 8
const CHOICES = ['同意', '不同意', '弃权'] as const
const BOX = '□'

/** What the code on the paper says: which vote and which key, and nothing of any person. */
export const paperCode = (voteId: string, keyNo: number): string => `yst:1:${voteId}:${keyNo}`

async function qrOf(text: string): Promise<ImageRun> {
  const data = await QRCode.toBuffer(text, { errorCorrectionLevel: 'M', margin: 1, scale: 3 })
  return new ImageRun({
    type: 'png',
    data,
    transformation: { width: QR_PIXELS, height: QR_PIXELS },
    altText: { name: 'QR', description: text, title: text },
  })
}

const centred = (text: string): Paragraph =>
  line(text, { alignment: AlignmentType.CENTER, spacing: {}, run: { size: SIZE.large } })

const WIDE = 52
/** All choices get the same width, the same box and the same letters. */
function choiceRow(words: readonly Paragraph[], choices: readonly string[]): Cell[] {
  const width = Math.floor((100 - WIDE) / choices.length)
  return [
    { width: WIDE, children: words },
    ...choices.map((choice) => ({ width, children: [centred(`${BOX} ${choice}`)] })),
  ]
}

function itemRows(item: ItemText, index: number): Cell[][] {
  const name = line(`${index + 1}. ${item.title}`, { spacing: {}, run: { bold: true } })
  if (item.options.length === 0) return [choiceRow([name], CHOICES)]
  const limit = item.kind === 'election' ? `最多选 ${item.seats} 位` : '可以选一个或几个'
  return [
    [{ width: 100, children: [name, fine(`${limit}；一个也不选的算弃权。`)] }],
    ...item.options.map((option) => choiceRow([line(option.title, { spacing: {} })], ['同意'])),
  ]
}

function unitsOf({ unitCodes }: PaperKey): string {
  const shown = unitCodes.slice(0, UNITS_PRINTED).join('、')
  return unitCodes.length > UNITS_PRINTED ? `${shown} 等 ${unitCodes.length} 处` : shown
}

const INSTRUCTIONS = [
  '每一项只在一个方框里打勾（✓）。哪一项空着，哪一项算弃权；一项打了两个勾，或选的人超过名额，那一项作废。',
  '请在下面签名：没有签名的票不能算。共有的房屋由共有人推选一位来签；受人委托的，请附上委托书。',
]

async function pageOf(vote: VoteText, key: PaperKey, isFirst: boolean): Promise<FileChild[]> {
  const qr = await qrOf(paperCode(vote.voteId, key.keyNo))
  const area = key.area === null ? '面积未登记' : `${key.area} 平方米`
  return [
    title('业主大会表决票', { pageBreakBefore: !isFirst }),
    centred(`${vote.compound}　${vote.title}`),
    table([
      [
        {
          width: 78,
          children: [
            line(`房号：${unitsOf(key)}`, { spacing: {}, run: { size: SIZE.large, bold: true } }),
            line(`第 ${key.keyNo} 号票　算 1 人、${area}`, { spacing: {} }),
            fine(`表决编号 ${vote.receipt}`),
          ],
        },
        { width: 22, children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [qr] })] },
      ],
    ]),
    line(`请在 ${wholeTime(vote.closesAt)} 之前交回。`, { spacing: { before: 120, after: 60 } }),
    ...vote.items.flatMap((item, index) => [table(itemRows(item, index)), fine('')]),
    ...INSTRUCTIONS.map((text) => fine(text)),
    ...(vote.warnsNonVoters
      ? [fine('送达而没有投票的，按公告的规则计入多数的一边。', { run: { bold: true, size: SIZE.small } })]
      : []),
    line('业主签名：________________　　日期：______年____月____日', { spacing: { before: 360 } }),
    line('监票人一：____________　　监票人二：____________', { spacing: { before: 240 } }),
    fine(`有不明白的，请找：${vote.contact || '业主委员会'}`),
  ]
}

/** 纸质表决票: one page for each key, in the order of the buildings. */
export async function ballotPapers(vote: VoteText, keys: readonly PaperKey[]): Promise<Document> {
  const pages: FileChild[] = []
  for (const [index, key] of keys.entries()) pages.push(...(await pageOf(vote, key, index === 0)))
  return sheet(`纸质表决票 ${vote.receipt}`, pages)
}
