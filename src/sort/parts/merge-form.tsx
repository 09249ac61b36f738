import type { BodyOf } from '@yishiting/domain/contract'
import type { MatterCard } from '@yishiting/domain/contract/speak'
import { REASON_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { asProblem } from '@/api/problem'
import { useMatters } from '@/api/speak'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { useSettled } from '@/parts/use-settled'
import { wordsError } from '@/parts/words-error'
import { Choice, confirm, EmptyState, ErrorState, Field, Skeleton, TextArea, TextInput } from '@/ui'
import type { DecisionFormProps } from './form-props'

const FOUND = 10

const optionOf = (card: MatterCard) => ({
  value: card.id,
  label: card.title,
  sub: [card.receipt, card.placeLabel, card.standing.line, `${card.supports} 人也遇到`]
    .filter(Boolean)
    .join(' · '),
})

/** 并案: to the same matter said before; its supporters come along. */
export function MergeForm({ matter, send, problem }: DecisionFormProps<BodyOf<'sort.merge'>>) {
  const [wanted, setWanted] = useState('')
  const [into, setInto] = useState<MatterCard | null>(null)
  const [reason, setReason] = useState('')
  const words = useSettled(wanted.trim())
  // Without words: what is going on in the same building, where most repetitions come from.
  const buildingId = words ? undefined : (matter.place.buildingId ?? undefined)
  const found = useMatters({ open: 'true', q: words || undefined, buildingId }, FOUND)
  const cards = (found.data?.pages[0]?.matters ?? []).filter((card) => card.id !== matter.id)
  const shown = into && !cards.some((card) => card.id === into.id) ? [into, ...cards] : cards

  const { errors, isFine } = useErrors({
    into: into === null ? '请选一件要并进去的事。' : undefined,
    reason: wordsError(reason, 'reason_required', '并案要写明原因，报事的人会看到。'),
  })
  const submit = async () => {
    if (!isFine() || into === null) return
    const sure = await confirm({
      title: `并到“${into.title}”？`,
      text: '附议和关注的人一起过去，以后在那一件里办。',
      ok: '并案',
    })
    if (sure) await send({ intoId: into.id, reason })
  }
  return (
    <FormFrame
      title="并案"
      about={{ title: matter.title, text: matter.placeLabel }}
      main={{ id: 'merge-submit', text: '并过去', onPress: submit }}
      problem={problem}
    >
      <Field label="并到哪一件？" error={errors.into}>
        <TextInput
          id="merge-search"
          label="并到哪一件？"
          placeholder="搜标题、编号"
          value={wanted}
          onChange={setWanted}
        />
      </Field>
      {found.isPending && <Skeleton kind="list" count={2} />}
      {found.error && !found.data && (
        <ErrorState text={asProblem(found.error).message} onRetry={() => found.refetch()} />
      )}
      {found.data && shown.length === 0 && <EmptyState title="没有找到" text="换个词再搜，或者按编号找。" />}
      {shown.length > 0 && (
        <Choice
          id="merge"
          label="并到哪一件？"
          options={shown.map(optionOf)}
          value={into?.id ?? null}
          onChange={(id) => setInto(shown.find((card) => card.id === id) ?? null)}
        />
      )}
      <Field label="为什么说是同一件？" error={errors.reason} value={reason} max={REASON_MAX}>
        <TextArea
          id="merge-reason"
          label="为什么说是同一件？"
          placeholder="例如：说的是同一个车棚的同一组充电口"
          value={reason}
          onChange={setReason}
        />
      </Field>
    </FormFrame>
  )
}
