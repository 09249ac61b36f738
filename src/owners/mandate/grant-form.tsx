import type { RightView, VoteView } from '@yishiting/domain/contract/owners'
import type { Instant } from '@yishiting/domain/matter/instant'
import { useState } from 'react'
import { useGrantMandate } from '@/api/owners'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { useFormPhotos } from '@/speak/draft/form-photos'
import { Choice, DateTime, Field, ManyChoice, PhotoPicker, Small, toast } from '@/ui'
import { Choosing } from '../ballot/ballot-item'
import { homesOf } from '../vote/rights'
import { coveredItems, grantBody, type Mandate, mandateErrors, newMandate } from './grant'

const HOW = [
  { value: 'written' as const, label: '照我写的投', sub: '受托人看得到，改不了' },
  { value: 'free' as const, label: '由受托人定', sub: '他觉得怎么对就怎么投' },
]

/** 委托别人投: what is on the paper, and a photo of the paper itself. */
export function GrantForm({ vote, right, now }: { vote: VoteView; right: RightView; now: Instant }) {
  const [mandate, setMandate] = useState<Mandate>(() => newMandate(vote))
  const photos = useFormPhotos()
  const grant = useGrantMandate()
  const { errors, isFine } = useErrors(mandateErrors(mandate, vote, now, photos.picked.length))
  const change = (part: Partial<Mandate>) => setMandate((before) => ({ ...before, ...part }))
  const send = async () => {
    if (!isFine()) return toast('还有没填的，看看红字', 'late')
    const [photoId] = photos.ids
    if (photos.notYet || photoId === undefined) return toast(photos.notYet ?? '照片还没传上去')
    await grant.send({ params: { voteId: vote.id }, body: grantBody(mandate, vote, right, photoId) })
  }
  return (
    <FormFrame
      title="委托别人投"
      about={{ title: vote.title, text: `${homesOf(right)} 的票` }}
      main={{ id: 'mandate-send', text: '写好了，要六位码', onPress: send }}
      problem={grant.problem?.message}
    >
      <Field label="拍下委托书" hint="您签了名的那张纸" error={errors.photo}>
        <PhotoPicker
          photos={photos.picked}
          onAdd={photos.onAdd}
          onRetry={photos.onRetry}
          onRemove={photos.onRemove}
          max={1}
        />
      </Field>
      {vote.items.length > 1 && (
        <Field label="委托哪几项" error={errors.items}>
          <ManyChoice
            id="mandate-item"
            label="委托哪几项"
            options={vote.items.map(({ id, title }) => ({ value: id, label: title }))}
            value={mandate.itemIds}
            onChange={(itemIds) => change({ itemIds })}
          />
        </Field>
      )}
      <Field label="怎么投，由谁定" error={errors.how}>
        <Choice
          id="mandate-how"
          label="怎么投，由谁定"
          options={HOW}
          value={mandate.how}
          onChange={(how) => change({ how })}
        />
      </Field>
      {mandate.how === 'written' &&
        coveredItems(vote.items, mandate).map((item) => (
          <Field key={item.id} label={item.title} error={errors[item.id]}>
            <Choosing
              item={item}
              mark={mandate.marks[item.id]}
              onChange={(mark) =>
                setMandate(({ marks: { [item.id]: _, ...others }, ...rest }) => ({
                  ...rest,
                  marks: mark === undefined ? others : { ...others, [item.id]: mark },
                }))
              }
            />
          </Field>
        ))}
      <Field label="到什么时候有效" error={errors.expiresAt}>
        <DateTime
          id="mandate-until"
          label="到什么时候有效"
          value={mandate.expiresAt}
          min={now}
          max={Date.parse(vote.closesAt)}
          onChange={(expiresAt) => change({ expiresAt })}
        />
      </Field>
      <Small>受托人投票之前随时可以收回；您自己投了，以您的为准。</Small>
    </FormFrame>
  )
}
