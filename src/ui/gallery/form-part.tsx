import { useState } from 'react'
import {
  Button,
  Card,
  Cell,
  Chips,
  Choice,
  confirm,
  DateTime,
  Field,
  Notice,
  PhotoPicker,
  type PickedPhoto,
  Picker,
  Sheet,
  Stack,
  Switch,
  TextArea,
  TextInput,
  toast,
} from '@/ui'
import { photos } from './sample'

const TOPICS = ['停车管理', '房屋维修', '邻里纠纷', '消防管理', '清洁卫生', '物业收费', '其他']
const topics = TOPICS.map((label) => ({ value: label, label }))
const buildings = ['1 号楼', '2 号楼', '3 号楼', '车棚'].map((label) => ({ value: label, label }))
const sent: PickedPhoto[] = photos.map(({ src }, at) => ({
  key: String(at),
  src,
  state: (['done', 'sending', 'failed'] as const)[at] ?? 'done',
  progress: 62,
  error: '这张照片超过 10 MB，请换一张小一点的',
}))

export function FormPart() {
  const [words, setWords] = useState('充电口坏了两个，晚上有人从楼上拉线下来')
  const [vote, setVote] = useState<'agree' | 'against' | 'abstain' | null>('agree')
  const [picked, setPicked] = useState<string[]>(['消防管理'])
  const [one, setOne] = useState<string | null>(null)
  const [place, setPlace] = useState<string | null>(null)
  const [when, setWhen] = useState<number | null>(Date.UTC(2026, 2, 20, 11))
  const [on, setOn] = useState(true)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Notice
        tone="danger"
        title="有危险先打电话"
        phones={[
          { name: '火警', number: '119' },
          { name: '急救', number: '120' },
          { name: '报警', number: '110' },
          { name: '物业 24 小时', number: '021-5550100' },
        ]}
      />
      <Field label="什么事" hint="说清楚在哪里、什么时候、怎么了" value={words} max={2000}>
        <TextArea label="什么事" value={words} onChange={setWords} placeholder="想到什么说什么" />
      </Field>
      <Field label="您的电话" optional error="电话号码少了一位，请再看看" value="𠮷𠮷" max={1}>
        <TextInput label="您的电话" type="tel" value="1380000000" onChange={() => {}} error />
      </Field>
      <TextInput label="名字" value="" onChange={() => {}} placeholder="名字（只有支部看得到）" />
      <Picker label="在哪里" options={buildings} value={place} onChange={setPlace} />
      <Cell label="邻居看到的我" value="5 号楼居民" icon="people" onPress={() => {}} />
      <Cell label="编号" value="SX-2026-000123" />
      <PhotoPicker photos={sent} onAdd={() => {}} onRetry={() => {}} onRemove={() => {}} />
      <DateTime label="开会时间" value={when} onChange={setWhen} />
      <Choice
        label="是否同意 3 号楼 2 单元加装电梯"
        options={[
          { value: 'agree', label: '同意' },
          { value: 'against', label: '不同意' },
          { value: 'abstain', label: '弃权', sub: '算参与，不算同意' },
        ]}
        value={vote}
        onChange={setVote}
      />
      <Chips label="类别" multi options={topics} value={picked} onChange={setPicked} />
      <Chips
        label="阶段"
        scroll
        options={topics.map((topic, at) => ({ ...topic, count: at * 3 }))}
        value={one}
        onChange={setOne}
      />
      <Card>
        <Switch label="长辈版" sub="字大一些，东西少一些" checked={on} onChange={setOn} />
      </Card>
      <Stack>
        <Button onPress={() => setOpen(true)}>打开抽屉</Button>
        <Button kind="plain" icon="listen" onPress={() => toast('记下了，编号 SX-2026-000123', 'ok')}>
          念给我听
        </Button>
        <Button
          kind="danger"
          onPress={() =>
            confirm({
              title: '真的要撤回吗？',
              text: '撤回后邻居就看不到了，编号还在。',
              ok: '撤回',
              danger: true,
            })
          }
        >
          撤回
        </Button>
        <Button kind="quiet">以后再说</Button>
        <Button busy>正在送出</Button>
        <Button disabled reason="先写一句话，才能说出来">
          说出来
        </Button>
      </Stack>
      <Sheet
        open={open}
        title="我要纸质票"
        onClose={() => setOpen(false)}
        confirm="请人送来"
        cancel="不用了"
        onConfirm={() => setOpen(false)}
      >
        <Field label="送到哪里">
          <TextInput label="送到哪里" value="3 号楼 2 单元 501 室" onChange={() => {}} />
        </Field>
      </Sheet>
    </>
  )
}
