import Taro, { useRouter } from '@tarojs/taro'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { MEETING_STATES } from '@yishiting/domain/deliberate/meeting'
import {
  useAskPoll,
  useCancelMeeting,
  useChangeMeeting,
  useCheckInOther,
  useDecline,
  useNameTellers,
  useRefer,
  useResolve,
  useSetMotion,
} from '@/api/deliberate'
import { useLeads, useNow } from '@/api/people'
import { leave, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { EmptyState, OfflineBar, PageFrame, toast } from '@/ui'
import { AskForm } from '../../forms/ask-form'
import { ChangeForm } from '../../forms/change-form'
import { DeclineForm } from '../../forms/decline-form'
import { ReferForm } from '../../forms/refer-form'
import { ResolveForm } from '../../forms/resolve-form'
import { TellersForm } from '../../forms/tellers-form'
import { Attendees } from '../../parts/attendees'
import { CancelForm } from '../../parts/cancel-form'
import { Guests } from '../../parts/guests'
import { ModeratorPage } from '../../parts/moderator-page'
import { MotionEditor } from '../../parts/motion-editor'
import { Quorum } from '../../parts/quorum'
import { useFollowedMeeting } from '../../use-followed-meeting'

/** 主持: the whole meeting with one thumb. `?do=` opens one form (resolve, decline, refer, motion, people, cancel). */
export default function Moderate() {
  const { id = '', do: act = '', item = '' } = useRouter().params
  const meeting = useFollowedMeeting(id)
  return (
    <Loaded title="主持" query={meeting}>
      {(data) =>
        // A helper does not moderate, and checks in those without a phone.
        data.can.moderate || data.can.takeOver || (act === 'people' && data.can.checkInOther) ? (
          <Moderating meeting={data} act={act} itemId={item} />
        ) : (
          <PageFrame title="主持">
            <NotModerating meeting={data} />
          </PageFrame>
        )
      }
    </Loaded>
  )
}

function NotModerating({ meeting }: { meeting: MeetingView }) {
  const isOver = meeting.state === 'closed' || meeting.state === 'cancelled'
  return (
    <EmptyState
      title={isOver ? MEETING_STATES[meeting.state] : '主持由支部和居委会来做'}
      text={isOver ? '结果和原因都公布在会议页上。' : '您可以在会议页签到、投票、看结果。'}
      action={{
        text: isOver ? '看结果' : '去会议页',
        onPress: () => void Taro.redirectTo({ url: PAGES.meeting(meeting.id) }),
      }}
    />
  )
}

function Moderating({ meeting, act, itemId }: { meeting: MeetingView; act: string; itemId: string }) {
  const now = useNow()
  const leads = useLeads(act === 'resolve').data?.leads ?? []
  const [resolve, decline, refer] = [useResolve(), useDecline(), useRefer()]
  const [setMotion, checkInOther, cancel] = [useSetMotion(), useCheckInOther(), useCancelMeeting()]
  const [change, tellers, ask] = [useChangeMeeting(), useNameTellers(), useAskPoll()]
  const params = { meetingId: meeting.id }
  const item = meeting.items.find((each) => each.id === itemId)

  const finish = async (answer: Promise<MeetingView | null>, said: string): Promise<void> => {
    if ((await answer) === null) return
    toast(said, 'ok')
    leave(PAGES.moderate(meeting.id))
  }
  if (act === 'people') {
    return (
      <PageFrame title="谁到了" banner={<OfflineBar />}>
        <Quorum meeting={meeting} />
        <Attendees
          people={meeting.attendees}
          onCheckIn={
            meeting.can.checkInOther
              ? (personId) => checkInOther.send({ params, body: { personId } })
              : undefined
          }
        />
        <Guests meeting={meeting} />
      </PageFrame>
    )
  }
  if (act === 'change' && meeting.can.change) {
    return (
      <ChangeForm
        meeting={meeting}
        now={now}
        problem={change.problem?.message ?? null}
        send={(body) => finish(change.send({ params, body }), '改好了，已经告诉大家')}
      />
    )
  }
  if (act === 'tellers') {
    return (
      <TellersForm
        meeting={meeting}
        problem={tellers.problem?.message ?? null}
        send={(personIds) =>
          finish(tellers.send({ params, body: { personIds } }), '请好了，他们的屏幕上可以报数')
        }
      />
    )
  }
  if (act === 'cancel' && meeting.can.cancel) {
    return (
      <CancelForm
        meeting={meeting}
        problem={cancel.problem?.message ?? null}
        send={(body) => finish(cancel.send({ params, body }), '取消了，已经告诉大家')}
      />
    )
  }
  if (item && item.outcome === null) {
    const about = { params: { ...params, itemId: item.id } }
    const form = { meeting, item, now }
    if (act === 'motion') {
      return (
        <PageFrame title="写动议" banner={<OfflineBar />}>
          <MotionEditor
            item={item}
            people={meeting.attendees}
            problem={setMotion.problem?.message}
            onCancel={() => leave(PAGES.moderate(meeting.id))}
            onSave={(body) => finish(setMotion.send({ ...about, body }), '动议写好了')}
          />
        </PageFrame>
      )
    }
    if (act === 'ask') {
      return (
        <AskForm
          {...form}
          problem={ask.problem?.message ?? null}
          send={(body) => finish(ask.send({ ...about, body }), '问出去了')}
        />
      )
    }
    if (act === 'resolve') {
      return (
        <ResolveForm
          {...form}
          leads={leads}
          problem={resolve.problem?.message ?? null}
          send={(body) => finish(resolve.send({ ...about, body }), '形成决议了')}
        />
      )
    }
    if (act === 'decline') {
      return (
        <DeclineForm
          {...form}
          problem={decline.problem?.message ?? null}
          send={(body) => finish(decline.send({ ...about, body }), '记下了')}
        />
      )
    }
    if (act === 'refer') {
      return (
        <ReferForm
          {...form}
          problem={refer.problem?.message ?? null}
          send={(body) => finish(refer.send({ ...about, body }), '转出去了')}
        />
      )
    }
  }
  return <ModeratorPage meeting={meeting} now={now} />
}
