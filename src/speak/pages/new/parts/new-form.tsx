import { PHOTOS_MAX } from '@yishiting/domain/speak/limits'
import { useEffect, useState } from 'react'
import { useMyPlace } from '@/api/people'
import type { ApiProblem } from '@/api/problem'
import {
  Button,
  Card,
  Cell,
  Field,
  Notice,
  OfflineBar,
  PageFrame,
  PhotoPicker,
  Small,
  Stack,
  Switch,
} from '@/ui'
import { notYet } from '../../../draft/draft'
import { onSentDraft, sendDraft } from '../../../draft/send-draft'
import { changeDraft, changePhoto, readDraft, useDraft } from '../../../draft/store'
import { usePhotoUploads } from '../../../draft/use-photos'
import { Danger } from './danger'
import { OnBehalfFields } from './on-behalf-fields'
import { PlaceFields } from './place-fields'
import { WordsFields } from './words-fields'

interface Props {
  onSent(sent: { id: string; receipt: string }): void
}

/** Sends the draft by the button; hears of it too when the network, coming back, has sent it. */
function useSending(onSent: Props['onSent']) {
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useEffect(() => onSentDraft(onSent), [onSent])
  const submit = async () => {
    setProblem(null)
    const sent = await sendDraft()
    if (!sent.ok) setProblem(sent.problem)
  }
  return { problem, submit }
}

function Waiting({ problem, onEdit }: { problem: ApiProblem | null; onEdit(): void }) {
  const why =
    problem && problem.code !== 'offline' ? `${problem.message}已经` : '没网也能写，有网时再送出：已经'
  return (
    <Notice tone="warn" title="还没送出">
      <Stack gap={2}>
        <Small>{`${why}存在手机里，连上了会自动送出，不会重复。`}</Small>
        <Button id="keep-writing" kind="plain" small onPress={onEdit}>
          先不送，再改改
        </Button>
      </Stack>
    </Notice>
  )
}

/** Words, place, photos; everything is kept in the phone as it is written. */
export function NewForm({ onSent }: Props) {
  const draft = useDraft()
  const place = useMyPlace()
  const { problem, submit } = useSending(onSent)
  const uploads = usePhotoUploads({
    photos: draft.photos,
    add: (photos) => changeDraft({ photos: [...readDraft().photos, ...photos] }),
    change: changePhoto,
    remove: (key) => changeDraft({ photos: readDraft().photos.filter((photo) => photo.key !== key) }),
  })
  const reason = notYet(draft)
  return (
    <PageFrame
      title="说一件事"
      banner={<OfflineBar />}
      actions={
        <Stack gap={2}>
          {draft.isWaiting && <Waiting problem={problem} onEdit={() => changeDraft({})} />}
          {!draft.isWaiting && problem && <Notice tone="warn">{problem.message}</Notice>}
          <Button id="submit" disabled={reason !== null} reason={reason ?? undefined} onPress={submit}>
            {draft.isWaiting ? '现在再送一次' : '说出来'}
          </Button>
        </Stack>
      }
    >
      <Danger />
      <WordsFields title={draft.title} text={draft.text} onChange={changeDraft} />
      <PlaceFields buildingId={draft.buildingId} detail={draft.detail} onChange={changeDraft} />
      <Field label="照片" optional hint="拍下来更清楚；位置等信息会自动去掉。">
        <PhotoPicker
          id="photo-add"
          photos={uploads.picked}
          max={PHOTOS_MAX}
          onAdd={uploads.onAdd}
          onRetry={uploads.onRetry}
          onRemove={uploads.onRemove}
        />
      </Field>
      <Card tight>
        <Switch
          id="private"
          label="只给支部和办事的人看"
          sub="家里的事、得罪人的事，可以不公开"
          checked={draft.isPrivate}
          onChange={(isPrivate) => changeDraft({ isPrivate })}
        />
      </Card>
      {place?.can.raiseOnBehalf && (
        <OnBehalfFields value={draft.onBehalf} onChange={(onBehalf) => changeDraft({ onBehalf })} />
      )}
      {place && !draft.onBehalf && <Cell label="邻居看到的我" value={place.label} />}
    </PageFrame>
  )
}
