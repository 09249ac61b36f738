import { EmptyState, PageFrame } from '@/ui'

export default function Mine() {
  return (
    <PageFrame title="我的" tab>
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
