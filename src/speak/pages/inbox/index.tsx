import { EmptyState, PageFrame } from '@/ui'

export default function Inbox() {
  return (
    <PageFrame title="消息">
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
