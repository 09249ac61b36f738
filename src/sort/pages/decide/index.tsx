import { EmptyState, PageFrame } from '@/ui'

export default function Decide() {
  return (
    <PageFrame title="分类理事">
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
