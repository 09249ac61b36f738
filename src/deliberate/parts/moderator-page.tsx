import type { ItemView, MeetingView } from '@yishiting/domain/contract/deliberate'
import { MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import type { Instant } from '@yishiting/domain/matter/instant'
import { useState } from 'react'
import { useCloseMeeting, useClosePoll, useOpenMeeting, useOpenPoll, useSetMotion } from '@/api/deliberate'
import { go, PAGES } from '@/parts/go'
import { Button, Card, Cell, confirm, OfflineBar, PageFrame, Row, Small, toast } from '@/ui'
import { currentItem, phaseOf, unsettled } from '../item-phase'
import { AgendaItem } from './agenda-item'
import { CheckInCode } from './check-in-code'
import { ItemTabs } from './item-tabs'
import { MeetingHead } from './meeting-head'
import { ModeratedItem } from './moderated-item'
import { MotionEditor } from './motion-editor'
import { Quorum } from './quorum'

/** The meeting in one hand: what is being discussed above, the one next step at the thumb. */
export function ModeratorPage({ meeting, now }: { meeting: MeetingView; now: Instant }) {
  const [chosenId, setChosenId] = useState<string | null>(null)
  const setMotion = useSetMotion()
  const item = meeting.items.find((each) => each.id === chosenId) ?? currentItem(meeting.items)
  const phase = item && phaseOf(item, MEETING_KINDS[meeting.kind].decides)
  const isOpen = meeting.state === 'open'
  const code = meeting.checkInCode
  // Once enough are here the code stands back: latecomers can still be told it.
  const isFull = isOpen && meeting.hasQuorum && meeting.present > 0
  // A motion is saved where it is written, and what was not adopted has two ways on and no main one.
  const hasNext = !isOpen || (phase !== 'motion' && (phase !== 'counted' || item?.adopted === true))
  const open = (act: string, itemId?: string) => go(PAGES.moderate(meeting.id, act, itemId))
  return (
    <PageFrame
      title={`主持 · ${MEETING_KINDS[meeting.kind].name}`}
      banner={<OfflineBar />}
      actions={hasNext && <NextStep meeting={meeting} item={item} onNext={setChosenId} />}
    >
      {!isOpen && <MeetingHead meeting={meeting} now={now} />}
      {code && !isFull && phase !== 'polling' && <CheckInCode code={code} />}
      {isOpen && phase !== 'polling' && (
        <Card>
          <Quorum meeting={meeting} />
        </Card>
      )}
      <Cell
        id="people"
        label={code && isFull ? `签到码 ${code}` : '谁到了'}
        value={`到了 ${meeting.present} 人 · 替人签到`}
        onPress={() => open('people')}
      />
      {isOpen && meeting.items.length > 1 && (
        <>
          <Row between>
            <Small>{`共 ${meeting.items.length} 项`}</Small>
            <Small>{`还有 ${unsettled(meeting.items)} 项没有结果`}</Small>
          </Row>
          <ItemTabs items={meeting.items} value={item?.id ?? ''} onChange={setChosenId} />
        </>
      )}
      {isOpen &&
        !item &&
        meeting.items.map((each) => (
          <AgendaItem key={each.id} item={each} brief onMatter={() => go(PAGES.matter(each.matterId))} />
        ))}
      {isOpen && item && (
        <ModeratedItem
          meeting={meeting}
          item={item}
          onMatter={() => go(PAGES.matter(item.matterId))}
          onEditMotion={() => open('motion', item.id)}
          onOutcome={(outcome) => open(outcome, item.id)}
        />
      )}
      {isOpen && item && phase === 'motion' && (
        <MotionEditor
          key={item.id}
          item={item}
          people={meeting.attendees}
          problem={setMotion.problem?.message}
          onSave={async (body) => {
            const params = { meetingId: meeting.id, itemId: item.id }
            if (await setMotion.send({ params, body })) toast('动议写好了', 'ok')
          }}
        />
      )}
      {meeting.can.cancel && meeting.state === 'noticed' && (
        <Cell id="cancel" label="取消会议" danger onPress={() => open('cancel')} />
      )}
    </PageFrame>
  )
}

interface NextStepProps {
  meeting: MeetingView
  item: ItemView | null
  onNext(itemId: string | null): void
}

/** The one button at the thumb: open, vote, count, resolve, close. */
function NextStep({ meeting, item, onNext }: NextStepProps) {
  const [openMeeting, closeMeeting] = [useOpenMeeting(), useCloseMeeting()]
  const [openPoll, closePoll] = [useOpenPoll(), useClosePoll()]
  const params = { meetingId: meeting.id }
  const about = { params: { ...params, itemId: item?.id ?? '' } }
  const decides = MEETING_KINDS[meeting.kind].decides

  if (meeting.state === 'noticed') {
    return (
      <Button
        id="meeting-open"
        disabled={!meeting.can.open}
        reason="开会前 30 分钟起，可以宣布开会"
        onPress={async () => {
          if (await openMeeting.send({ params })) toast('开会了', 'ok')
        }}
      >
        宣布开会
      </Button>
    )
  }
  const phase = item && phaseOf(item, decides)
  if (!item || phase === 'done' || (!decides && meeting.can.close)) {
    const left = unsettled(meeting.items)
    if (left > 0 && !meeting.can.close) {
      return (
        <Button id="next-item" onPress={() => onNext(null)}>
          下一项
        </Button>
      )
    }
    return (
      <Button
        id="meeting-close"
        onPress={async () => {
          const sure = await confirm({
            title: '散会？',
            text: '每一项都有结果了。散会后不能再改。',
            ok: '散会',
          })
          if (sure && (await closeMeeting.send({ params }))) toast('散会了，结果已经公布', 'ok')
        }}
      >
        散会
      </Button>
    )
  }
  if (phase === 'ready') {
    return (
      <Button
        id="poll-open"
        disabled={!meeting.hasQuorum}
        reason={`到会的议事员不够：要 ${meeting.quorumNeeded} 位，现在 ${meeting.presentMembers} 位`}
        onPress={async () => {
          const sure = await confirm({
            title: '就这条动议表决？',
            text: '开始以后动议不能再改。',
            ok: '开始表决',
          })
          if (sure && (await openPoll.send(about))) toast('开始表决了', 'ok')
        }}
      >
        就动议表决
      </Button>
    )
  }
  if (phase === 'polling') {
    return (
      <Button
        id="poll-close"
        onPress={async () => {
          const sure = await confirm({
            title: '结束表决？',
            text: `已有 ${item.votesCast} 人投了，到会 ${meeting.present} 人。结束后不能再投。`,
            ok: '结束表决',
          })
          if (sure && (await closePoll.send(about))) toast('表决结束，结果出来了', 'ok')
        }}
      >
        结束表决
      </Button>
    )
  }
  if (phase === 'counted' && item.adopted) {
    return (
      <Button id="resolve" onPress={() => go(PAGES.moderate(meeting.id, 'resolve', item.id))}>
        形成决议
      </Button>
    )
  }
  return null
}
