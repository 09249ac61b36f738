import { useRouter } from '@tarojs/taro'
import type { MinutesView } from '@yishiting/domain/contract/deliberate'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { useState } from 'react'
import { openRemoteFile } from '@/api/files'
import {
  useAnswerMinutesObjection,
  useDraftMinutes,
  useEditMinutes,
  useMinutes,
  useObjectToMinutes,
  usePublishMinutes,
  useShowMinutes,
  useSignMinutes,
} from '@/api/meeting-pages'
import { useNow } from '@/api/people'
import { Loaded } from '@/parts/loaded'
import {
  Body,
  Button,
  Card,
  confirm,
  EmptyState,
  Field,
  Heading,
  Notice,
  OfflineBar,
  PageFrame,
  Row,
  Small,
  Stack,
  Tag,
  TextArea,
  Title,
  toast,
} from '@/ui'

const STATES = {
  none: '',
  draft: '草稿，只有记录人看得到',
  shown: '给到会的人看',
  published: '已经公布',
} as const

/** 纪要: drafted from what happened, corrected, objected to, signed, published. */
export default function Minutes() {
  const { id = '' } = useRouter().params
  const minutes = useMinutes(id)
  const now = useNow()
  return (
    <Loaded title="会议纪要" query={minutes}>
      {(data) => <MinutesPage meetingId={id} minutes={data} now={now} />}
    </Loaded>
  )
}

interface Props {
  meetingId: string
  minutes: MinutesView
  now: Instant
}

function MinutesPage({ meetingId, minutes, now }: Props) {
  const draft = useDraftMinutes()
  const params = { meetingId }
  if (minutes.state === 'none') {
    return (
      <PageFrame title="会议纪要" banner={<OfflineBar />}>
        <EmptyState
          title="还没有纪要"
          text={
            minutes.can.draft ? '按会上发生的先起草一份，再改。' : '散会以后由记录人整理，整理好会告诉您。'
          }
        />
        {draft.problem && <Notice tone="warn">{draft.problem.message}</Notice>}
        {minutes.can.draft && (
          <Button id="minutes-draft" onPress={() => draft.send({ params })}>
            起草纪要
          </Button>
        )}
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title="会议纪要"
      banner={<OfflineBar />}
      actions={<NextStep meetingId={meetingId} minutes={minutes} now={now} />}
    >
      <Card>
        <Stack gap={1}>
          <Row>
            <Tag tone={minutes.state === 'published' ? 'ok' : 'plain'}>{STATES[minutes.state]}</Tag>
          </Row>
          <Title big>{minutes.meetingTitle}</Title>
          <Small>{`记录：${minutes.recorderLabel}`}</Small>
          {minutes.state === 'shown' && minutes.objectionsUntil && (
            <Small>{`到会的人可以提意见到 ${speakTime(Date.parse(minutes.objectionsUntil), now)}`}</Small>
          )}
        </Stack>
      </Card>
      {minutes.missing.length > 0 && (
        <Notice title="公布之前还要">
          <Stack gap={1}>
            {minutes.missing.map((each) => (
              <Body key={each}>{each}</Body>
            ))}
          </Stack>
        </Notice>
      )}
      {minutes.sections.map((section) => (
        <Section
          key={`${section.id}-${minutes.version}`}
          meetingId={meetingId}
          minutes={minutes}
          section={section}
        />
      ))}
      {minutes.objections.length > 0 && <Heading>对纪要的意见</Heading>}
      {minutes.objections.map((objection) => (
        <Objection
          key={objection.id}
          meetingId={meetingId}
          objection={objection}
          canAnswer={minutes.can.answer}
        />
      ))}
      {minutes.can.object && <Objecting meetingId={meetingId} />}
      <Heading>签字</Heading>
      {minutes.signatures.length === 0 && <Small>还没有人签。</Small>}
      {minutes.signatures.map(({ label, capacity, at, isCurrent }) => (
        <Small key={`${label}-${at}`}>
          {`${capacity} ${label} · ${speakTime(Date.parse(at), now)}签${isCurrent ? '' : '（签后又改过，要重签）'}`}
        </Small>
      ))}
      <Button
        id="minutes-file"
        kind="plain"
        onPress={() => openRemoteFile('deliberate.minutesFile', params, `纪要-${minutes.meetingTitle}.docx`)}
      >
        打印（DOCX）
      </Button>
      <Small>{`文字摘要 ${minutes.digest.slice(0, 16)}…`}</Small>
    </PageFrame>
  )
}

/** The one thing to do next. */
function NextStep({ meetingId, minutes }: Props) {
  const [show, sign, publish] = [useShowMinutes(), useSignMinutes(), usePublishMinutes()]
  const params = { meetingId }
  const problem = show.problem ?? sign.problem ?? publish.problem
  const button = minutes.can.show ? (
    <Button
      id="minutes-show"
      onPress={async () => {
        const sure = await confirm({
          title: '给到会的人看？',
          text: '三天内他们可以提意见。',
          ok: '给他们看',
        })
        if (sure && (await show.send({ params }))) toast('告诉到会的人了', 'ok')
      }}
    >
      给到会的人看
    </Button>
  ) : minutes.can.sign ? (
    <Button
      id="minutes-sign"
      onPress={async () => {
        const sure = await confirm({
          title: '签字？',
          text: '签的是现在这些字；以后改了要重签。',
          ok: '签字',
        })
        if (sure && (await sign.send({ params }))) toast('签好了', 'ok')
      }}
    >
      我签字
    </Button>
  ) : minutes.can.publish ? (
    <Button
      id="minutes-publish"
      onPress={async () => {
        const sure = await confirm({ title: '公布纪要？', text: '公布以后不能再改。', ok: '公布' })
        if (sure && (await publish.send({ params }))) toast('公布了', 'ok')
      }}
    >
      公布
    </Button>
  ) : null
  if (!button) return null
  return (
    <Stack gap={2}>
      {problem && <Notice tone="warn">{problem.message}</Notice>}
      {button}
    </Stack>
  )
}

interface SectionProps {
  meetingId: string
  minutes: MinutesView
  section: MinutesView['sections'][number]
}

function Section({ meetingId, minutes, section }: SectionProps) {
  const edit = useEditMinutes()
  const [text, setText] = useState<string | null>(null)
  const save = async () => {
    if (text === null || text === section.text) return setText(null)
    const sections = minutes.sections.map((each) => (each.id === section.id ? { ...each, text } : each))
    const sent = await edit.send({ params: { meetingId }, body: { sections }, ifMatch: minutes.version })
    if (sent) setText(null)
  }
  return (
    <Card>
      <Stack gap={2}>
        <Title>{section.title}</Title>
        {text === null ? (
          section.text.split('\n').map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <Body key={index}>{each}</Body>
          ))
        ) : (
          <>
            <Field label={section.title} error={edit.problem?.message}>
              <TextArea id={`section-${section.id}`} label={section.title} value={text} onChange={setText} />
            </Field>
            <Row>
              <Button kind="plain" small grow={1} onPress={() => setText(null)}>
                不改了
              </Button>
              <Button id={`section-save-${section.id}`} small grow={1} onPress={save}>
                改好了
              </Button>
            </Row>
          </>
        )}
        {minutes.can.edit && text === null && (
          <Button id={`section-edit-${section.id}`} kind="quiet" small onPress={() => setText(section.text)}>
            改
          </Button>
        )}
      </Stack>
    </Card>
  )
}

