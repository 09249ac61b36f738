import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useSession } from '@/api/session-store'
import { Gate } from '@/session/gate'
import { OfflineBar, PageFrame } from '@/ui'
import { EditForm } from './parts/edit-form'
import { NewForm } from './parts/new-form'
import { Receipt } from './parts/receipt'

/** Says a new matter, or with ?edit= changes the words of one that nobody has sorted yet. */
export default function NewMatter() {
  const { edit } = useRouter().params
  const [sent, setSent] = useState<{ id: string; receipt: string } | null>(null)
  const isIn = useSession().token !== null
  if (sent) return <Receipt {...sent} onAgain={() => setSent(null)} />
  if (!isIn)
    return (
      <PageFrame title="说一件事" banner={<OfflineBar />}>
        <Gate>{null}</Gate>
      </PageFrame>
    )
  return edit ? <EditForm id={edit} /> : <NewForm onSent={setSent} />
}
