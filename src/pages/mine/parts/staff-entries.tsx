import type { MyPlace } from '@/api/people'
import { go, PAGES } from '@/session/go'
import { Cell, Heading } from '@/ui'

/** The ways in to one's duties: only those one has. */
export function StaffEntries({ can }: { can: MyPlace['can'] }) {
  if (!can.seeQueue && !can.seeTasks && !can.convene) return null
  return (
    <>
      <Heading>我的职责</Heading>
      {can.seeQueue && (
        <Cell id="queue" label="理事台" value="等着分类的事" onPress={() => go(PAGES.queue())} />
      )}
      {can.seeTasks && (
        <Cell id="tasks" label="要办的事" value="派给我的" onPress={() => go(PAGES.tasks())} />
      )}
      {can.convene && (
        <Cell id="plan" label="召集会议" value="定时间、定议程" onPress={() => go(PAGES.plan())} />
      )}
    </>
  )
}
