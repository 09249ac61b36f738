import type { MinutesView } from '@yishiting/domain/contract/deliberate'
import { AlignmentType, type Document, Packer } from 'docx'
import { body, fine, head, line, sheet, title } from '../../platform/documents/parts'
import { wholeDay } from '../../platform/documents/times'

const signed = ({ label, capacity, at }: MinutesView['signatures'][number]): string =>
  `${capacity}：${label}（${wholeDay(Date.parse(at))}签）`

function documentOf(minutes: MinutesView): Document {
  const { sections, signatures, objections, publishedAt, digest } = minutes
  const current = signatures.filter(({ isCurrent }) => isCurrent)
  return sheet(`纪要 ${minutes.meetingTitle}`, [
    title('会议纪要'),
    line(minutes.meetingTitle, { alignment: AlignmentType.CENTER }),
    ...sections.flatMap(({ title: name, text }) => [
      head(name),
      ...text.split(/\n+/).filter(Boolean).map(body),
    ]),
    ...(objections.length === 0
      ? []
      : [
          head('对纪要的意见'),
          ...objections.map(({ label, text, answer }) =>
            body(`${label}：${text}${answer ? `——答复：${answer}` : ''}`),
          ),
        ]),
    head('签字'),
    ...(current.length > 0 ? current.map((each) => body(signed(each))) : [body('（还没有签字）')]),
    fine(
      publishedAt === null
        ? '还没有公布的草稿。'
        : `${wholeDay(Date.parse(publishedAt))}公布，张贴不少于 15 天（居民委员会组织法第34条）。`,
    ),
    fine(`文字摘要（SHA-256）：${digest}`),
  ])
}

/** 纪要 as a file that any office program opens and prints: the same words and digest as on the screen. */
export const minutesDocument = (minutes: MinutesView): Promise<Buffer> => Packer.toBuffer(documentOf(minutes))
