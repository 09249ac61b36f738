import type { ResponseOf } from '@yishiting/domain/contract'
import type { VoteView } from '@yishiting/domain/contract/owners'
import type { Mark } from '@yishiting/domain/owners/ballot'
import { useState } from 'react'
import { useEnterPaper } from '@/api/owners-desk'
import { useErrors } from '@/parts/use-errors'
import { useFormPhotos } from '@/speak/draft/form-photos'
import { Button, Chips, Field, Heading, Notice, PhotoPicker, Switch, TextInput, toast } from '@/ui'
import { byHandOptions } from '../vote-words'
import { MarkField } from './mark-field'
import { newPaper, type Paper, paperBody, paperErrors } from './paper'

export type Saved = ResponseOf<'owners.enterPaper'>

interface PaperFormProps {
  vote: VoteView
  /** What is known before reading: the home, and how it came, for the second reading. */
  start: Pick<Paper, 'unitCode' | 'channel'> | null
  onSaved(saved: Saved, unitCode: string): void
}

/** One paper, read off as it lies there. The same form for the first and the second reading: it knows of no other entry. */
export function PaperForm({ vote, start, onSaved }: PaperFormProps) {
  const ways = byHandOptions(vote.rules.channels)
  const only = ways.length === 1 ? (ways[0]?.value ?? null) : null
  const [paper, setPaper] = useState<Paper>(() => ({ ...newPaper(only), ...start }))
  const photos = useFormPhotos()
  const enter = useEnterPaper()
  const { errors, isFine } = useErrors(paperErrors(paper, vote.items))
  const change = (part: Partial<Paper>) => setPaper((before) => ({ ...before, ...part }))
  const mark = (itemId: string, value: Mark) => change({ marks: { ...paper.marks, [itemId]: value } })

  const save = async () => {
    const { channel } = paper
    if (!isFine() || channel === null) return toast('还有没填的，看看红字', 'late')
    if (photos.notYet) return toast(photos.notYet)
    const saved = await enter.send({
      params: { voteId: vote.id },
      body: paperBody({ ...paper, channel }, photos.ids),
    })
    if (saved) onSaved(saved, paper.unitCode.trim())
  }
  return (
    <>
      <Field label="房号" hint="照纸票上印的写，例如 3-2-501" error={errors.unitCode}>
        <TextInput
          id="paper-unit"
          label="房号"
          value={paper.unitCode}
          onChange={(unitCode) => change({ unitCode })}
        />
      </Field>
      {ways.length > 1 && (
        <Field label="这张票怎么来的？" error={errors.channel}>
          <Chips
            id="paper-channel"
            label="这张票怎么来的？"
            options={ways}
            value={paper.channel}
            onChange={(channel) => change({ channel })}
          />
        </Field>
      )}
      <Heading>纸上怎么写就怎么录</Heading>
      {vote.items.map((item, at) => (
        <MarkField
          key={item.id}
          item={item}
          at={at + 1}
          mark={paper.marks[item.id]}
          error={errors[item.id]}
          onChange={(value) => mark(item.id, value)}
        />
      ))}
      <Switch
        id="paper-unsigned"
        label="没有签名"
        sub="没签名，或者签名不是业主本人的，整张是废票"
        checked={paper.isUnsigned}
        onChange={(isUnsigned) => change({ isUnsigned })}
      />
      <Field label="拍下纸票" hint="对不上时凭照片认定；截止之前谁也看不到" optional>
        <PhotoPicker
          photos={photos.picked}
          onAdd={photos.onAdd}
          onRetry={photos.onRetry}
          onRemove={photos.onRemove}
        />
      </Field>
      {enter.problem && <Notice tone="warn">{enter.problem.message}</Notice>}
      <Button id="paper-save" onPress={save}>
        记下这张票
      </Button>
    </>
  )
}
