import type { MatterView } from '@yishiting/domain/contract/speak'
import { PHOTOS_MAX, TEXT_MAX } from '@yishiting/domain/speak/limits'
import { useObject, useReopen, useResubmit, useWithdraw } from '@/api/speak'
import { Field, PhotoPicker, toast } from '@/ui'
import { useFormPhotos } from '../../../draft/form-photos'
import { ReasonSheet } from './reason-sheet'

export type SheetName = 'resubmit' | 'withdraw' | 'object' | 'reopen'

interface Props {
  matter: MatterView
  open: SheetName | null
  onClose(): void
}

function Resubmit({ matter, open, onClose }: Props) {
  const resubmit = useResubmit()
  const photos = useFormPhotos()
  return (
    <ReasonSheet
      title="补充后重提"
      hint="补充几句：退回的原因解决了没有，还有什么要说明的"
      ok="重新提交"
      max={TEXT_MAX}
      open={open === 'resubmit'}
      notYet={photos.notYet}
      problem={resubmit.problem?.message}
      onClose={onClose}
      onSend={async (text) => {
        const done = await resubmit.send({
          params: { matterId: matter.id },
          body: { text, photoIds: photos.ids },
        })
        if (done) {
          toast('重新提交了，支部会再看', 'ok')
          onClose()
        }
      }}
    >
      <Field label="照片" optional>
        <PhotoPicker
          id="photo-add"
          photos={photos.picked}
          max={PHOTOS_MAX - matter.photos.length}
          onAdd={photos.onAdd}
          onRetry={photos.onRetry}
          onRemove={photos.onRemove}
        />
      </Field>
    </ReasonSheet>
  )
}

function Withdraw({ matter, open, onClose }: Props) {
  const withdraw = useWithdraw()
  return (
    <ReasonSheet
      title="撤回这件事"
      hint="为什么撤回？别人能看到这句话"
      ok="撤回"
      danger
      open={open === 'withdraw'}
      problem={withdraw.problem?.message}
      onClose={onClose}
      onSend={async (reason) => {
        if (await withdraw.send({ params: { matterId: matter.id }, body: { reason } })) onClose()
      }}
    />
  )
}

function ObjectTo({ matter, open, onClose }: Props) {
  const object = useObject()
  return (
    <ReasonSheet
      title="申请复核"
      hint="为什么不同意？会由另一位来看。只能申请一次"
      ok="申请复核"
      open={open === 'object'}
      problem={object.problem?.message}
      onClose={onClose}
      onSend={async (reason) => {
        if (await object.send({ params: { matterId: matter.id }, body: { reason } })) {
          toast('申请了，由另一位来看', 'ok')
          onClose()
        }
      }}
    />
  )
}

function Reopen({ matter, open, onClose }: Props) {
  const reopen = useReopen()
  return (
    <ReasonSheet
      title="又出现了"
      hint="现在是什么情况？支部会重新处理"
      ok="重新办"
      open={open === 'reopen'}
      problem={reopen.problem?.message}
      onClose={onClose}
      onSend={async (reason) => {
        if (await reopen.send({ params: { matterId: matter.id }, body: { reason } })) {
          toast('重新办了', 'ok')
          onClose()
        }
      }}
    />
  )
}

/** What the one who said it may still do with it; only the open one exists. */
export function ReporterSheets(props: Props) {
  if (props.open === 'resubmit') return <Resubmit {...props} />
  if (props.open === 'withdraw') return <Withdraw {...props} />
  if (props.open === 'object') return <ObjectTo {...props} />
  if (props.open === 'reopen') return <Reopen {...props} />
  return null
}
