import type { MeetingView } from '@yishiting/domain/contract/deliberate'
import { useState } from 'react'
import { useMyPlace, useResidents } from '@/api/people'
import { useSettled } from '@/parts/use-settled'
import { EmptyState, Field, Stack, TextInput } from '@/ui'
import { AttendeeRow } from './attendee-row'

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

/**
 * Who is expected and who is here, and everybody else of the compound by name or room: whoever stands at the door without a
 * phone has seldom said before that he would come, and a helper knows people by what they say at the door.
 */
export function Attendees({ people, onCheckIn }: AttendeesProps) {
  const [wanted, setWanted] = useState('')
  const words = wanted.trim()
  const asked = useSettled(words)
  const maySearch = (useMyPlace()?.can.raiseOnBehalf ?? false) && onCheckIn !== undefined
  const found = useResidents(maySearch ? asked : '')
  const listed = people.filter(({ name, label }) => `${name ?? ''}${label}`.includes(words)).sort(notInFirst)
  const known = new Map(people.map((person) => [person.personId, person]))
  const isListed = new Set(listed.map(({ personId }) => personId))
  const others = words === '' ? [] : (found.data?.residents ?? []).filter(({ id }) => !isListed.has(id))
  const isSearching = maySearch && words !== '' && (found.isFetching || asked !== words)
  return (
    <Stack>
      <Field label="找人" hint={maySearch ? '名单上没有的，写姓名或房号也能找到' : undefined}>
        <TextInput
          id="attendee-search"
          label="找人"
          placeholder="姓名、楼号或房号"
          value={wanted}
          onChange={setWanted}
        />
      </Field>
      {listed.length + others.length === 0 && !isSearching && (
        <EmptyState title="没有找到这个人" text="换个字再找，或看看名单全了没有。" />
      )}
      {listed.map((person) => (
        <AttendeeRow
          key={person.personId}
          personId={person.personId}
          name={person.name ?? person.label}
          sub={[person.name && person.label, person.rsvp && RSVP[person.rsvp]].filter(Boolean).join(' · ')}
          isMember={person.isMember}
          checkedIn={person.checkedIn}
          onCheckIn={onCheckIn}
        />
      ))}
      {others.map(({ id, name, room }) => (
        <AttendeeRow
          key={id}
          personId={id}
          name={name}
          sub={room}
          isMember={known.get(id)?.isMember ?? false}
          checkedIn={known.get(id)?.checkedIn ?? false}
          onCheckIn={onCheckIn}
        />
      ))}
    </Stack>
  )
}
