import { EmptyState, PageFrame } from '@/ui'

export default function Moderate() {
  return (
    <PageFrame title="主持会议">
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
