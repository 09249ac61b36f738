import { EmptyState, PageFrame } from '@/ui'

export default function NewMatter() {
  return (
    <PageFrame title="说一件事">
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
