import { TEXT_MAX, TITLE_MAX } from '@yishiting/domain/speak/limits'
import { Field, TextArea, TextInput } from '@/ui'

export interface WordsFieldsProps {
  title: string
  text: string
  onChange(change: { title?: string; text?: string }): void
}

/** The words themselves first; a title only for who wants one. */
export const WordsFields = ({ title, text, onChange }: WordsFieldsProps) => (
  <>
    <Field label="什么事" hint="可以用键盘上的话筒说话" value={text} max={TEXT_MAX}>
      <TextArea
        id="text"
        label="什么事"
        placeholder="什么事、在哪里、多久了，想到哪说到哪"
        rows={5}
        value={text}
        onChange={(words) => onChange({ text: words })}
      />
    </Field>
    <Field label="标题" optional value={title} max={title ? TITLE_MAX : undefined}>
      <TextInput
        id="title"
        label="标题"
        placeholder="不写就用第一句话"
        value={title}
        onChange={(words) => onChange({ title: words })}
      />
    </Field>
  </>
)
