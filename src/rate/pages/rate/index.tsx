import { EmptyState, PageFrame } from '@/ui'

export default function Rate() {
  return (
    <PageFrame title="评一评">
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
