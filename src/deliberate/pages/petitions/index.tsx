import type { PetitionView } from '@yishiting/domain/contract/deliberate'
import { MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import { PETITION_BASES, PETITION_SHARES, type PetitionKind } from '@yishiting/domain/deliberate/petition'
import { type Instant, speakDay } from '@yishiting/domain/matter/instant'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { usePetition, usePetitions, useSignPetition } from '@/api/meeting-pages'
import { useMyPlace, useNow } from '@/api/people'
import { go, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import {
  Body,
  Button,
  Card,
  Choice,
  confirm,
  EmptyState,
  Field,
  OfflineBar,
  PageFrame,
  Row,
  Small,
  Stack,
  Tag,
  TextArea,
  TextInput,
  ThresholdBar,
  Title,
  toast,
} from '@/ui'

const KINDS: { value: PetitionKind; label: string; sub: string }[] = [
  { value: 'deliberation', label: '议事会', sub: '议事员里一半的人联名' },
  { value: 'hearing', label: '听证会', sub: '住户里五分之一的人联名' },
]

/** 联名要求开会: enough signatures, and the branch owes the meeting (RULES.md §2). */
export default function Petitions() {
  const petitions = usePetitions()
  const now = useNow()
  const [isWriting, setIsWriting] = useState(false)
  return (
    <Loaded title="联名要求开会" query={petitions}>
      {({ petitions: list }) => (
        <PageFrame
          title="联名要求开会"
          banner={<OfflineBar />}
          actions={
            isWriting ? undefined : (
              <Button id="petition-new" onPress={() => setIsWriting(true)}>
                发起联名
              </Button>
            )
          }
        >
          {isWriting && <Writing onDone={() => setIsWriting(false)} />}
          {list.length === 0 && !isWriting && (
            <EmptyState title="还没有人联名" text="够了人数，支部就要安排开会。" />
          )}
          {list.map((petition) => (
            <OnePetition key={petition.id} petition={petition} now={now} />
          ))}
        </PageFrame>
      )}
    </Loaded>
  )
}

function OnePetition({ petition, now }: { petition: PetitionView; now: Instant }) {
  const sign = useSignPetition()
  const convenes = useMyPlace()?.can.convene ?? false
  const kind = petition.kind as PetitionKind
  const { base, needed, signatures, meetingId } = petition
  const send = async (isOn: boolean) => {
    const answer = await sign.send({ params: { petitionId: petition.id }, body: { sign: isOn } })
    if (answer) toast(isOn ? '签好了' : '撤回了', 'ok')
    else toast(sign.problem?.message ?? '没有签上，请再试', 'late')
  }
  return (
    <Card>
      <Stack gap={3}>
        <Row between>
          <Tag tone="deliberate">{MEETING_KINDS[petition.kind].name}</Tag>
          <Small>{`${speakDay(Date.parse(petition.closesAt), now)}截止`}</Small>
        </Row>
        <Title>{petition.title}</Title>
        <Body>{petition.why}</Body>
        <ThresholdBar
          label="联名"
          count={signatures}
          total={base}
          unit="人"
          need={needed}
          marks={[{ of: PETITION_SHARES[kind] }]}
          met={signatures >= needed}
          words={
            signatures >= needed
              ? '人数够了，请支部安排'
              : `${PETITION_BASES[kind]} ${base} 人，还差 ${needed - signatures} 人`
          }
        />
        {meetingId ? (
          <Button kind="plain" onPress={() => go(PAGES.meeting(meetingId))}>
            看这次会
          </Button>
        ) : petition.reachedAt !== null && convenes ? (
          <Button id={`convene-${petition.id}`} onPress={() => go(PAGES.plan(petition.id, petition.kind))}>
            {`去通知${MEETING_KINDS[petition.kind].name}`}
          </Button>
        ) : petition.canSign ? (
          <Button
            id={`sign-${petition.id}`}
            kind={petition.signed ? 'plain' : 'primary'}
            onPress={() => send(!petition.signed)}
          >
            {petition.signed ? '撤回我的联名' : '我联名'}
          </Button>
        ) : (
          <Small>{petition.whyNotSign}</Small>
        )}
      </Stack>
    </Card>
  )
}

function Writing({ onDone }: { onDone(): void }) {
  const start = usePetition()
  const [kind, setKind] = useState<PetitionKind | null>(null)
  const [title, setTitle] = useState('')
  const [why, setWhy] = useState('')
  const submit = async () => {
    if (kind === null) return
    const sure = await confirm({ title: '发起联名？', text: '全小区都看得到，30 天内征集。', ok: '发起' })
    if (!sure || !(await start.send({ body: { kind, title, why } }))) return
    toast('发起了，请邻居们来签', 'ok')
    onDone()
  }
  return (
    <Card>
      <Stack gap={4}>
        <Field label="要求开什么会？">
          <Choice id="petition-kind" label="要求开什么会？" options={KINDS} value={kind} onChange={setKind} />
        </Field>
        <Field label="议什么？" value={title} max={60}>
          <TextInput id="petition-title" label="议什么？" value={title} onChange={setTitle} />
        </Field>
        <Field label="为什么要开？" error={start.problem?.message} value={why} max={REASON_MAX}>
          <TextArea id="petition-why" label="为什么要开？" value={why} onChange={setWhy} />
        </Field>
        <Row>
          <Button kind="plain" grow={1} onPress={onDone}>
            不发起了
          </Button>
          <Button
            id="petition-send"
            grow={1.6}
            disabled={kind === null}
            reason="请选要求开什么会"
            onPress={submit}
          >
            发起
          </Button>
        </Row>
      </Stack>
    </Card>
  )
}
