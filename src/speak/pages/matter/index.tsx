import { EmptyState, PageFrame } from '@/ui'

export default function Matter() {
  return (
    <PageFrame title="事项">
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
