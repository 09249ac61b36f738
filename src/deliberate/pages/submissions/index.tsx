import { useRouter } from '@tarojs/taro'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { TEXT_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { useMeeting } from '@/api/deliberate'
import { useSubmissions, useSubmit } from '@/api/meeting-pages'
import { useMyPlace } from '@/api/people'
import { Loaded } from '@/parts/loaded'
import {
  Body,
  Button,
  Card,
  EmptyState,
  Field,
  Heading,
  Notice,
  OfflineBar,
  PageFrame,
  Picker,
  Small,
  Stack,
  TextArea,
  TextInput,
  toast,
} from '@/ui'

/** 书面意见: who cannot come hands in his word before the meeting ends; it stands in the minutes. A helper writes for others. */
export default function Submissions() {
  const { id = '' } = useRouter().params
  const meeting = useMeeting(id)
  const list = useSubmissions(id)
  return (
    <Loaded title="书面意见" query={meeting}>
      {(data) => (
        <PageFrame title="书面意见" banner={<OfflineBar />}>
          {data.can.submit && <Writing meeting={data} />}
          <Heading aside={`${list.data?.submissions.length ?? 0} 份`}>收到的</Heading>
          {list.data?.submissions.length === 0 && (
            <EmptyState title="还没有人交" text="交上来的都写进纪要。" />
          )}
          {list.data?.submissions.map((each) => (
            <Card key={each.id}>
              <Stack gap={1}>
                <Small>{each.isMine ? `${each.label} · 您交的` : each.label}</Small>
                <Body>{each.text}</Body>
              </Stack>
            </Card>
          ))}
        </PageFrame>
      )}
    </Loaded>
  )
}

function Writing({ meeting }: { meeting: MeetingView }) {
  const submit = useSubmit()
  const helps = useMyPlace()?.can.raiseOnBehalf ?? false
  const [text, setText] = useState('')
  const [label, setLabel] = useState('')
  const [itemId, setItemId] = useState<string | null>(null)
  const send = async () => {
    const body = { text, itemId, label }
    if (!(await submit.send({ params: { meetingId: meeting.id }, body }))) return
    setText('')
    setLabel('')
    toast('交上去了，会写进纪要', 'ok')
  }
  return (
    <Card>
      <Stack gap={4}>
        {meeting.items.length > 0 && (
          <Picker
            id="submission-item"
            label="关于哪一项"
            placeholder="不分哪一项"
            options={meeting.items.map((item) => ({ value: item.id, label: item.matterTitle }))}
            value={itemId}
            onChange={setItemId}
          />
        )}
        <Field label="您的意见" error={submit.problem?.message} value={text} max={TEXT_MAX}>
          <TextArea id="submission" label="您的意见" value={text} onChange={setText} />
        </Field>
        {helps && (
          <Field label="替谁写的" hint="自己的不用写；例如“3 号楼一位老人”，不写姓名">
            <TextInput id="submission-label" label="替谁写的" value={label} onChange={setLabel} />
          </Field>
        )}
        <Notice title="会写进纪要">名字不公开，只写是哪栋楼的居民。</Notice>
        <Button id="submission-send" onPress={send}>
          交上去
        </Button>
      </Stack>
    </Card>
  )
}
