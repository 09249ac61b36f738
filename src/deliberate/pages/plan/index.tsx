import { EmptyState, PageFrame } from '@/ui'

export default function Plan() {
  return (
    <PageFrame title="筹备会议">
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
