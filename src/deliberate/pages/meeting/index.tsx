import { EmptyState, PageFrame } from '@/ui'

export default function Meeting() {
  return (
    <PageFrame title="议事会">
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
