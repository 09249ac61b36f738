import type { BodyOf } from '@yishiting/domain/contract'
import { TEXT_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { FormFrame } from '@/parts/form-frame'
import { useErrors } from '@/parts/use-errors'
import { wordsError } from '@/parts/words-error'
import { useFormPhotos } from '@/speak/draft/form-photos'
import { Field, PhotoPicker, TextArea, toast } from '@/ui'
import { dueWords } from '../task-words'
import type { TaskFormProps } from './form-props'

/** 报进展: one sentence, and photos when there are any. */
export function ProgressForm({ matter, route, now, send, problem }: TaskFormProps<BodyOf<'act.progress'>>) {
  const [text, setText] = useState('')
  const photos = useFormPhotos()
  const { errors, isFine } = useErrors({
    text: wordsError(text, 'text_required', '请写一句办到哪里了。', TEXT_MAX),
  })
  const submit = () => {
    if (!isFine()) return undefined
    if (photos.notYet) return toast(photos.notYet)
    return send({ text, photoIds: photos.ids })
  }
  return (
    <FormFrame
      title="报进展"
      about={{ title: matter.title, text: dueWords(route, now) }}
      main={{ id: 'progress-submit', text: '报上去', onPress: submit }}
      problem={problem}
    >
      <Field label="办到哪里了？" error={errors.text} value={text} max={TEXT_MAX}>
        <TextArea
          id="progress-text"
          label="办到哪里了？"
          placeholder="例如：配件已经订了，后天到货"
          value={text}
          onChange={setText}
        />
      </Field>
      <Field label="照片" optional>
        <PhotoPicker
          photos={photos.picked}
          onAdd={photos.onAdd}
          onRetry={photos.onRetry}
          onRemove={photos.onRemove}
        />
      </Field>
    </FormFrame>
  )
}
