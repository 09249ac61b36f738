import type { BodyOf } from '@yishiting/domain/contract'
import type { IntentType } from '@yishiting/domain/matter/intents'
import { DEFAULT_RULES } from '@yishiting/domain/matter/rule-set'
import { ROUTE_CODES, ROUTES, type RouteCode } from '@yishiting/domain/sort/routes'
import { TOPIC_CODES, TOPICS } from '@yishiting/domain/sort/topics'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import type { ApiProblem } from '@/api/problem'
import type { Lead } from '@/parts/lead-picker'
import { useErrors } from '@/parts/use-errors'
import {
  Button,
  Card,
  Chips,
  confirm,
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
  toast,
  useCare,
} from '@/ui'
import {
  checkSort,
  chooseRoutes,
  EMPTY_DRAFT,
  fieldOfProblem,
  newRouteDraft,
  type RouteDraft,
  type RoutePart,
  type SortDraft,
  type SortErrors,
  sortBody,
} from '../decision'
import type { DecisionFormProps } from './form-props'
import { MatterBrief } from './matter-brief'
import { RouteForm } from './route-form'

const OTHERS = ['return', 'merge', 'split'] as const
export type OtherDecision = (typeof OTHERS)[number]
const OTHER_WORDS: Record<OtherDecision, string> = { return: '退回', merge: '并案', split: '拆分' }

interface SortFormProps extends Omit<DecisionFormProps<BodyOf<'sort.sort'>>, 'problem'> {
  leads: readonly Lead[]
  problem: ApiProblem | null
  /** What somebody else did meanwhile. */
  stale: string | null
  onOther(decision: OtherDecision): void
}

const partErrors = (errors: SortErrors, code: RouteCode): Partial<Record<RoutePart, string>> => ({
  lead: errors[`${code}.lead`],
  due: errors[`${code}.due`],
  ground: errors[`${code}.ground`],
  whereTo: errors[`${code}.whereTo`],
})

/** The matter in full, and below it what becomes of it: topic, routes, and what each route needs. */
export function SortForm({ matter, leads, now, send, problem, stale, onOther }: SortFormProps) {
  const { care } = useCare()
  const [draft, setDraft] = useState<SortDraft>({ ...EMPTY_DRAFT, topic: matter.topic })
  const found = checkSort(draft, now)
  const { errors: missing, isFine } = useErrors(found)
  const field = problem && fieldOfProblem(problem.code, draft)
  const errors: SortErrors = field ? { ...missing, [field]: problem.message } : missing
  const others = OTHERS.filter((decision) => (matter.can as IntentType[]).includes(decision))

  const changeRoute = (code: RouteCode, change: Partial<RouteDraft>) =>
    setDraft((old) => ({
      ...old,
      routes: { ...old.routes, [code]: { ...(old.routes[code] ?? newRouteDraft(code, now)), ...change } },
    }))
  const submit = async () => {
    if (!isFine() || draft.topic === null) {
      return toast('还有没填好的，请往上看红字', 'late')
    }
    const sure = await confirm({
      title: `分到“${draft.codes.map((code) => ROUTES[code].name).join('、')}”？`,
      text: '分好就派出去了，报事的人会看到；他可以申请复核一次。',
      ok: '分好了',
    })
    if (sure) await send(sortBody({ ...draft, topic: draft.topic }))
  }
  return (
    <PageFrame
      title="理一理"
      banner={<OfflineBar />}
      actions={
        <Stack gap={2}>
          {problem && !field && !stale && <Notice tone="warn">{problem.message}</Notice>}
          <Button id="sort-submit" onPress={submit}>
            分好了
          </Button>
        </Stack>
      }
    >
      {stale && <Notice tone="warn">{stale}</Notice>}
      <MatterBrief matter={matter} now={now} />
      <Field label="是哪一类的事？" error={errors.topic}>
        <Chips
          id="topic"
          label="是哪一类的事？"
          options={TOPIC_CODES.map((value) => ({ value, label: TOPICS[value] }))}
          value={draft.topic}
          onChange={(topic) => setDraft((old) => ({ ...old, topic }))}
        />
      </Field>
      <Field label="交给谁办？" hint="可以选几条" error={errors.routes}>
        <Chips
          id="route"
          label="交给谁办？"
          multi
          options={ROUTE_CODES.map((value) => ({ value, label: ROUTES[value].name }))}
          value={draft.codes}
          onChange={(codes) => setDraft((old) => chooseRoutes(old, codes, now))}
        />
      </Field>
      {draft.codes.length === 0 && !care && (
        <Card tight>
          <Stack gap={2}>
            {ROUTE_CODES.map((code) => (
              <Row key={code} top>
                <Tag>{ROUTES[code].sign}</Tag>
                <Small>
                  {ROUTES[code].name}：{ROUTES[code].hint}
                </Small>
              </Row>
            ))}
          </Stack>
        </Card>
      )}
      {draft.codes.map((code) => (
        <RouteForm
          key={code}
          code={code}
          route={draft.routes[code] ?? newRouteDraft(code, now)}
          leads={leads}
          errors={partErrors(errors, code)}
          now={now}
          latest={now + DEFAULT_RULES.dueAtMost}
          onChange={(change) => changeRoute(code, change)}
        />
      ))}
      <Field
        label="为什么这样分？"
        hint="一句话，大家都看得到"
        error={errors.reason}
        value={draft.reason}
        max={REASON_MAX}
      >
        <TextArea
          id="sort-reason"
          label="为什么这样分？"
          placeholder="例如：要公共车棚改造，得大家商量；堆物先请物业清"
          rows={2}
          value={draft.reason}
          onChange={(reason) => setDraft((old) => ({ ...old, reason }))}
        />
      </Field>
      {others.length > 0 && (
        <>
          <Heading>不能这样分？</Heading>
          <Row>
            {others.map((decision) => (
              <Button
                key={decision}
                id={`do-${decision}`}
                kind="plain"
                grow={1}
                onPress={() => onOther(decision)}
              >
                {OTHER_WORDS[decision]}
              </Button>
            ))}
          </Row>
        </>
      )}
    </PageFrame>
  )
}
