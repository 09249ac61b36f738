import Taro from '@tarojs/taro'
import type { MatterView } from '@yishiting/domain/contract/speak'
import { PHOTOS_MAX } from '@yishiting/domain/speak/limits'
import { useState } from 'react'
import { photoUrl } from '@/api/photo-url'
import { useEdit, useMatter } from '@/api/speak'
import { leave } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { PAGES } from '@/session/go'
import { Button, Field, Notice, OfflineBar, PageFrame, PhotoPicker, Stack, toast } from '@/ui'
import { useFormPhotos } from '../../../draft/form-photos'
import { PlaceFields } from './place-fields'
import { WordsFields } from './words-fields'

function Fields({ matter, onFresh }: { matter: MatterView; onFresh(): void }) {
  const [words, setWords] = useState({
    title: matter.title,
    text: matter.text,
    buildingId: matter.place.buildingId,
    detail: matter.place.detail,
  })
  // The version these words were taken from: a refetch behind the form must not hide that somebody was faster.
  const [version] = useState(matter.version)
  const photos = useFormPhotos(() =>
    matter.photos.map((photo) => ({
      key: photo.id,
      src: photoUrl(photo.thumbUrl),
      id: photo.id,
      error: null,
    })),
  )
  const edit = useEdit()
  const change = (part: Partial<typeof words>) => setWords((now) => ({ ...now, ...part }))
  const reason = words.text.trim() === '' ? '请先写几句。' : photos.notYet
  const save = async () => {
    const { title, text, buildingId, detail } = words
    const answer = await edit.send({
      params: { matterId: matter.id },
      body: { title, text, place: { buildingId, detail }, photoIds: photos.ids },
      ifMatch: version,
    })
    if (!answer) return
    toast('改好了', 'ok')
    leave(PAGES.matter(matter.id))
  }
  return (
    <PageFrame
      title="修改"
      banner={<OfflineBar />}
      actions={
        <Stack gap={2}>
          {edit.problem && (
            <Notice tone="warn">
              {edit.problem.message}
              {edit.problem.code === 'stale_version' && (
                <Button id="see-newest" kind="plain" small onPress={onFresh}>
                  看最新的
                </Button>
              )}
            </Notice>
          )}
          <Button id="submit" disabled={reason !== null} reason={reason ?? undefined} onPress={save}>
            改好了
          </Button>
        </Stack>
      }
    >
      <WordsFields title={words.title} text={words.text} onChange={change} />
      <PlaceFields buildingId={words.buildingId} detail={words.detail} onChange={change} />
      <Field label="照片" optional>
        <PhotoPicker
          id="photo-add"
          photos={photos.picked}
          max={PHOTOS_MAX}
          onAdd={photos.onAdd}
          onRetry={photos.onRetry}
          onRemove={photos.onRemove}
        />
      </Field>
    </PageFrame>
  )
}

/** Changes the words of a matter that nobody has sorted yet. */
export function EditForm({ id }: { id: string }) {
  const matter = useMatter(id)
  return (
    <Loaded title="修改" query={matter}>
      {(data) => <Fields matter={data} onFresh={() => void Taro.redirectTo({ url: PAGES.matter(id) })} />}
    </Loaded>
  )
}
