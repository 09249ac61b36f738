import { useRouter } from '@tarojs/taro'
import type { StatementView } from '@yishiting/domain/contract/deliberate'
import { STATEMENT_MAX } from '@yishiting/domain/deliberate/statements'
import { useState } from 'react'
import {
  useAnswerStatement,
  useModeratorLog,
  useOpinionMap,
  useSettleStatement,
  useStatements,
  useStateOpinion,
} from '@/api/meeting-pages'
import { Answer, Loaded } from '@/parts/loaded'
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
  Row,
  Small,
  Stack,
  Tag,
  TextArea,
  Title,
  toast,
} from '@/ui'
import { OpinionMap } from '../../parts/opinion-map'
import { useFollowedPage } from '../../use-followed-meeting'

type Tab = 'answer' | 'map' | 'all'
const TABS: { value: Tab; label: string }[] = [
  { value: 'answer', label: '表个态' },
  { value: 'map', label: '意见地图' },
  { value: 'all', label: '全部看法' },
]

const ANSWERS = [
  { value: 1, label: '同意' },
  { value: -1, label: '不同意' },
  { value: 0, label: '跳过' },
] as const

/** 大家的看法: one statement after another to agree with or not, one's own to add, and the map of where neighbours stand. */
export default function Opinion() {
  const { id = '' } = useRouter().params
  const statements = useStatements(id)
  const meeting = useFollowedPage(id, statements)
  const [tab, setTab] = useState<Tab>('answer')
  const map = useOpinionMap(id, tab === 'map')
  const log = useModeratorLog(id, tab === 'all')
  return (
    <Loaded title="大家的看法" query={statements}>
      {({ statements: list }) => (
        <PageFrame title="大家的看法" banner={<OfflineBar />}>
          <Chips
            id="tab"
            label="看什么"
            options={TABS}
            value={tab}
            onChange={(next) => next && setTab(next)}
          />
          {tab === 'answer' && (
            <Answering meetingId={id} statements={list} mayState={meeting.data?.can.state ?? false} />
          )}
          {tab === 'map' && <Answer query={map}>{(drawn) => <OpinionMap map={drawn} />}</Answer>}
          {tab === 'all' && (
            <>
              <Heading aside={`${list.length} 条`}>全部看法</Heading>
              {list.map((statement) => (
                <Listed
                  key={statement.id}
                  meetingId={id}
                  statement={statement}
                  others={list}
                  moderates={meeting.data?.can.moderate ?? false}
                />
              ))}
              {(log.data?.acts ?? []).length > 0 && <Heading>主持人做过什么</Heading>}
              {log.data?.acts.map(({ at, label, words, reason }) => (
                <Small key={at + words}>{`${label}${words}。原因：${reason}`}</Small>
              ))}
            </>
          )}
        </PageFrame>
      )}
    </Loaded>
  )
}

interface AnsweringProps {
  meetingId: string
  statements: readonly StatementView[]
  mayState: boolean
}

/** One at a time, big enough to read; after the last one, one's own. */
function Answering({ meetingId, statements, mayState }: AnsweringProps) {
  const answer = useAnswerStatement()
  const [given, setGiven] = useState<Readonly<Record<string, boolean>>>({})
  const left = statements.filter(({ id, mine, state }) => state === 'shown' && mine === null && !given[id])
  const [next] = left
  const send = async (statementId: string, value: 1 | -1 | 0) => {
    if (await answer.send({ params: { meetingId, statementId }, body: { value } }))
      setGiven((old) => ({ ...old, [statementId]: true }))
  }
  return (
    <Stack gap={4}>
      {next ? (
        <Card>
          <Stack gap={3}>
            <Row between>
              <Tag tone="plain">{next.label}</Tag>
              <Small>{`还有 ${left.length} 条`}</Small>
            </Row>
            <Title big>{next.text}</Title>
            {ANSWERS.map(({ value, label }) => (
              <Button
                key={value}
                id={`answer-${value === 1 ? 'agree' : value === -1 ? 'disagree' : 'pass'}`}
                kind="plain"
                disabled={!mayState}
                onPress={() => send(next.id, value)}
              >
                {label}
              </Button>
            ))}
            <Small center>别人看不到您怎么答的 · 以后可以改</Small>
          </Stack>
        </Card>
      ) : (
        <EmptyState
          title={statements.length === 0 ? '还没有人写' : '您都答过了'}
          text={statements.length === 0 ? '写第一条，别人会来表态。' : '看看意见地图，或者写一条自己的。'}
        />
      )}
      {mayState && <Writing meetingId={meetingId} />}
    </Stack>
  )
}

