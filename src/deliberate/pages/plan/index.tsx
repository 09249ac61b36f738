import Taro, { useRouter } from '@tarojs/taro'
import { MEETING_KINDS, type MeetingKind } from '@yishiting/domain/deliberate/meeting'
import { useState } from 'react'
import { useAgendaCandidates, useConvene } from '@/api/deliberate'
import { useMe, useMyPlace, useNow } from '@/api/people'
import { PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { useFormPhotos } from '@/speak/draft/form-photos'
import {
  Button,
  Choice,
  confirm,
  EmptyState,
  Field,
  Notice,
  OfflineBar,
  PageFrame,
  Row,
  Small,
  Stack,
  toast,
} from '@/ui'
import { KIND_OPTIONS, proposedStart } from '../../kinds'
import {
  checkStep,
  EMPTY_PLAN,
  type Plan,
  type PlanErrors,
  type PlanStep,
  planBody,
  STEPS,
  stepOfProblem,
} from '../../plan'
import { AgendaStep } from '../../plan-steps/agenda-step'
import { PreviewStep } from '../../plan-steps/preview-step'
import { SignsPart } from '../../plan-steps/signs-part'
import { WhenStep } from '../../plan-steps/when-step'

const TITLES: Record<PlanStep, string> = {
  kind: '开什么会',
  when: '什么时候、在哪里',
  agenda: '议什么',
  preview: '看一遍再通知',
}

/** 通知开会: one question after another, then the notice as everybody will get it. */
export default function PlanPage() {
  const me = useMe()
  const place = useMyPlace()
  return (
    <Loaded title="通知开会" query={me}>
      {() =>
        place?.can.convene ? (
          <Planning />
        ) : (
          <PageFrame title="通知开会">
            <EmptyState
              title="开会由支部和居委会通知"
              text="想开会商量一件事，可以先说出来，请支部排进议程。"
              action={{
                text: '看看要开的会',
                onPress: () => void Taro.switchTab({ url: '/pages/meetings/index' }),
              }}
            />
          </PageFrame>
        )
      }
    </Loaded>
  )
}

function Planning() {
  const now = useNow()
  const convene = useConvene()
  const candidates = useAgendaCandidates()
  const { petition = null, kind: demanded } = useRouter().params
  const isKind = demanded !== undefined && demanded in MEETING_KINDS
  const [plan, setPlan] = useState<Plan>({
    ...EMPTY_PLAN,
    petitionId: petition,
    kind: isKind ? (demanded as MeetingKind) : null,
  })
  const photos = useFormPhotos()
  const [step, setStep] = useState<PlanStep>('kind')
  const [missing, setMissing] = useState<PlanErrors>({})
  const at = STEPS.indexOf(step)
  const change = (part: Partial<Plan>) => {
    setPlan((old) => ({ ...old, ...part }))
    setMissing({})
  }
  const known = candidates.data?.candidates

  const turnTo = (next: PlanStep | undefined) => {
    if (!next) return
    // An evening that the rules accept is put in, and may be changed.
    if (next === 'when' && plan.kind && plan.startsAt === null)
      change({ startsAt: proposedStart(plan.kind, now) })
    setStep(next)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const forward = () => {
    const found = checkStep(plan, step, now)
    setMissing(found)
    if (Object.keys(found).length === 0) turnTo(STEPS[at + 1])
  }
  const submit = async () => {
    const { kind, startsAt } = plan
    if (kind === null || startsAt === null || !known) return
    if (photos.notYet) return toast(photos.notYet)
    const sure = await confirm({
      title: '通知大家开会？',
      text: '通知发出去以后，时间和议程就公布了；以后改了什么，大家都看得到。',
      ok: '通知大家',
    })
    if (!sure) return
    const meeting = await convene.send({ body: planBody({ ...plan, kind, startsAt }, known, photos.ids) })
    if (!meeting) return
    toast('通知出去了', 'ok')
    void Taro.redirectTo({ url: PAGES.meeting(meeting.id) })
  }
  const problem = step === 'preview' ? convene.problem : null
  const mend = problem && stepOfProblem(problem.code)
  const steps = { plan, errors: missing, now, onChange: change }
  return (
    <PageFrame
      title="通知开会"
      banner={<OfflineBar />}
      actions={
        <Stack gap={2}>
          {problem && <Notice tone="warn">{problem.message}</Notice>}
          <Row>
            {at > 0 && (
              <Button
                id="plan-back"
                kind="plain"
                grow={1}
                onPress={() => turnTo(mend && mend !== 'preview' ? mend : STEPS[at - 1])}
              >
                {mend && mend !== 'preview' ? '回去改' : '上一步'}
              </Button>
            )}
            {step === 'preview' ? (
              <Button id="plan-submit" grow={1.6} onPress={submit}>
                通知大家
              </Button>
            ) : (
              <Button id="plan-next" grow={1.6} onPress={forward}>
                下一步
              </Button>
            )}
          </Row>
        </Stack>
      }
    >
      <Small>{`第 ${at + 1} 步，共 ${STEPS.length} 步：${TITLES[step]}`}</Small>
      {step === 'kind' && (
        <Field label="开哪一种会？" error={missing.kind}>
          <Choice
            id="kind"
            label="开哪一种会？"
            options={KIND_OPTIONS}
            value={plan.kind}
            onChange={(kind) => change({ kind, startsAt: null })}
          />
        </Field>
      )}
      {step === 'kind' && plan.petitionId && (
        <Notice title="联名要求开的会">通知发出去，就算答复了这份联名。</Notice>
      )}
      {step === 'kind' && <SignsPart plan={plan} onChange={change} />}
      {step === 'when' && <WhenStep {...steps} />}
      {step === 'agenda' && (
        <AgendaStep
          {...steps}
          candidates={known}
          reviewable={candidates.data?.reviewable ?? []}
          failure={candidates.error}
          onRetry={candidates.refetch}
        />
      )}
      {step === 'preview' && <PreviewStep {...steps} candidates={known ?? []} photos={photos} />}
    </PageFrame>
  )
}
