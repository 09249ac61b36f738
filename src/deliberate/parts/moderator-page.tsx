import type { ItemView, MeetingView } from '@yishiting/domain/contract/deliberate'
import { MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import type { Instant } from '@yishiting/domain/matter/instant'
import { useState } from 'react'
import {
  useCloseMeeting,
  useClosePoll,
  useGoToItem,
  useOpenMeeting,
  useOpenPoll,
  useSetMotion,
  useTakeOver,
} from '@/api/deliberate'
import { go, PAGES } from '@/parts/go'
import { Button, Card, Cell, confirm, OfflineBar, PageFrame, Row, Small, toast } from '@/ui'
import { currentItem, openPoll, phaseOf, unsettled } from '../item-phase'
import { AgendaItem } from './agenda-item'
import { CheckInCode } from './check-in-code'
import { FloorMotions } from './floor-motions'
import { ItemTabs } from './item-tabs'
import { MeetingHead } from './meeting-head'
import { MeetingLinks } from './meeting-links'
import { ModeratedItem } from './moderated-item'
import { MotionEditor } from './motion-editor'
import { Quorum } from './quorum'
import { SpeakersDesk } from './speakers-desk'

/** The meeting in one hand: what is being discussed above, the one next step at the thumb. */
export function ModeratorPage({ meeting, now }: { meeting: MeetingView; now: Instant }) {
  const [chosenId, setChosenId] = useState<string | null>(null)
  const setMotion = useSetMotion()
  const goTo = useGoToItem()
  const item =
    meeting.items.find((each) => each.id === chosenId) ?? currentItem(meeting.items, meeting.currentItemId)
  const phase = item && phaseOf(item, MEETING_KINDS[meeting.kind].decides)
  const isOpen = meeting.state === 'open'
  const code = meeting.checkInCode
  // Once enough are here the code stands back: latecomers can still be told it.
  const isFull = isOpen && meeting.hasQuorum && meeting.present > 0
  // A motion is saved where it is written, and what was not adopted has two ways on and no main one.
  const hasNext = !isOpen || (phase !== 'motion' && (phase !== 'counted' || item?.adopted === true))
  const show = (itemId: string | null) => {
    setChosenId(itemId)
    // Everybody's screen goes along; while a question is open it stays.
    if (isOpen && itemId && itemId !== meeting.currentItemId && !openPoll(meeting.items))
      void goTo.send({ params: { meetingId: meeting.id }, body: { itemId } })
  }
  const open = (act: string, itemId?: string) => go(PAGES.moderate(meeting.id, act, itemId))
  return (
    <PageFrame
      title={`主持 · ${MEETING_KINDS[meeting.kind].name}`}
      banner={<OfflineBar />}
      actions={hasNext && <NextStep meeting={meeting} item={item} onNext={show} />}
    >
      {!isOpen && <MeetingHead meeting={meeting} now={now} />}
      {code && (isOpen || meeting.can.open) && !isFull && phase !== 'polling' && (
        <CheckInCode code={code} picture={meeting.checkInPicture} />
      )}
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
          <ItemTabs items={meeting.items} value={item?.id ?? ''} onChange={show} />
        </>
      )}
      {isOpen &&
        !item &&
        meeting.items.map((each) => (
          <AgendaItem
            key={each.id}
            item={each}
            brief
            onMatter={() => each.matterId && go(PAGES.matter(each.matterId))}
          />
        ))}
      {isOpen && item && (
        <ModeratedItem
          meeting={meeting}
          item={item}
          onMatter={() => item.matterId && go(PAGES.matter(item.matterId))}
          onEditMotion={() => open('motion', item.id)}
          onOutcome={(outcome) => open(outcome, item.id)}
        />
      )}
      {isOpen && item && phase !== 'polling' && (
        <>
          <SpeakersDesk meeting={meeting} />
          <FloorMotions meeting={meeting} item={item} />
          <Row>
            <Button id="ask" kind="plain" grow={1} onPress={() => open('ask', item.id)}>
              摸个底
            </Button>
            <Button id="tellers" kind="plain" grow={1} onPress={() => open('tellers')}>
              {meeting.tellerIds.length === 2 ? '计票人 ✓' : '请计票人'}
            </Button>
          </Row>
        </>
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
      {meeting.can.change && (
        <Cell
          id="change"
          label="改时间、地点、说明"
          value="改了什么大家看得到"
          onPress={() => open('change')}
        />
      )}
      <MeetingLinks meeting={meeting} />
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
  const [ask, count] = [useOpenPoll(), useClosePoll()]
  const params = { meetingId: meeting.id }
  const about = { params: { ...params, itemId: item?.id ?? '' }, body: {} }
  const poll = item && openPoll([item])
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
  if (meeting.can.takeOver) return <TakeOver meeting={meeting} />
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
          if (sure && (await ask.send(about))) toast('开始表决了', 'ok')
        }}
      >
        就动议表决
      </Button>
    )
  }
  if (poll) {
    return (
      <Button
        id="poll-close"
        onPress={async () => {
          const sure = await confirm({
            title: '结束表决？',
            text: `已有 ${poll.cast} 人投了，到会 ${meeting.present} 人。结束后不能再投。`,
            ok: '结束表决',
          })
          if (sure && (await count.send({ params: { ...params, pollId: poll.id } })))
            toast('表决结束，结果出来了', 'ok')
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

/** Whoever held the gavel has left: the deputy goes on, and everybody sees who moderates now. */
function TakeOver({ meeting }: { meeting: MeetingView }) {
  const takeOver = useTakeOver()
  return (
    <Button
      id="take-over"
      onPress={async () => {
        const sure = await confirm({
          title: '接过主持？',
          text: `现在是${meeting.chairLabel}在主持。接过来以后，由您来推进会议。`,
          ok: '接过主持',
        })
        if (sure && (await takeOver.send({ params: { meetingId: meeting.id } }))) toast('现在您在主持', 'ok')
      }}
    >
      接过主持
    </Button>
  )
}
