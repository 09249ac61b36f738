import { EmptyState, PageFrame } from '@/ui'

export default function Queue() {
  return (
    <PageFrame title="待理的事">
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
