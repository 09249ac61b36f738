import type { ItemView, MeetingView, MotionView } from '@yishiting/domain/contract/deliberate'
import {
  MOTION_KINDS,
  MOTION_STATES,
  type MotionKind,
  SECONDERS_NEEDED,
} from '@yishiting/domain/deliberate/floor'
import { TEXT_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { usePropose, useSecond, useSettleMotion } from '@/api/deliberate'
import {
  Body,
  Button,
  Card,
  Chips,
  confirm,
  Field,
  Notice,
  Row,
  Small,
  Stack,
  Tag,
  TextArea,
  Title,
  toast,
} from '@/ui'

const KIND_OPTIONS = (Object.keys(MOTION_KINDS) as MotionKind[]).map((value) => ({
  value,
  label: MOTION_KINDS[value],
}))

const HINTS: Record<MotionKind, string> = {
  motion: '另一条具体的办法：谁、做什么、什么时候',
  amendment: '现在的动议哪里要改，改成什么',
  order: '会怎么开下去：先议哪项、延期再议',
}

interface OneProps {
  meeting: MeetingView
  motion: MotionView
}

function OneMotion({ meeting, motion }: OneProps) {
  const second = useSecond()
  const params = { meetingId: meeting.id, motionId: motion.id }
  const isProposed = motion.state === 'proposed'
  return (
    <Stack gap={1}>
      <Row between>
        <Small>{`${MOTION_KINDS[motion.kind]} · ${motion.proposerLabel}提 · ${motion.seconders} 人附议`}</Small>
        <Tag tone={motion.state === 'taken_up' ? 'ok' : 'plain'}>
          {isProposed && motion.seconders >= SECONDERS_NEEDED ? '有人附议' : MOTION_STATES[motion.state]}
        </Tag>
      </Row>
      <Body>{motion.text}</Body>
      {motion.reason && <Small>{`原因：${motion.reason}`}</Small>}
      {isProposed && meeting.can.propose && !meeting.mySeconded.includes(motion.id) && (
        <Button
          id={`second-${motion.id}`}
          kind="plain"
          small
          onPress={async () => {
            if (await second.send({ params })) toast('附议了', 'ok')
          }}
        >
          我附议
        </Button>
      )}
      {isProposed && meeting.can.moderate && <Settling meeting={meeting} motion={motion} />}
    </Stack>
  )
}

/** Whoever moderates takes it up or sets it aside with a reason. */
function Settling({ meeting, motion }: OneProps) {
  const settle = useSettleMotion()
  const [reason, setReason] = useState<string | null>(null)
  const params = { meetingId: meeting.id, motionId: motion.id }
  const takeUp = async () => {
    const sure = await confirm({
      title: '采用这条？',
      text: motion.kind === 'motion' ? '它成为这一项的动议。' : `动议改成：${motion.text}`,
      ok: '采用',
    })
    if (sure) await settle.send({ params, body: { to: 'taken_up' } })
  }
  if (reason === null) {
    return (
      <Row>
        <Button id={`aside-${motion.id}`} kind="plain" small grow={1} onPress={() => setReason('')}>
          搁置
        </Button>
        {motion.kind !== 'order' && (
          <Button id={`take-${motion.id}`} kind="plain" small grow={1} onPress={takeUp}>
            采用
          </Button>
        )}
      </Row>
    )
  }
  return (
    <Stack gap={2}>
      <Field label="为什么搁置" error={settle.problem?.message}>
        <TextArea id={`aside-reason-${motion.id}`} label="为什么搁置" value={reason} onChange={setReason} />
      </Field>
      <Row>
        <Button kind="plain" small grow={1} onPress={() => setReason(null)}>
          不了
        </Button>
        <Button
          id={`aside-submit-${motion.id}`}
          small
          grow={1}
          onPress={() => settle.send({ params, body: { to: 'set_aside', reason } })}
        >
          搁置
        </Button>
      </Row>
    </Stack>
  )
}

/** What was proposed from the floor on a point, and a way to propose. */
export function FloorMotions({ meeting, item }: { meeting: MeetingView; item: ItemView }) {
  const propose = usePropose()
  const [kind, setKind] = useState<MotionKind | null>(null)
  const [text, setText] = useState('')
  const send = async () => {
    if (kind === null) return
    const params = { meetingId: meeting.id, itemId: item.id }
    if (!(await propose.send({ params, body: { kind, text } }))) return
    setKind(null)
    setText('')
    toast('提出来了，等人附议', 'ok')
  }
  const mayPropose = meeting.can.propose && item.outcome === null
  if (item.motions.length === 0 && !mayPropose) return null
  return (
    <Card>
      <Stack gap={3}>
        <Title>会上的提议</Title>
        {item.motions.map((motion) => (
          <OneMotion key={motion.id} meeting={meeting} motion={motion} />
        ))}
        {mayPropose && kind === null && (
          <Button id="propose" kind="quiet" onPress={() => setKind('amendment')}>
            我来提一条
          </Button>
        )}
        {kind !== null && (
          <Stack gap={3}>
            <Chips
              id="propose-kind"
              label="提什么"
              options={KIND_OPTIONS}
              value={kind}
              onChange={(next) => next && setKind(next)}
            />
            <Field label={MOTION_KINDS[kind]} hint={HINTS[kind]} value={text} max={TEXT_MAX}>
              <TextArea id="propose-text" label={MOTION_KINDS[kind]} value={text} onChange={setText} />
            </Field>
            {propose.problem && <Notice tone="warn">{propose.problem.message}</Notice>}
            <Row>
              <Button kind="plain" grow={1} onPress={() => setKind(null)}>
                不提了
              </Button>
              <Button id="propose-send" grow={1.6} onPress={send}>
                提出来
              </Button>
            </Row>
          </Stack>
        )}
      </Stack>
    </Card>
  )
}
