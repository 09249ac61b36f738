import type { ConflictLineView, VoteView } from '@yishiting/domain/contract/owners'
import { CAPACITIES, CHANNELS, type Mark } from '@yishiting/domain/owners/ballot'
import { Button, Card, Empty, Flex, Form, Input, Popconfirm, Radio, Typography } from 'antd'
import { useRead, useWrite } from '../api/queries'
import { Loaded } from '../frame/page'
import { markWords } from './mark-words'
import { deskTime } from './times'

type Item = VoteView['items'][number] | undefined

function choices({ ballots }: ConflictLineView): (Mark | 'void')[] {
  const marks = ballots.flatMap(({ mark, secondMark }) => (secondMark === null ? [mark] : [mark, secondMark]))
  const seen = new Map(marks.map((mark) => [JSON.stringify(mark), mark]))
  return [...seen.values(), 'void']
}

function Conflict({ line, item, voteId }: { line: ConflictLineView; item: Item; voteId: string }) {
  const rule = useWrite('owners.rule')
  const [form] = Form.useForm<{ mark: string; reason: string }>()
  const words = (mark: Mark | 'void') => markWords(mark, item?.options)
  const submit = async () => {
    const { mark, reason } = await form.validateFields()
    await rule.send({
      params: { voteId },
      body: { keyNo: line.keyNo, itemId: line.itemId, mark: JSON.parse(mark), reason },
    })
  }
  return (
    <Card
      title={`${line.unitCodes.join('、')} · ${line.itemTitle}`}
      extra={line.area ? `${line.area} ㎡` : ''}
    >
      <Typography.Paragraph>{line.why}</Typography.Paragraph>
      {line.ballots.map((ballot) => (
        <Typography.Paragraph key={ballot.ballotId}>
          {CHANNELS[ballot.channel]} · {CAPACITIES[ballot.capacity]} · {deskTime(ballot.at)}：
          <strong>{words(ballot.mark)}</strong>
          {ballot.secondMark !== null && (
            <>
              ，第二遍录成 <strong>{words(ballot.secondMark)}</strong>
            </>
          )}
        </Typography.Paragraph>
      ))}
      {line.ruling ? (
        <Typography.Text type="secondary">
          已认定：{words(line.ruling.mark)}。理由：{line.ruling.reason}
        </Typography.Text>
      ) : (
        <Form form={form} layout="vertical" requiredMark={false}>
          <Form.Item name="mark" label="算哪一种？" rules={[{ required: true, message: '请选一种。' }]}>
            <Radio.Group
              options={choices(line).map((mark) => ({ value: JSON.stringify(mark), label: words(mark) }))}
            />
          </Form.Item>
          <Form.Item
            name="reason"
            label="理由"
            rules={[{ required: true, whitespace: true, message: '请写明理由。' }]}
          >
            <Input.TextArea rows={2} maxLength={2000} showCount />
          </Form.Item>
          <Popconfirm
            title="认定以后不能再改，结果会重新算一遍。"
            okText="认定"
            cancelText="再看看"
            onConfirm={submit}
          >
            <Button type="primary" loading={rule.busy}>
              认定
            </Button>
          </Popconfirm>
        </Form>
      )}
    </Card>
  )
}

/** Ballots that differ, each decided once, with a reason that stands in the result. */
export function ConflictsTab({ vote }: { vote: VoteView }) {
  const conflicts = useRead('owners.conflicts', { params: { voteId: vote.id } })
  return (
    <Loaded query={conflicts}>
      {(page) =>
        page.conflicts.length === 0 ? (
          <Empty description="没有对不上的票" />
        ) : (
          <Flex vertical gap={16}>
            {page.conflicts.map((line) => (
              <Conflict
                key={`${line.keyNo} ${line.itemId}`}
                line={line}
                item={vote.items.find(({ id }) => id === line.itemId)}
                voteId={vote.id}
              />
            ))}
          </Flex>
        )
      }
    </Loaded>
  )
}
