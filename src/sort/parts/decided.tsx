import type { MatterView } from '@yishiting/domain/contract/speak'
import { go, leave, PAGES } from '@/parts/go'
import { Button, Notice, PageFrame, Stack } from '@/ui'
import { MatterBrief } from './matter-brief'

const lastStep = ({ timeline, standing }: MatterView): string => {
  const last = timeline[0]
  return last ? `${last.who}：${last.title}。${standing.line}。` : standing.line
}

/** There is nothing to decide any more, or not for this reader: where it stands now, and the ways on. */
export const Decided = ({
  matter,
  now,
  stale,
}: {
  matter: MatterView
  now: number
  stale: string | null
}) => (
  <PageFrame
    title="理一理"
    actions={
      <Stack gap={2}>
        <Button id="back-to-queue" onPress={() => leave(PAGES.queue())}>
          看下一件
        </Button>
        <Button kind="plain" onPress={() => go(PAGES.matter(matter.id))}>
          看这件事的全程
        </Button>
      </Stack>
    }
  >
    <Notice title="这件事现在不用您来理">{stale ?? lastStep(matter)}</Notice>
    <MatterBrief matter={matter} now={now} />
  </PageFrame>
)
