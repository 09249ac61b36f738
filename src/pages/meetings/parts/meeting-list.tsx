import { useMeetings, useRsvp } from '@/api/deliberate'
import { useMyPlace, useNow } from '@/api/people'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { MeetingCard } from '@/deliberate/parts/meeting-card'
import { go, PAGES } from '@/parts/go'
import { Answer } from '@/parts/loaded'
import { More } from '@/parts/more'
import { Button, EmptyState, toast } from '@/ui'

interface MeetingListProps {
  when: 'coming' | 'past'
  onPast(): void
}

/** The four meetings: what is coming or what has been, and whether one will be there. */
export function MeetingList({ when, onPast }: MeetingListProps) {
  const meetings = useMeetings(when)
  const rsvp = useRsvp()
  const now = useNow()
  const mayConvene = useMyPlace()?.can.convene ?? false
  useFreshOnShow(meetings)
  usePullToRefresh(meetings)

  const answer = async (meetingId: string, going: 'yes' | 'no') => {
    if (await rsvp.send({ params: { meetingId }, body: { going } }))
      toast(going === 'yes' ? '记下了，到时候见' : '记下了，这次不来', 'ok')
  }
  return (
    <>
      {mayConvene && when === 'coming' && (
        <Button id="convene" kind="plain" icon="plus" onPress={() => go(PAGES.plan())}>
          通知开会
        </Button>
      )}
      <Answer query={meetings}>
        {({ pages }) => {
          const all = pages.flatMap((page) => page.meetings)
          if (all.length === 0) {
            return (
              <EmptyState
                title={when === 'coming' ? '近来没有会' : '还没有开过会'}
                text="要开会时会提前通知，议程和材料都在这里。"
                action={when === 'coming' ? { text: '看看开过的', onPress: onPast } : undefined}
              />
            )
          }
          return (
            <>
              {all.map((meeting) => (
                <MeetingCard
                  key={meeting.id}
                  meeting={meeting}
                  now={now}
                  onOpen={() => go(PAGES.meeting(meeting.id))}
                  onRsvp={meeting.state === 'noticed' ? (going) => answer(meeting.id, going) : undefined}
                />
              ))}
              <More query={meetings} end="就这些了" />
            </>
          )
        }}
      </Answer>
    </>
  )
}
