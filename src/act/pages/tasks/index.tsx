import { EmptyState, PageFrame } from '@/ui'

export default function Tasks() {
  return (
    <PageFrame title="要办的事">
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
