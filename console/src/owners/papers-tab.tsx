import type { BodyOf } from '@yishiting/domain/contract'
import type { PaperLineView, VoteView } from '@yishiting/domain/contract/owners'
import { CHANNELS } from '@yishiting/domain/owners/ballot'
import {
  App,
  Button,
  Card,
  Checkbox,
  Flex,
  Form,
  Input,
  Radio,
  Select,
  Table,
  type TableColumnsType,
  Tag,
} from 'antd'
import { useList, useWrite } from '../api/queries'
import { More } from '../frame/more'
import { Loaded } from '../frame/page'
import { markWords } from './mark-words'
import { deskTime } from './times'

type Item = VoteView['items'][number]
const MARKS = ['agree', 'against', 'abstain', 'blank', 'invalid'] as const

const STATES = {
  waits_for_second: { text: '等第二遍', colour: 'orange' },
  agreed: { text: '两遍一样', colour: 'green' },
  mismatch: { text: '对不上', colour: 'red' },
} as const

const COLUMNS: TableColumnsType<PaperLineView> = [
  { title: '房号', render: (_, paper) => paper.unitCodes.join('、') },
  { title: '方式', width: 90, render: (_, paper) => CHANNELS[paper.channel] },
  { title: '收到', width: 170, render: (_, paper) => deskTime(paper.at) },
  {
    title: '录入',
    width: 200,
    render: (_, paper) => (
      <>
        <Tag color={STATES[paper.state].colour}>{STATES[paper.state].text}</Tag>
        {paper.state === 'waits_for_second' && paper.isMine ? '第一遍是您录的' : ''}
      </>
    ),
  },
]

interface PaperForm {
  unitCode: string
  channel: 'paper' | 'door' | 'phone'
  isUnsigned: boolean
  marks: BodyOf<'owners.enterPaper'>['marks']
}

function MarkField({ item }: { item: Item }) {
  const isChoice = item.options.length > 0
  return (
    <Form.Item
      name={['marks', item.id]}
      label={item.title}
      rules={[{ required: true, message: '每一项都要录，没有勾的选“空白”。' }]}
    >
      {isChoice ? (
        <Checkbox.Group options={item.options.map(({ id, title }) => ({ value: id, label: title }))} />
      ) : (
        <Radio.Group
          optionType="button"
          options={MARKS.map((mark) => ({ value: mark, label: markWords(mark) }))}
        />
      )}
    </Form.Item>
  )
}

/** Papers are read by two scrutineers, each without seeing what the other read. */
export function PapersTab({ vote }: { vote: VoteView }) {
  const params = { voteId: vote.id }
  const papers = useList('owners.papers', { params })
  const enter = useWrite('owners.enterPaper')
  const { message } = App.useApp()
  const [form] = Form.useForm<PaperForm>()
  const submit = async (body: PaperForm) => {
    const saved = await enter.send({ params, body })
    if (!saved) return
    if (saved.state === 'mismatch') message.warning('两遍对不上，列入“对不上的票”')
    else message.success(saved.entry === 1 ? '第一遍记下了，请另一位监票人再录一遍' : '两遍一样')
    form.resetFields()
  }
  return (
    <Flex gap={16} align="flex-start">
      <Card title="录一张" style={{ width: 560, flex: 'none' }}>
        <Form<PaperForm>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ channel: 'paper', isUnsigned: false }}
          onFinish={submit}
        >
          <Flex gap={12}>
            <Form.Item
              name="unitCode"
              label="房号"
              rules={[{ required: true, message: '请写房号。' }]}
              style={{ flex: 1 }}
            >
              <Input placeholder="3-2-501" autoFocus />
            </Form.Item>
            <Form.Item name="channel" label="怎么收到的">
              <Select
                style={{ width: 140 }}
                options={(['paper', 'door', 'phone'] as const).map((value) => ({
                  value,
                  label: CHANNELS[value],
                }))}
              />
            </Form.Item>
          </Flex>
          {vote.items.map((item) => (
            <MarkField key={item.id} item={item} />
          ))}
          <Form.Item name="isUnsigned" valuePropName="checked">
            <Checkbox>没有签名，或签名不对</Checkbox>
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={enter.busy}>
            记下来
          </Button>
        </Form>
      </Card>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Loaded query={papers}>
          {({ pages }) => (
            <Card
              title={`录入的纸质票：${pages[0]?.waiting ?? 0} 张等第二遍，${pages[0]?.mismatches ?? 0} 张对不上`}
              styles={{ body: { padding: 0 } }}
            >
              <Table
                rowKey="ballotId"
                size="middle"
                columns={COLUMNS}
                dataSource={pages.flatMap((page) => page.papers)}
                pagination={false}
                scroll={{ y: 520 }}
              />
              <More of={papers} />
            </Card>
          )}
        </Loaded>
      </div>
    </Flex>
  )
}