/** One's own statement; what is much alike is shown first. */
function Writing({ meetingId }: { meetingId: string }) {
  const state = useStateOpinion()
  const [text, setText] = useState('')
  const [similar, setSimilar] = useState<readonly StatementView[]>([])
  const send = async (isDifferent: boolean) => {
    const answer = await state.send({ params: { meetingId }, body: { text, isDifferent } })
    if (!answer) return
    setSimilar(answer.similar)
    if (answer.similar.length > 0) return
    setText('')
    toast('写好了，请别人来表态', 'ok')
  }
  return (
    <Card>
      <Stack gap={3}>
        <Field
          label="我也写一条"
          hint="一条只说一个意思，最多 140 字"
          error={state.problem?.message}
          value={text}
          max={STATEMENT_MAX}
        >
          <TextArea
            id="statement"
            label="我也写一条"
            placeholder="例如：充电桩应该离楼道远一些"
            value={text}
            onChange={(next) => {
              setText(next)
              setSimilar([])
            }}
          />
        </Field>
        {similar.length > 0 && (
          <Notice title="是不是同一个意思？">
            <Stack gap={2}>
              {similar.map((each) => (
                <Body key={each.id}>{`“${each.text}”`}</Body>
              ))}
              <Small>是的话，回到上面点“同意”就行。</Small>
            </Stack>
          </Notice>
        )}
        <Button id="statement-send" onPress={() => send(similar.length > 0)}>
          {similar.length > 0 ? '意思不一样，还是要写' : '写好了'}
        </Button>
      </Stack>
    </Card>
  )
}

interface ListedProps {
  meetingId: string
  statement: StatementView
  others: readonly StatementView[]
  moderates: boolean
}

const MINE = { 1: '您同意', [-1]: '您不同意', 0: '您跳过了' } as const

function Listed({ meetingId, statement, others, moderates }: ListedProps) {
  const settle = useSettleStatement()
  const answer = useAnswerStatement()
  const [act, setAct] = useState<'hidden' | 'merged' | null>(null)
  const [reason, setReason] = useState('')
  const [intoId, setIntoId] = useState<string | null>(null)
  const params = { meetingId, statementId: statement.id }
  const submit = async () => {
    if (act && (await settle.send({ params, body: { to: act, intoId, reason } }))) setAct(null)
  }
  return (
    <Card>
      <Stack gap={2}>
        <Row between>
          <Tag tone="plain">{statement.label}</Tag>
          <Small>{`${statement.answers} 人表态${statement.mine === null ? '' : ` · ${MINE[statement.mine]}`}`}</Small>
        </Row>
        <Body>{statement.text}</Body>
        {statement.state !== 'shown' && (
          <Tag tone="plain">{statement.state === 'hidden' ? '收起来了' : '合并了'}</Tag>
        )}
        {statement.state === 'shown' && statement.mine !== null && (
          <Row>
            {ANSWERS.filter(({ value }) => value !== statement.mine).map(({ value, label }) => (
              <Button key={value} kind="quiet" small onPress={() => answer.send({ params, body: { value } })}>
                {`改成${label}`}
              </Button>
            ))}
          </Row>
        )}
        {moderates && act === null && statement.state === 'shown' && (
          <Row>
            <Button id={`hide-${statement.id}`} kind="quiet" small onPress={() => setAct('hidden')}>
              收起来
            </Button>
            <Button id={`merge-${statement.id}`} kind="quiet" small onPress={() => setAct('merged')}>
              并入别的
            </Button>
          </Row>
        )}
        {moderates && statement.state !== 'shown' && (
          <Button
            kind="quiet"
            small
            onPress={() => settle.send({ params, body: { to: 'shown', reason: '恢复' } })}
          >
            恢复
          </Button>
        )}
        {act !== null && (
          <Stack gap={2}>
            {act === 'merged' && (
              <Chips
                id="into"
                label="并入哪一条"
                options={others
                  .filter(({ id, state }) => id !== statement.id && state === 'shown')
                  .slice(0, 20)
                  .map(({ id, text }) => ({ value: id, label: text.slice(0, 16) }))}
                value={intoId}
                onChange={setIntoId}
              />
            )}
            <Field label="原因" hint="谁都看得到">
              <TextArea
                id={`settle-reason-${statement.id}`}
                label="原因"
                value={reason}
                onChange={setReason}
              />
            </Field>
            <Row>
              <Button kind="plain" small grow={1} onPress={() => setAct(null)}>
                不了
              </Button>
              <Button id={`settle-${statement.id}`} small grow={1} onPress={submit}>
                确定
              </Button>
            </Row>
          </Stack>
        )}
      </Stack>
    </Card>
  )
}
