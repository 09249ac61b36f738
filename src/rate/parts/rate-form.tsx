import type { BodyOf } from '@yishiting/domain/contract'
import type { MatterView, RouteView } from '@yishiting/domain/contract/speak'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { gridPhotos } from '@/api/photo-url'
import { useErrors } from '@/parts/use-errors'
import { useFormPhotos } from '@/speak/draft/form-photos'
import {
  Body,
  Button,
  Card,
  Field,
  Notice,
  OfflineBar,
  PageFrame,
  PhotoGrid,
  PhotoPicker,
  Small,
  Stack,
  TextArea,
  Title,
  toast,
  useCare,
} from '@/ui'
import { checkRate, NO_ANSWERS, type RateDraft, rateBody } from '../answers'
import { Question } from './question'

interface RateFormProps {
  matter: MatterView
  route: RouteView
  problem: string | null
  send(body: BodyOf<'rate.rate'>): Promise<unknown>
  /** To look at the answers without giving one; only for whoever adds them up. */
  onSkip?: () => void
}

/** What the doer says, with his photos, so that one can compare. */
function Claim({ matter }: { matter: MatterView }) {
  const claim = matter.timeline.find((entry) => entry.room === 'act' && entry.photos.length > 0)
  if (!claim) return null
  return (
    <Card>
      <Stack gap={2}>
        <Small>{`${claim.who}说`}</Small>
        <Body>{claim.text}</Body>
        <PhotoGrid photos={gridPhotos(claim.photos)} />
      </Stack>
    </Card>
  )
}

/** “办完了吗？请您说句实话”: three separate questions. */
export function RateForm({ matter, route, problem, send, onSkip }: RateFormProps) {
  const { care } = useCare()
  const [draft, setDraft] = useState<RateDraft>(NO_ANSWERS)
  const { errors, isFine } = useErrors(checkRate(draft))
  const photos = useFormPhotos()
  const answer = (change: Partial<RateDraft>) => setDraft((old) => ({ ...old, ...change }))
  const submit = () => {
    if (!isFine()) return toast('还有没答的，请往上看红字', 'late')
    if (photos.notYet) return toast(photos.notYet, 'late')
    return send(rateBody(draft, photos.ids))
  }
  return (
    <PageFrame
      title="评一评"
      banner={<OfflineBar />}
      actions={
        <Stack gap={2}>
          {problem && <Notice tone="warn">{problem}</Notice>}
          <Button id="rate-submit" onPress={submit}>
            评好了
          </Button>
          <Small center>一人评一次 · 办事的人看不到是谁评的</Small>
        </Stack>
      }
    >
      <Stack gap={1}>
        <Title big>办完了吗？请您说句实话</Title>
        <Body>{`“${matter.title}”，${route.leadLabel ?? '责任人'}说办完了。`}</Body>
      </Stack>
      {!care && <Claim matter={matter} />}
      <Question
        id="contacted"
        ask="有没有人联系您？"
        yes="联系过"
        no="没有联系"
        value={draft.contacted}
        onChange={(contacted) => answer({ contacted })}
        error={errors.contacted}
      />
      <Question
        id="solved"
        ask="解决了没有？"
        yes="解决了"
        no="没解决"
        value={draft.solved}
        onChange={(solved) => answer({ solved })}
        error={errors.solved}
      />
      <Question
        id="satisfied"
        ask="满意不满意？"
        yes="满意"
        no="不满意"
        value={draft.satisfied}
        onChange={(satisfied) => answer({ satisfied })}
        error={errors.satisfied}
      />
      {(draft.satisfied === 'no' || !care) && (
        <Field
          label={draft.satisfied === 'no' ? '哪里不满意？' : '还想说的'}
          optional={draft.satisfied !== 'no'}
          error={errors.reason}
          value={draft.reason}
          max={REASON_MAX}
        >
          <TextArea
            id="rate-reason"
            label={draft.satisfied === 'no' ? '哪里不满意？' : '还想说的'}
            rows={2}
            value={draft.reason}
            onChange={(reason) => answer({ reason })}
          />
        </Field>
      )}
      {!care && (
        <Field label="照片" optional>
          <PhotoPicker
            photos={photos.picked}
            onAdd={photos.onAdd}
            onRetry={photos.onRetry}
            onRemove={photos.onRemove}
          />
        </Field>
      )}
      {onSkip && (
        <Button id="see-rates" kind="quiet" onPress={onSkip}>
          先看大家怎么评
        </Button>
      )}
    </PageFrame>
  )
}
