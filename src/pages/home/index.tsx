import { EmptyState, PageFrame } from '@/ui'

export default function Home() {
  return (
    <PageFrame title="首页" tab>
      <EmptyState title="这里还没有内容" />
    </PageFrame>
  )
}
