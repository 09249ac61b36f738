import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { useState } from 'react'
import { Body, Button, Card, EmptyState, Field, Row, Small, Stack, Tag, TextInput, View } from '@/ui'

const RSVP = { yes: '说来', no: '说不来' } as const

type Attendee = MeetingView['attendees'][number]

/** Those who are not in yet first: they are the ones to be ticked off. */
const notInFirst = (a: Attendee, b: Attendee): number =>
  Number(a.checkedIn) - Number(b.checkedIn) || Number(b.isMember) - Number(a.isMember)

export interface AttendeesProps {
  people: readonly Attendee[]
  /** Left out for who may only look. */
  onCheckIn?: (personId: string) => Promise<unknown>
}

/** Who is expected and who is here; one tap checks in somebody without a phone. */
export function Attendees({ people, onCheckIn }: AttendeesProps) {
  const [wanted, setWanted] = useState('')
  const shown = people
    .filter(({ name, label }) => `${name ?? ''}${label}`.includes(wanted.trim()))
    .sort(notInFirst)
  return (
    <Stack>
      <Field label="找人">
        <TextInput
          id="attendee-search"
          label="找人"
          placeholder="姓名或楼号"
          value={wanted}
          onChange={setWanted}
        />
      </Field>
      {shown.length === 0 && <EmptyState title="没有找到这个人" text="换个字再找，或看看名单全了没有。" />}
      {shown.map((person) => (
        <Card key={person.personId} tight>
          <Row between>
            <View>
              <Body strong>{person.name ?? person.label}</Body>
              <Row wrap>
                {person.isMember && <Tag tone="deliberate">议事员</Tag>}
                <Small>
                  {[person.name && person.label, person.rsvp && RSVP[person.rsvp]]
                    .filter(Boolean)
                    .join(' · ')}
                </Small>
              </Row>
            </View>
            {person.checkedIn ? (
              <Tag tone="ok">已到 ✓</Tag>
            ) : (
              onCheckIn && (
                <Button
                  id={`here-${person.personId}`}
                  kind="plain"
                  small
                  label={`给${person.name ?? person.label}签到`}
                  onPress={() => onCheckIn(person.personId)}
                >
                  签到
                </Button>
              )
            )}
          </Row>
        </Card>
      ))}
    </Stack>
  )
}
