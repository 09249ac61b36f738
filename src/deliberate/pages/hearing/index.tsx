import { useRouter } from '@tarojs/taro'
import type { DemandView, HearingView, PartyView } from '@yishiting/domain/contract/deliberate'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { PHOTOS_MAX, TEXT_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import {
  useAddParty,
  useAnswerDemand,
  useAnswerQuestion,
  useAskParty,
  useDemand,
  useHearing,
  useInviteParty,
  useRecordView,
  useSignRecord,
} from '@/api/meeting-pages'
import { useNow } from '@/api/people'
import { gridPhotos } from '@/api/photo-url'
import { Loaded } from '@/parts/loaded'
import { useFormPhotos } from '@/speak/draft/form-photos'
import {
  Body,
  Button,
  Card,
  Chips,
  EmptyState,
  Field,
  Heading,
  Notice,
  OfflineBar,
  PageFrame,
  PhotoGrid,
  PhotoPicker,
  Picker,
  Row,
  Small,
  Stack,
  Switch,
  Tag,
  TextArea,
  TextInput,
  Title,
  toast,
} from '@/ui'
import { useFollowedPage } from '../../use-followed-meeting'

const SIDES = {
  burdened: '受影响的住户',
  applicant: '提出的一方',
  authority: '主管的单位',
  other: '其他',
} as const
type Side = keyof typeof SIDES
const SIDE_OPTIONS = (Object.keys(SIDES) as Side[]).map((value) => ({ value, label: SIDES[value] }))

/** 听证: every side and its view, the burdened even when absent; questions; demands with their written answers. */
export default function Hearing() {
  const { id = '' } = useRouter().params
  const hearing = useHearing(id)
  useFollowedPage(id, hearing)
  const now = useNow()
  return (
    <Loaded title="听证" query={hearing}>
      {(data) => (
        <PageFrame title="听证" banner={<OfflineBar />}>
          {data.uninvited > 0 && (
            <Notice tone="warn" title={`还有 ${data.uninvited} 户没有请到`}>
              受影响的住户要一户一户请到，才能开听证会。
            </Notice>
          )}
          <Heading aside={`${data.parties.length} 方`}>各方</Heading>
          {data.parties.length === 0 && <EmptyState title="还没有写各方" text="先写受影响的住户。" />}
          {data.parties.map((party) => (
            <Party key={party.id} meetingId={id} party={party} can={data.can} now={now} />
          ))}
          {data.can.keep && <AddParty meetingId={id} />}
          <Heading aside={`${data.questions.length} 个`}>问答</Heading>
          {data.questions.map((question) => (
            <Question key={question.id} meetingId={id} question={question} parties={data.parties} />
          ))}
          {data.can.ask && <Asking meetingId={id} parties={data.parties} />}
          <Heading aside={`${data.demands.length} 条`}>诉求与书面答复</Heading>
          {data.demands.map((each) => (
            <Demand key={each.id} meetingId={id} demand={each} canAnswer={data.can.answerDemand} now={now} />
          ))}
          {data.can.demand && <Demanding meetingId={id} hearing={data} />}
          {data.observers > 0 && <Small>{`旁听 ${data.observers} 人`}</Small>}
        </PageFrame>
      )}
    </Loaded>
  )
}

interface PartyProps {
  meetingId: string
  party: PartyView
  can: HearingView['can']
  now: Instant
}

function Party({ meetingId, party, can, now }: PartyProps) {
  const keeps = can.keep
  const [act, setAct] = useState<'invite' | 'view' | 'sign' | null>(null)
  const done = () => setAct(null)
  const form = { meetingId, party, onDone: done }
  return (
    <Card>
      <Stack gap={2}>
        <Row between>
          <Tag tone={party.side === 'burdened' ? 'deliberate' : 'plain'}>{SIDES[party.side]}</Tag>
          <Small>{party.isHere ? '到场' : party.invitedAt ? `${party.invitedHow}请过` : '还没请'}</Small>
        </Row>
        <Title>{party.isMe ? `${party.label}（您）` : party.label}</Title>
        <Body>{party.view || '还没有留下意见'}</Body>
        {party.photos.length > 0 && <PhotoGrid photos={gridPhotos(party.photos)} />}
        {party.signedAt && (
          <Small>{`${speakTime(Date.parse(party.signedAt), now)} 在记录上签字：${party.signedHow}`}</Small>
        )}
        {act === null && (keeps || party.isMe) && !party.signedAt && (
          <Row>
            {keeps && !party.invitedAt && (
              <Button id={`invite-${party.id}`} kind="plain" small grow={1} onPress={() => setAct('invite')}>
                记请到
              </Button>
            )}
            <Button id={`view-${party.id}`} kind="plain" small grow={1} onPress={() => setAct('view')}>
              {party.isMe ? '写意见' : '记意见'}
            </Button>
            {party.view && can.sign && (
              <Button id={`sign-${party.id}`} kind="plain" small grow={1} onPress={() => setAct('sign')}>
                签字
              </Button>
            )}
          </Row>
        )}
        {act === 'invite' && <Invite {...form} />}
        {act === 'view' && <ViewForm {...form} keeps={keeps} />}
        {act === 'sign' && <SignForm {...form} />}
      </Stack>
    </Card>
  )
}

interface PartyFormProps {
  meetingId: string
  party: PartyView
  onDone(): void
}

function Invite({ meetingId, party, onDone }: PartyFormProps) {
  const invite = useInviteParty()
  const [how, setHow] = useState('上门')
  const send = async () => {
    if (await invite.send({ params: { meetingId, partyId: party.id }, body: { how } })) onDone()
  }
  return (
    <Stack gap={2}>
      <Field label="怎么请的？" hint="上门、电话、信" error={invite.problem?.message}>
        <TextInput id={`invite-how-${party.id}`} label="怎么请的？" value={how} onChange={setHow} />
      </Field>
      <Button id={`invite-send-${party.id}`} small onPress={send}>
        请到了
      </Button>
    </Stack>
  )
}

function ViewForm({ meetingId, party, onDone, keeps }: PartyFormProps & { keeps: boolean }) {
  const record = useRecordView()
  const [view, setView] = useState(party.view)
  const [isHere, setIsHere] = useState(party.isHere)
  const photos = useFormPhotos()
  const send = async () => {
    if (photos.notYet) return toast(photos.notYet)
    const body = { view, photoIds: photos.ids, ...(keeps ? { isHere } : {}) }
    if (await record.send({ params: { meetingId, partyId: party.id }, body })) {
      toast('记下了', 'ok')
      onDone()
    }
  }
  return (
    <Stack gap={2}>
      <Field
        label="意见"
        hint="没来的也要记：上门听到的、电话说的"
        error={record.problem?.message}
        value={view}
        max={TEXT_MAX}
      >
        <TextArea id={`view-text-${party.id}`} label="意见" value={view} onChange={setView} />
      </Field>
      <Field label="证据" optional hint="照片、图纸">
        <PhotoPicker
          id={`view-photo-${party.id}`}
          photos={photos.picked}
          max={PHOTOS_MAX}
          onAdd={photos.onAdd}
          onRetry={photos.onRetry}
          onRemove={photos.onRemove}
        />
      </Field>
      {keeps && <Switch id={`view-here-${party.id}`} label="到场了" checked={isHere} onChange={setIsHere} />}
      <Button id={`view-send-${party.id}`} small onPress={send}>
        记下
      </Button>
    </Stack>
  )
}

function SignForm({ meetingId, party, onDone }: PartyFormProps) {
  const sign = useSignRecord()
  const [how, setHow] = useState('')
  const send = async () => {
    if (await sign.send({ params: { meetingId, partyId: party.id }, body: { how } })) onDone()
  }
  return (
    <Stack gap={2}>
      {!party.isMe && (
        <Field label="怎么签的？" hint="纸上签字；拒绝签字的写明">
          <TextInput id={`sign-how-${party.id}`} label="怎么签的？" value={how} onChange={setHow} />
        </Field>
      )}
      {sign.problem && <Notice tone="warn">{sign.problem.message}</Notice>}
      <Button id={`sign-send-${party.id}`} small onPress={send}>
        {party.isMe ? '我签字，记录写得对' : '记下签字'}
      </Button>
    </Stack>
  )
}

function AddParty({ meetingId }: { meetingId: string }) {
  const add = useAddParty()
  const [side, setSide] = useState<Side>('burdened')
  const [label, setLabel] = useState('')
  const send = async () => {
    if (await add.send({ params: { meetingId }, body: { side, label } })) setLabel('')
  }
  return (
    <Card>
      <Stack gap={3}>
        <Chips
          id="party-side"
          label="哪一方"
          options={SIDE_OPTIONS}
          value={side}
          onChange={(next) => next && setSide(next)}
        />
        <Field label="是谁？" hint="例如：3 号楼 101 室" error={add.problem?.message}>
          <TextInput id="party-label" label="是谁？" value={label} onChange={setLabel} />
        </Field>
        <Button id="party-add" kind="plain" onPress={send}>
          加上
        </Button>
      </Stack>
    </Card>
  )
}

interface QuestionProps {
  meetingId: string
  question: HearingView['questions'][number]
  parties: readonly PartyView[]
}

function Question({ meetingId, question, parties }: QuestionProps) {
  const respond = useAnswerQuestion()
  const [answer, setAnswer] = useState('')
  const to = parties.find(({ id }) => id === question.toPartyId)
  const send = () => respond.send({ params: { meetingId, questionId: question.id }, body: { answer } })
  return (
    <Card>
      <Stack gap={2}>
        <Small>{`${question.askedLabel}问${to?.label ?? ''}`}</Small>
        <Body strong>{question.text}</Body>
        {question.answer && <Body>{`${question.answeredLabel}：${question.answer}`}</Body>}
        {question.canAnswer && (
          <>
            <Field label="回答" error={respond.problem?.message}>
              <TextArea id={`answer-${question.id}`} label="回答" value={answer} onChange={setAnswer} />
            </Field>
            <Button id={`answer-send-${question.id}`} small onPress={send}>
              回答
            </Button>
          </>
        )}
      </Stack>
    </Card>
  )
}

function Asking({ meetingId, parties }: { meetingId: string; parties: readonly PartyView[] }) {
  const ask = useAskParty()
  const [text, setText] = useState('')
  const [toPartyId, setToPartyId] = useState<string | null>(null)
  const send = async () => {
    if (await ask.send({ params: { meetingId }, body: { text, toPartyId } })) setText('')
  }
  return (
    <Card>
      <Stack gap={3}>
        <Picker
          id="ask-to"
          label="问谁"
          placeholder="问大家"
          options={parties.map(({ id, label }) => ({ value: id, label }))}
          value={toPartyId}
          onChange={setToPartyId}
        />
        <Field label="问什么？" error={ask.problem?.message}>
          <TextArea id="ask-text" label="问什么？" value={text} onChange={setText} />
        </Field>
        <Button id="ask-send" kind="plain" onPress={send}>
          问
        </Button>
      </Stack>
    </Card>
  )
}

interface DemandProps {
  meetingId: string
  demand: DemandView
  canAnswer: boolean
  now: Instant
}

function Demand({ meetingId, demand, canAnswer, now }: DemandProps) {
  const respond = useAnswerDemand()
  const [answer, setAnswer] = useState('')
  const send = (isAdopted: boolean) =>
    respond.send({ params: { meetingId, demandId: demand.id }, body: { isAdopted, answer } })
  return (
    <Card>
      <Stack gap={2}>
        <Row between>
          <Small>{demand.label}</Small>
          {demand.isAdopted === null ? (
            <Tag tone="plain">
              {demand.overdueText || `${speakTime(Date.parse(demand.dueAt), now)} 前答复`}
            </Tag>
          ) : (
            <Tag tone={demand.isAdopted ? 'ok' : 'plain'}>{demand.isAdopted ? '采纳' : '不采纳'}</Tag>
          )}
        </Row>
        <Body strong>{demand.text}</Body>
        {demand.answer && <Body>{`书面答复：${demand.answer}`}</Body>}
        {canAnswer && demand.isAdopted === null && (
          <>
            <Field label="书面答复" hint="采不采纳都要写明原因" error={respond.problem?.message}>
              <TextArea
                id={`demand-answer-${demand.id}`}
                label="书面答复"
                value={answer}
                onChange={setAnswer}
              />
            </Field>
            <Row>
              <Button
                id={`demand-refuse-${demand.id}`}
                kind="plain"
                small
                grow={1}
                onPress={() => send(false)}
              >
                不采纳
              </Button>
              <Button id={`demand-adopt-${demand.id}`} small grow={1} onPress={() => send(true)}>
                采纳
              </Button>
            </Row>
          </>
        )}
      </Stack>
    </Card>
  )
}

function Demanding({ meetingId, hearing }: { meetingId: string; hearing: HearingView }) {
  const demand = useDemand()
  const [text, setText] = useState('')
  const [partyId, setPartyId] = useState<string | null>(hearing.parties.find(({ isMe }) => isMe)?.id ?? null)
  const send = async () => {
    if (!(await demand.send({ params: { meetingId }, body: { text, partyId } }))) return
    setText('')
    toast('记下了，会有书面答复', 'ok')
  }
  return (
    <Card>
      <Stack gap={3}>
        {hearing.can.keep && (
          <Picker
            id="demand-party"
            label="替哪一方记"
            placeholder="我自己提"
            options={hearing.parties.map(({ id, label }) => ({ value: id, label }))}
            value={partyId}
            onChange={setPartyId}
          />
        )}
        <Field label="具体要什么？" hint="谁、做什么、什么时候" error={demand.problem?.message}>
          <TextArea id="demand-text" label="具体要什么？" value={text} onChange={setText} />
        </Field>
        <Button id="demand-send" kind="plain" onPress={send}>
          提诉求
        </Button>
      </Stack>
    </Card>
  )
}
