import Taro, { useRouter } from '@tarojs/taro'
import type { ItemView, MeetingView } from '@yishiting/domain/contract/deliberate'
import type { Choice } from '@yishiting/domain/deliberate/meeting'
import { useCheckIn, useRsvp, useVote } from '@/api/deliberate'
import { useNow } from '@/api/people'
import { usePullToRefresh } from '@/api/refetch'
import { go, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { Button, Card, Cell, Heading, Notice, OfflineBar, PageFrame, Row, Stack, toast, useCare } from '@/ui'
import { AgendaItem } from '../../parts/agenda-item'
import { Ballot, VotedCard } from '../../parts/ballot'
import { CheckIn } from '../../parts/check-in'
import { MeetingHead } from '../../parts/meeting-head'
import { Quorum } from '../../parts/quorum'
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

/** Still to be voted on, as far as one can tell. */
const isToCome = ({ poll, outcome }: ItemView): boolean => poll === 'none' && outcome === null

function Attending({ meeting }: { meeting: MeetingView }) {
  const now = useNow()
  const { care } = useCare()
  const rsvp = useRsvp()
  const checkIn = useCheckIn()
  const vote = useVote()
  const params = { meetingId: meeting.id }
  const polled = meeting.items.find((item) => item.poll === 'open')

  const answer = async (going: 'yes' | 'no') => {
    if (await rsvp.send({ params, body: { going } }))
      toast(going === 'yes' ? '记下了，到时候见' : '记下了，这次不来', 'ok')
  }
  const enter = async (code: string) => {
    if (await checkIn.send({ params, body: { code } })) toast('签到了', 'ok')
  }
  const cast = async (itemId: string, choice: Choice) => {
    if (await vote.send({ params: { ...params, itemId }, body: { choice } })) toast('投好了', 'ok')
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
  const voting = polled?.canVote && !polled.voted ? polled : undefined
  return (
    <PageFrame title="会议" banner={<OfflineBar />} actions={rsvpButtons || undefined}>
      {meeting.state === 'cancelled' && (
        <Notice tone="warn" title="这次会议取消了">
          议程上的事会另排会议。
        </Notice>
      )}
      {voting ? (
        <Ballot key={voting.id} item={voting} onVote={(choice) => cast(voting.id, choice)} />
      ) : (
        <>
          <MeetingHead meeting={meeting} now={now} />
          {meeting.can.moderate && meeting.state !== 'cancelled' && meeting.state !== 'closed' && (
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
            <CheckIn online={meeting.online} problem={checkIn.problem?.message ?? null} onCheckIn={enter} />
          )}
          {meeting.state === 'open' && (
            <Card>
              <Stack>
                <Quorum meeting={meeting} />
              </Stack>
            </Card>
          )}
          {polled?.voted && <VotedCard item={polled} />}
          {polled && !polled.voted && meeting.checkedIn && (
            <Notice title={`正在表决：${polled.matterTitle}`}>{polled.whyNotVote}</Notice>
          )}
          {meeting.state === 'open' && meeting.checkedIn && !polled && meeting.items.some(isToCome) && (
            <Notice title="您已经签到">主持人开始表决时，票会出现在这里。</Notice>
          )}
          <Heading aside={`${meeting.items.length} 项`}>议程</Heading>
          {meeting.items.map((item) => (
            <AgendaItem
              key={item.id}
              item={item}
              brief={care && meeting.state === 'noticed'}
              onMatter={() => go(PAGES.matter(item.matterId))}
            />
          ))}
          {meeting.state === 'noticed' && process.env.TARO_ENV === 'weapp' && (
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

/** The phone's own calendar reminds; a reader who refuses it is not asked twice. */
async function remind(meeting: MeetingView): Promise<void> {
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
