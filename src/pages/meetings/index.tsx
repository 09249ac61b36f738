import { EmptyState, PageFrame } from '@/ui'

export default function Meetings() {
  return (
    <PageFrame title="会议" tab>
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
