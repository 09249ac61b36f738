import { EmptyState, PageFrame } from '@/ui'

export default function Matters() {
  return (
    <PageFrame title="事项" tab>
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
