import type { VoteView } from '@yishiting/domain/contract/owners'
import { PATHS } from '@yishiting/domain/contract/paths'
import { App, Button, Card, Flex } from 'antd'
import { download } from '../api/client'
import { sentenceOf } from '../api/problem'

const isCounted = ({ state }: VoteView): boolean => ['closed', 'published', 'certified'].includes(state)

/** Papers to print and the export that anyone can recount. */
export function Files({ vote }: { vote: VoteView }) {
  const { message } = App.useApp()
  const get = (path: string, params: object, name: string) =>
    download(path, { voteId: vote.id, ...params }, name).catch((error: unknown) =>
      message.error(sentenceOf(error)),
    )
  const document = (kind: string, name: string) =>
    get(PATHS['owners.document'][1], { kind }, `${name}-${vote.receipt}.docx`)
  if (vote.state === 'draft' || vote.state === 'cancelled') return null
  return (
    <Card title="文件" style={{ marginTop: 16 }}>
      <Flex vertical gap={8} align="flex-start">
        <Button onClick={() => document('notice', '公告')}>公告（DOCX）</Button>
        {(vote.can.extend || vote.can.enterPapers || vote.can.remind) && (
          <Button onClick={() => document('ballots', '纸质表决票')}>纸质表决票（DOCX）</Button>
        )}
        {isCounted(vote) && vote.result && (
          <Button onClick={() => document('count', '计票表')}>计票表（DOCX）</Button>
        )}
        {vote.can.export && (
          <Button onClick={() => get(PATHS['owners.export'][1], {}, `${vote.receipt}.zip`)}>
            导出全部，可自行复核（ZIP）
          </Button>
        )}
      </Flex>
    </Card>
  )
}
