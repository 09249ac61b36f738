import { MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import { AlignmentType, type Document, ImageRun, Packer, Paragraph } from 'docx'
import QRCode from 'qrcode'
import type { Queries } from '../../platform/database/database'
import { body, fine, head, line, sheet, title } from '../../platform/documents/parts'
import { wholeStart } from '../../platform/documents/times'
import { PRIVATE_TITLE } from '../list'
import { type LoadedMeeting, loadMeeting } from '../load'

const PIXELS = 180

async function picture(text: string): Promise<Paragraph> {
  const data = await QRCode.toBuffer(text, { errorCorrectionLevel: 'M', margin: 1, scale: 6 })
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new ImageRun({ type: 'png', data, transformation: { width: PIXELS, height: PIXELS } })],
  })
}

export interface Poster {
  loaded: LoadedMeeting
  /** The agenda's titles, in order. */
  titles: string[]
}

/** What stands on the notice: read with one connection. @throws not_found */
export async function loadPoster(queries: Queries, compoundId: string, meetingId: string): Promise<Poster> {
  const loaded = await loadMeeting(queries, compoundId, meetingId)
  const ids = loaded.items.flatMap(({ matterId }) => (matterId === null ? [] : [matterId]))
  const matters =
    ids.length === 0
      ? []
      : await queries
          .selectFrom('matters')
          .select(['id', 'title', 'isPrivate'])
          .where('compoundId', '=', compoundId)
          .where('id', 'in', ids)
          .execute()
  const titles = loaded.items.map((item) => {
    const matter = matters.find(({ id }) => id === item.matterId)
    if (matter) return matter.isPrivate ? PRIVATE_TITLE : matter.title
    return item.title
  })
  return { loaded, titles }
}

async function documentOf({ loaded: { row, meeting }, titles }: Poster): Promise<Document> {
  const where = [row.place, row.mapNote, row.online ? '也可以在手机上参加' : ''].filter(Boolean).join('，')
  return sheet(`通知 ${row.title}`, [
    title(`${MEETING_KINDS[meeting.kind].name}通知`),
    line(row.title, { alignment: AlignmentType.CENTER }),
    head('时间'),
    body(wholeStart(row.startsAt)),
    head('地点'),
    body(where),
    head('议什么'),
    ...titles.map((each, index) => line(`${index + 1}. ${each}`)),
    ...(row.notice ? [head('说明'), ...row.notice.split(/\n+/).filter(Boolean).map(body)] : []),
    body('没有手机也能来：到会场由帮办员登记，举手表决。来不了的，可以请帮办员代交书面意见。'),
    await picture(`/deliberate/pages/meeting/index?id=${row.id}`),
    fine('用“议事厅”小程序扫一扫，看议程、报名、写意见', { alignment: AlignmentType.CENTER }),
  ])
}

/** The notice for the board downstairs, with the same words as on the screen. */
export const posterDocument = async (poster: Poster): Promise<Buffer> =>
  Packer.toBuffer(await documentOf(poster))
