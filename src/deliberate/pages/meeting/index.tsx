import Taro, { useRouter } from '@tarojs/taro'
import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import type { PollMarks } from '@yishiting/domain/deliberate/polls/poll'
import { useCheckIn, useRsvp, useTell, useVote } from '@/api/deliberate'
import { openRemoteFile } from '@/api/files'
import { useNow } from '@/api/people'
import { gridPhotos } from '@/api/photo-url'
import { usePullToRefresh } from '@/api/refetch'
import { go, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import {
  Button,
  Card,
  Cell,
  Heading,
  Notice,
  OfflineBar,
  PageFrame,
  PhotoGrid,
  Row,
  Stack,
  toast,
  useCare,
} from '@/ui'
import { currentItem, openPoll } from '../../item-phase'
import { AgendaItem } from '../../parts/agenda-item'
import { Ballot, VotedCard } from '../../parts/ballot'
import { Changes } from '../../parts/changes'
import { CheckIn } from '../../parts/check-in'
import { FloorMotions } from '../../parts/floor-motions'
import { TellCard } from '../../parts/hands'
import { MeetingHead } from '../../parts/meeting-head'
import { MeetingLinks } from '../../parts/meeting-links'
import { Quorum } from '../../parts/quorum'
import { Speakers } from '../../parts/speakers'
import { useFollowedMeeting } from '../../use-followed-meeting'

/** 会议: before it one says whether one comes, during it one checks in and votes, after it one reads what came of it. */
export default function Meeting() {
  const { id = '' } = useRouter().params
  const meeting = useFollowedMeeting(id)
  usePullToRefresh(meeting)
  return (
    <Loaded title="会议" query={meeting}>
      {(data) => <Attending meeting={data} />}
    </Loaded>
  )
}

function Attending({ meeting }: { meeting: MeetingView }) {
  const now = useNow()
  const { care } = useCare()
  const { code = '' } = useRouter().params
  const [rsvp, checkIn, vote, tell] = [useRsvp(), useCheckIn(), useVote(), useTell()]
  const params = { meetingId: meeting.id }
  const poll = openPoll(meeting.items)
  const item = currentItem(meeting.items, meeting.currentItemId)
  const polled = poll && meeting.items.find(({ id }) => id === poll.itemId)
  const hasVoted = poll !== undefined && meeting.votedPolls.includes(poll.id)
  const isOver = meeting.state === 'closed' || meeting.state === 'cancelled'

  const answer = async (going: 'yes' | 'no') => {
    if (await rsvp.send({ params, body: { going } }))
      toast(going === 'yes' ? '记下了，到时候见' : '记下了，这次不来', 'ok')
  }
  const enter = async (given: string) => {
    if (await checkIn.send({ params, body: { code: given } })) toast('签到了', 'ok')
  }
  const cast = async (pollId: string, marks: PollMarks) => {
    const wire = {
      ...marks,
      picks: marks.picks && [...marks.picks],
      ranking: marks.ranking && [...marks.ranking],
    }
    if (await vote.send({ params: { ...params, pollId }, body: { marks: wire } })) toast('投好了', 'ok')
  }
  const rsvpButtons = meeting.can.rsvp &&
    meeting.state === 'noticed' &&
    !meeting.can.checkIn &&
    !meeting.checkedIn && (
      <Row>
        <Button
          id="rsvp-no"
          kind="plain"
          icon={meeting.myRsvp === 'no' ? 'check' : undefined}
          grow={1}
          onPress={() => answer('no')}
        >
          不参加
        </Button>
        <Button
          id="rsvp-yes"
          kind={meeting.myRsvp === 'yes' ? 'plain' : 'primary'}
          icon={meeting.myRsvp === 'yes' ? 'check' : undefined}
          grow={1.6}
          onPress={() => answer('yes')}
        >
          我要参加
        </Button>
      </Row>
    )
  const votes = poll && polled && meeting.can.vote && !hasVoted
  return (
    <PageFrame title="会议" banner={<OfflineBar />} actions={rsvpButtons || undefined}>
      {meeting.state === 'cancelled' && (
        <Notice tone="warn" title="这次会议取消了">
          议程上的事会另排会议。
        </Notice>
      )}
      {votes ? (
        <Ballot key={poll.id} item={polled} poll={poll} onVote={(marks) => cast(poll.id, marks)} />
      ) : (
        <>
          <MeetingHead meeting={meeting} now={now} />
          <Changes meeting={meeting} now={now} />
          {meeting.photos.length > 0 && (
            <>
              <Heading>材料</Heading>
              <PhotoGrid photos={gridPhotos(meeting.photos)} />
            </>
          )}
          {!isOver && (meeting.can.moderate || meeting.can.takeOver) && (
            <Button id="moderate" onPress={() => go(PAGES.moderate(meeting.id))}>
              去主持
            </Button>
          )}
          {meeting.can.checkInOther && !meeting.can.moderate && (
            <Cell
              id="people"
              label="谁到了"
              value={`到了 ${meeting.present} 人 · 替人签到`}
              onPress={() => go(PAGES.moderate(meeting.id, 'people'))}
            />
          )}
          {meeting.can.checkIn && (
            <CheckIn
              online={meeting.online}
              scanned={code}
              problem={checkIn.problem?.message ?? null}
              onCheckIn={enter}
            />
          )}
          {poll && meeting.can.tell && (
            <TellCard
              key={poll.id}
              poll={poll}
              problem={tell.problem?.message ?? null}
              onTell={async (counts) => {
                if (await tell.send({ params: { ...params, pollId: poll.id }, body: { counts } }))
                  toast('报好了', 'ok')
              }}
            />
          )}
          {poll && hasVoted && <VotedCard poll={poll} />}
          {poll && polled && !hasVoted && meeting.checkedIn && (
            <Notice title={`正在表决：${polled.matterTitle}`}>
              {meeting.byHand ? '您登记的是举手表决，请在会场举手。' : meeting.whyNotVote}
            </Notice>
          )}
          {meeting.state === 'open' && item && (
            <>
              <Heading>{`现在议：${item.matterTitle}`}</Heading>
              {meeting.checkedIn && !poll && MEETING_KINDS[meeting.kind].decides && (
                <Notice title="您已经签到">主持人开始表决时，票会出现在这里。</Notice>
              )}
              <Speakers meeting={meeting} itemId={item.id} />
              <FloorMotions meeting={meeting} item={item} />
            </>
          )}
          {meeting.state === 'open' && (
            <Card>
              <Stack>
                <Quorum meeting={meeting} />
              </Stack>
            </Card>
          )}
          <MeetingLinks meeting={meeting} />
          <Heading aside={`${meeting.items.length} 项`}>议程</Heading>
          {meeting.items.map((each) => (
            <AgendaItem
              key={each.id}
              item={each}
              brief={care && meeting.state === 'noticed'}
              onMatter={() => each.matterId && go(PAGES.matter(each.matterId))}
            />
          ))}
          {meeting.state === 'noticed' && (
            <Button kind="plain" icon="calendar" onPress={() => remind(meeting)}>
              记到手机日历
            </Button>
          )}
        </>
      )}
    </PageFrame>
  )
}

const LONGEST_MS = 2 * 60 * 60 * 1000

/** The phone's own calendar reminds; a reader who refuses it is not asked twice. In a browser it is a file for the calendar. */
async function remind(meeting: MeetingView): Promise<void> {
  if (process.env.TARO_ENV !== 'weapp')
    return openRemoteFile('deliberate.calendar', { meetingId: meeting.id }, `${meeting.title}.ics`)
  const start = Date.parse(meeting.startsAt)
  try {
    await Taro.addPhoneCalendar({
      title: meeting.title,
      startTime: Math.floor(start / 1000),
      endTime: String(Math.floor((start + LONGEST_MS) / 1000)),
      location: meeting.place,
    })
    toast('记到日历了', 'ok')
  } catch {
    toast('没有记上，可以自己记一下时间')
  }
}
