import Taro from '@tarojs/taro'
import type { VoteView } from '@yishiting/domain/contract/owners'
import { useState } from 'react'
import { useRoll } from '@/api/owners-desk'
import { useNow } from '@/api/people'
import { PAGES } from '@/parts/go'
import { Button, confirm, Notice, OfflineBar, PageFrame, Row, Small, Stack, toast } from '@/ui'
import type { Draft } from './draft'
import { ItemsStep } from './items-step'
import { PreviewStep } from './preview-step'
import { RulesStep } from './rules-step'
import { checkStep, isFine, STEP_TITLES, STEPS, type Step, type StepErrors } from './steps'
import { useSavedDraft } from './use-saved-draft'
import { WhatStep } from './what-step'
import { WhenStep } from './when-step'
import { WhoStep } from './who-step'

/** 起草业主表决: one question after another, then the notice as everybody will read it. */
export function Planning({ start, first }: { start: Draft; first: VoteView | null }) {
  const now = useNow()
  const roll = useRoll().data
  const [draft, setDraft] = useState(start)
  const [step, setStep] = useState<Step>('what')
  const [errors, setErrors] = useState<StepErrors>({})
  const { saved, save, notice, saveProblem, noticeProblem } = useSavedDraft(first)
  const at = STEPS.indexOf(step)

  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setErrors({})
  }
  const turnTo = (next: Step | undefined) => {
    if (!next) return
    setErrors({})
    setStep(next)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  const forward = async () => {
    const found = checkStep(draft, step, now)
    setErrors(found)
    if (!isFine(found)) return
    const next = STEPS[at + 1]
    // The preview is the server's: what it will print, and what it still finds.
    if (next === 'preview' && !(await save(draft, now))) return
    turnTo(next)
  }
  const keep = async () => {
    if (await save(draft, now)) toast('草稿存好了', 'ok')
  }
  const announce = async () => {
    if (!saved) return
    const sure = await confirm({
      title: '现在公告？',
      text: '公告以后，名册、规则、表决事项都定住，谁也不能改；开始和截止由时钟定。开始投票之前可以取消，取消了要重新公告。会告诉所有业主和居委会。',
      ok: '公告',
    })
    if (!sure) return
    const vote = await notice(saved)
    if (!vote) return
    toast('公告出去了', 'ok')
    void Taro.redirectTo({ url: PAGES.voteDesk(vote.id) })
  }
  const problem = step === 'preview' ? noticeProblem : saveProblem
  const blocked = (saved?.problems.length ?? 0) > 0
  const steps = { draft, errors, onChange: change }
  return (
    <PageFrame
      title="发起业主表决"
      banner={<OfflineBar />}
      actions={
        <Stack gap={2}>
          {problem && <Notice tone="warn">{problem}</Notice>}
          <Row>
            {at > 0 && (
              <Button id="draft-back" kind="plain" grow={1} onPress={() => turnTo(STEPS[at - 1])}>
                上一步
              </Button>
            )}
            {step === 'preview' ? (
              <Button
                id="draft-notice"
                grow={1.6}
                disabled={blocked || !saved?.can.notice}
                reason={blocked ? '先把上面几处改好' : '公告由业委会来发'}
                onPress={announce}
              >
                公告
              </Button>
            ) : (
              <Button id="draft-next" grow={1.6} onPress={forward}>
                下一步
              </Button>
            )}
          </Row>
        </Stack>
      }
    >
      <Row between>
        <Small>{`第 ${at + 1} 步，共 ${STEPS.length} 步：${STEP_TITLES[step]}`}</Small>
        {step !== 'preview' && (
          <Button id="draft-save" kind="quiet" small onPress={keep}>
            存草稿
          </Button>
        )}
      </Row>
      {step === 'what' && <WhatStep {...steps} />}
      {step === 'items' && <ItemsStep {...steps} />}
      {step === 'who' && <WhoStep {...steps} roll={roll} />}
      {step === 'rules' && <RulesStep {...steps} />}
      {step === 'when' && <WhenStep {...steps} now={now} />}
      {step === 'preview' && saved && <PreviewStep vote={saved} now={now} onStep={turnTo} />}
    </PageFrame>
  )
}
