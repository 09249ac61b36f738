import { useRouter } from '@tarojs/taro'
import type { ItemView, MeetingView, PollView } from '@yishiting/domain/contract/deliberate'
import { MEETING_KINDS } from '@yishiting/domain/deliberate/meeting'
import { useLiveMeeting } from '@/api/live/use-live-meeting'
import { Loaded } from '@/parts/loaded'
import { Image, ResultBars, useShellWidth, View } from '@/ui'
import { currentItem, openPoll } from '../../item-phase'
import { inMinutes, useSecondsLeft } from '../../parts/speech-timer'
import './index.scss'

/** 大屏: for the hall's television. Read only, nothing to press; what everybody may see and the code to check in with. */
export default function Screen() {
  const { id = '' } = useRouter().params
  const meeting = useLiveMeeting(id, true)
  return (
    <Loaded title="大屏" query={meeting}>
      {(data) => <Television meeting={data} />}
    </Loaded>
  )
}

function Television({ meeting }: { meeting: MeetingView }) {
  useShellWidth('screen')
  const item = currentItem(meeting.items, meeting.currentItemId)
  const poll = openPoll(meeting.items)
  const last = item?.polls.filter(({ result }) => result).at(-1)
  return (
    <View className="screen">
      <View className="screen__head">
        <View>
          <View className="screen__kind">{`${MEETING_KINDS[meeting.kind].name} · ${meeting.chairLabel}主持`}</View>
          <View className="screen__title">{meeting.title}</View>
        </View>
        <View className="screen__presence">
          <View className="screen__figure">{meeting.present}</View>
          <View>{`人到会${meeting.seats > 0 ? ` · 议事员 ${meeting.presentMembers}／${meeting.seats}` : ''}`}</View>
        </View>
      </View>
      {meeting.state !== 'open' ? (
        <Waiting meeting={meeting} />
      ) : (
        <View className="screen__body">
          <View className="screen__main">
            {item && <Point item={item} count={meeting.items.length} />}
            {poll ? <Polling poll={poll} present={meeting.present} /> : last && <Result poll={last} />}
          </View>
          <View className="screen__side">
            <Floor key={meeting.serverNow} meeting={meeting} />
            {meeting.checkInCode && <Code meeting={meeting} />}
          </View>
        </View>
      )}
    </View>
  )
}

function Waiting({ meeting }: { meeting: MeetingView }) {
  return (
    <View className="screen__body">
      <View className="screen__main">
        <View className="screen__question">
          {meeting.state === 'noticed'
            ? '请签到，马上开会'
            : meeting.state === 'closed'
              ? '散会了，谢谢大家'
              : '会议取消了'}
        </View>
        {meeting.items.map((item, index) => (
          <View key={item.id} className="screen__line">{`${index + 1}. ${item.matterTitle}`}</View>
        ))}
      </View>
      {meeting.checkInCode && (
        <View className="screen__side">
          <Code meeting={meeting} />
        </View>
      )}
    </View>
  )
}

const Code = ({ meeting }: { meeting: MeetingView }) => (
  <View className="screen__code">
    <View>扫一扫签到，或输入</View>
    {meeting.checkInPicture && <Image className="screen__qr" src={meeting.checkInPicture} mode="aspectFit" />}
    <View className="screen__digits">{meeting.checkInCode}</View>
  </View>
)

const Point = ({ item, count }: { item: ItemView; count: number }) => (
  <>
    <View className="screen__kind">{`第 ${item.position + 1} 项，共 ${count} 项`}</View>
    <View className="screen__point">{item.matterTitle}</View>
    {item.motion && <View className="screen__motion">{item.motion}</View>}
  </>
)

const Polling = ({ poll, present }: { poll: PollView; present: number }) => (
  <View className="screen__poll">
    <View className="screen__kind">{poll.isSecret ? '正在表决 · 不记名' : '正在表决 · 记名'}</View>
    {poll.about !== 'motion' && <View className="screen__question">{poll.question}</View>}
    <View className="screen__figure">{poll.cast}</View>
    <View>{`人投了${poll.handsMax > 0 ? `，另有 ${poll.handsMax} 人举手` : ''} · 到会 ${present} 人`}</View>
  </View>
)

function Result({ poll }: { poll: PollView }) {
  const { result } = poll
  if (!result) return null
  return (
    <View className="screen__poll">
      <View className="screen__question">{result.words}</View>
      {poll.method !== 'ranking' && (
        <ResultBars
          unit={poll.method === 'scoring' ? '分' : '人'}
          rows={result.lines.map(({ title, count }) => ({ label: title, count }))}
        />
      )}
    </View>
  )
}

function Floor({ meeting }: { meeting: MeetingView }) {
  const left = useSecondsLeft(meeting)
  return (
    <View>
      {meeting.speaking && (
        <View className={left < 0 ? 'screen__speaking screen__speaking--over' : 'screen__speaking'}>
          <View>{`正在发言：${meeting.speaking.label}`}</View>
          <View className="screen__figure">{inMinutes(left)}</View>
        </View>
      )}
      {meeting.queue.slice(0, 5).map((speech, index) => (
        <View key={speech.id} className="screen__line">{`${index + 1}. ${speech.label}`}</View>
      ))}
      {meeting.queue.length > 5 && (
        <View className="screen__line">{`后面还有 ${meeting.queue.length - 5} 位`}</View>
      )}
    </View>
  )
}
