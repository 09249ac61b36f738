import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { openRemoteFile } from '@/api/files'
import { go, PAGES } from '@/parts/go'
import { Cell } from '@/ui'

const MINUTES = { none: '', draft: '正在整理', shown: '请到会的人看看', published: '公布了' } as const

/** What else belongs to a meeting, each a page of its own. */
export function MeetingLinks({ meeting }: { meeting: MeetingView }) {
  const { id, kind, state } = meeting
  const gathers = kind === 'talk' || kind === 'deliberation'
  return (
    <>
      {gathers && state !== 'cancelled' && (
        <Cell
          id="opinion"
          label="大家的看法"
          value={meeting.statements > 0 ? `${meeting.statements} 条` : '写一条'}
          onPress={() => go(PAGES.opinion(id))}
        />
      )}
      {kind === 'hearing' && (
        <Cell id="hearing" label="各方、问答、诉求" value="听证" onPress={() => go(PAGES.hearing(id))} />
      )}
      {state !== 'cancelled' && (
        <Cell
          id="submissions"
          label="书面意见"
          value={meeting.can.submit ? '来不了，可以写' : '看看'}
          onPress={() => go(PAGES.submissions(id))}
        />
      )}
      {(meeting.minutes !== 'none' || (state === 'closed' && meeting.can.record)) && (
        <Cell
          id="minutes"
          label="会议纪要"
          value={MINUTES[meeting.minutes] || '起草'}
          onPress={() => go(PAGES.minutes(id))}
        />
      )}
      {state === 'noticed' && meeting.can.record && (
        <Cell
          id="poster"
          label="打印通知，贴到公告栏"
          value="带二维码"
          onPress={() => openRemoteFile('deliberate.poster', { meetingId: id }, `通知-${meeting.title}.docx`)}
        />
      )}
      {process.env.TARO_ENV === 'h5' && (state === 'open' || state === 'noticed') && meeting.can.record && (
        <Cell id="screen" label="投到会场电视" value="大屏" onPress={() => go(PAGES.screen(id))} />
      )}
    </>
  )
}
