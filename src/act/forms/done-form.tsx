import type { BodyOf } from '@yishiting/domain/contract'
import { TEXT_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { useFormPhotos } from '@/speak/draft/form-photos'
import { confirm, Field, PhotoPicker, Small, TextArea, toast } from '@/ui'
import { dueWords } from '../task-words'
import type { TaskFormProps } from './form-props'

/** 办完了: how it was done, with at least one photo as evidence. */
export function DoneForm({ matter, route, now, send, problem }: TaskFormProps<BodyOf<'act.claimDone'>>) {
  const [text, setText] = useState('')
  const photos = useFormPhotos()
  const { errors, isFine } = useErrors({
    text: wordsError(text, 'evidence_required', '请写明怎么办完的。', TEXT_MAX),
    photos: photos.picked.length > 0 ? undefined : '办完要有凭据，请至少传一张照片。',
  })
  const submit = async () => {
    if (!isFine()) return
    if (photos.notYet) return toast(photos.notYet)
    const sure = await confirm({
      title: '真的办完了吗？',
      text: '明天会请报事的人和邻居来评，说没办好就要返工。',
      ok: '办完了',
    })
    if (sure) await send({ text, photoIds: photos.ids })
  }
  return (
    <FormFrame
      title="办完了"
      about={{ title: matter.title, text: dueWords(route, now) }}
      main={{ id: 'done-submit', text: '办完了，请大家评', onPress: submit }}
      problem={problem}
    >
      <Field label="怎么办完的？" error={errors.text} value={text} max={TEXT_MAX}>
        <TextArea
          id="done-text"
          label="怎么办完的？"
          placeholder="例如：换了两块主板，试了一晚上都能充"
          value={text}
          onChange={setText}
        />
      </Field>
      <Field label="凭据照片" hint="至少一张，大家都看得到" error={errors.photos}>
        <PhotoPicker
          photos={photos.picked}
          onAdd={photos.onAdd}
          onRetry={photos.onRetry}
          onRemove={photos.onRemove}
        />
      </Field>
      <Small>拍办好以后的样子；不要拍到别人的脸和门牌里的东西。</Small>
    </FormFrame>
  )
}
