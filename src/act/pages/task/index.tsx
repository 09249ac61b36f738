import { EmptyState, PageFrame } from '@/ui'

export default function Task() {
  return (
    <PageFrame title="办理">
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
