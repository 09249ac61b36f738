import type { MyPlace } from '@/api/people'
import { go, PAGES } from '@/session/go'
import { Cell, Heading } from '@/ui'

/** The ways in to one's duties: only those one has. */
export function StaffEntries({ can }: { can: MyPlace['can'] }) {
  const worksOnVotes = can.conveneVote || can.enterPapers || can.ruleConflicts || can.seeDoors
  if (!can.seeQueue && !can.seeTasks && !can.convene && !can.keepRoll && !worksOnVotes) return null
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
      {worksOnVotes && (
        <Cell
          id="vote-desk"
          label="表决工作台"
          value={can.conveneVote ? '发起、上门、公布' : can.enterPapers ? '录票、认定' : '上门单'}
          onPress={() => go(PAGES.voteDesk())}
        />
      )}
      {can.conveneVote && (
        <Cell
          id="vote-draft"
          label="发起业主表决"
          value="业主共同决定的事"
          onPress={() => go(PAGES.voteDraft())}
        />
      )}
      {can.keepRoll && (
        <Cell id="roll" label="业主名册" value="导入、更正" onPress={() => go(PAGES.roll())} />
      )}
    </>
  )
}
