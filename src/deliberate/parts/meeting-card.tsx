import type { MeetingCard as Meeting } from '@yishiting/domain/contract/deliberate'
import { MEETING_KINDS, MEETING_STATES } from '@yishiting/domain/deliberate/meeting'
import { type Instant, inChina, speakTime } from '@yishiting/domain/matter/instant'
import { Body, Button, Card, Icon, Num, Row, Small, Stack, Tag, Title } from '@/ui'

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** “3 月 20 日 19:00 周五” */
export function meetingTime(startsAt: string, now: Instant): string {
  const at = Date.parse(startsAt)
  return `${speakTime(at, now)} ${WEEKDAYS[inChina(at).weekday]}`
}

/** “党群活动室，也可手机参加” */
export const meetingPlace = ({ place, online }: Pick<Meeting, 'place' | 'online'>): string =>
  [place, online && (place ? '也可手机参加' : '手机参加')].filter(Boolean).join('，')

export const StateTag = ({ state }: Pick<Meeting, 'state'>) => (
  <Tag tone={state === 'open' ? 'deliberate' : 'plain'}>{MEETING_STATES[state]}</Tag>
)

export interface MeetingCardProps {
  meeting: Meeting
  now: Instant
  onOpen(): void
  /** Left out where there is nothing to answer any more. */
  onRsvp?: (going: 'yes' | 'no') => Promise<unknown>
}

const ITEMS_SHOWN = 3

/** A meeting on a list: when, where, about what, and the reader's own answer. */
export function MeetingCard({ meeting, now, onOpen, onRsvp }: MeetingCardProps) {
  const { id, title, kind, itemTitles, going, myRsvp } = meeting
  const more = itemTitles.length - ITEMS_SHOWN
  return (
    <Card id={`meeting-${id}`} onPress={onOpen} label={`${title}，${meetingTime(meeting.startsAt, now)}`}>
      <Stack>
        <Stack gap={1}>
          <Row between top>
            <Title>{title || MEETING_KINDS[kind].name}</Title>
            <StateTag state={meeting.state} />
          </Row>
          <Row>
            <Icon name="clock" size="small" />
            <Body strong>{meetingTime(meeting.startsAt, now)}</Body>
          </Row>
          {meetingPlace(meeting) && (
            <Row top>
              <Icon name="place" size="small" />
              <Small>{meetingPlace(meeting)}</Small>
            </Row>
          )}
        </Stack>
        <Stack gap={1}>
          {itemTitles.slice(0, ITEMS_SHOWN).map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an agenda is posted once and keeps its order.
            <Body key={at} clamp={2}>{`${at + 1}. ${item}`}</Body>
          ))}
          {more > 0 && <Small>{`还有 ${more} 项`}</Small>}
        </Stack>
        {onRsvp && (
          <Row>
            <Button
              id={`rsvp-no-${id}`}
              kind="plain"
              icon={myRsvp === 'no' ? 'check' : undefined}
              grow={1}
              onPress={() => onRsvp('no')}
            >
              不参加
            </Button>
            <Button
              id={`rsvp-yes-${id}`}
              kind={myRsvp === 'yes' ? 'plain' : 'primary'}
              icon={myRsvp === 'yes' ? 'check' : undefined}
              grow={1.6}
              onPress={() => onRsvp('yes')}
            >
              我要参加
            </Button>
          </Row>
        )}
        {going > 0 && (
          <Small>
            <Num>{going}</Num> 人说要来
          </Small>
        )}
      </Stack>
    </Card>
  )
}
