import { AlignmentType, type Document, type FileChild } from 'docx'
import { body, fine, head, line, sheet, title } from '../../../platform/documents/parts'
import { wholeDay, wholeStart, wholeTime } from '../../../platform/documents/times'
import type { ItemText, VoteText } from './model'

const WARNING =
  '请注意：已经送达表决票而没有表决的业主，按本小区业主自己定的议事规则，计入人数和面积都占多数的一边。不想这样计算的，请您亲自投票。公布结果时，不这样计算的结果会一并公布。'

function itemParts(item: ItemText, index: number): FileChild[] {
  const options = item.options.map((option, place) =>
    line(`（${place + 1}）${option.title}`, { indent: { left: 480 } }),
  )
  return [
    line(`第 ${index + 1} 项　${item.title}`, { keepNext: true, run: { bold: true } }),
    ...item.body.split(/\n+/).filter(Boolean).map(body),
    ...options,
    body(`怎样算通过：${item.passesWhen}`),
  ]
}

function howToVote({ channels, mayChange, contact }: VoteText): FileChild[] {
  const isOnline = channels.includes('online')
  const isPaper = channels.includes('paper') || channels.includes('door')
  return [
    ...(isOnline
      ? [
          body(
            '手机上投：打开“议事厅”，进入“业主表决”，读完全文后逐项选择、确认。投完得到回执码，截止之后可以凭它查到自己的票。',
          ),
        ]
      : []),
    ...(isPaper
      ? [
          body(
            '纸上投：在表决票上逐项打勾、签名，在截止之前交给监票人或上门的工作人员。每张纸质票由两位监票人各录一遍。',
          ),
        ]
      : []),
    ...(channels.includes('phone') ? [body('行动不便的，可以打电话请工作人员记录。')] : []),
    body(
      '不能亲自投的，可以书面委托别人，写明房号、事项、怎么投、到什么时候为止。本人投了的，以本人的为准。',
    ),
    body(
      mayChange ? '截止之前可以改投，以最后一次为准，每一次都留有记录。' : '投出之后不能更改，请看清楚再投。',
    ),
    body(
      `投票之前，可以在“议事厅”里查“我能投票吗？”，名册不对的请在开始投票之前提出。有不明白的，请找：${contact || '业主委员会'}。`,
    ),
  ]
}

/** 公告: what is decided, by which rules, until when, how, and whom to ask (RULES.md §4). */
export function noticeDocument(vote: VoteText): Document {
  return sheet(`公告 ${vote.receipt}`, [
    title('业主大会表决公告'),
    line(`${vote.compound}　编号 ${vote.receipt}`, { alignment: AlignmentType.CENTER }),
    head(vote.title),
    ...vote.why.split(/\n+/).filter(Boolean).map(body),
    head('什么时候投'),
    body(
      `从 ${wholeStart(vote.opensAt)} 开始，到 ${wholeTime(vote.closesAt)} 截止。开始和截止只按服务器的时间，谁也不能提前或推后。`,
    ),
    head('表决什么'),
    ...vote.items.flatMap(itemParts),
    ...(vote.warnsNonVoters ? [head('不投票会怎样'), line(WARNING, { run: { bold: true } })] : []),
    head('怎样投'),
    ...howToVote(vote),
    head('按什么规则计票'),
    ...vote.rulesInWords.map((text, index) =>
      line(`${index + 1}. ${text}`, { indent: { left: 480, hanging: 480 } }),
    ),
    head('结果'),
    body(
      `截止之后由系统自动计票，业主委员会在 3 天之内公布。公布之后 ${vote.objectionDays} 天之内，业主可以提出异议。`,
    ),
    head('核对'),
    body('名册和规则从公告之时起定住，不能再改。下面两行是它们的校验码（SHA-256）。'),
    fine(`名册：${vote.rollDigest}`),
    fine(`规则：${vote.rulesDigest}`),
    line('业主委员会', { alignment: AlignmentType.RIGHT, spacing: { before: 480 } }),
    line(wholeDay(vote.noticedAt), { alignment: AlignmentType.RIGHT }),
  ])
}