function Objecting({ meetingId }: { meetingId: string }) {
  const object = useObjectToMinutes()
  const [text, setText] = useState('')
  const send = async () => {
    if (!(await object.send({ params: { meetingId }, body: { text } }))) return
    setText('')
    toast('提上去了，记录人要答复您', 'ok')
  }
  return (
    <Card>
      <Stack gap={3}>
        <Field label="哪里写得不对？" error={object.problem?.message}>
          <TextArea id="minutes-objection" label="哪里写得不对？" value={text} onChange={setText} />
        </Field>
        <Button id="minutes-object" kind="plain" onPress={send}>
          提出来
        </Button>
      </Stack>
    </Card>
  )
}

interface ObjectionProps {
  meetingId: string
  objection: MinutesView['objections'][number]
  canAnswer: boolean
}

function Objection({ meetingId, objection, canAnswer }: ObjectionProps) {
  const respond = useAnswerMinutesObjection()
  const [answer, setAnswer] = useState('')
  const send = (isAccepted: boolean) =>
    respond.send({ params: { meetingId, objectionId: objection.id }, body: { isAccepted, answer } })
  return (
    <Card>
      <Stack gap={2}>
        <Small>{objection.isMine ? '您提的' : objection.label}</Small>
        <Body>{objection.text}</Body>
        {objection.answer && (
          <Body>{`答复：${objection.isAccepted ? '照改。' : '没有改。'}${objection.answer}`}</Body>
        )}
        {canAnswer && objection.isAccepted === null && (
          <>
            <Field label="答复" error={respond.problem?.message}>
              <TextArea
                id={`objection-answer-${objection.id}`}
                label="答复"
                value={answer}
                onChange={setAnswer}
              />
            </Field>
            <Row>
              <Button
                id={`objection-refuse-${objection.id}`}
                kind="plain"
                small
                grow={1}
                onPress={() => send(false)}
              >
                不改
              </Button>
              <Button id={`objection-accept-${objection.id}`} small grow={1} onPress={() => send(true)}>
                照改
              </Button>
            </Row>
          </>
        )}
      </Stack>
    </Card>
  )
}
