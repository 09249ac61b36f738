import { CAPACITIES, CHANNELS } from '@yishiting/domain/speak/capacities'
import { useState } from 'react'
import { useResidents } from '@/api/people'
import { Card, Cell, Chips, Field, Small, Stack, Switch, TextInput } from '@/ui'
import type { OnBehalf } from '../../../draft/draft'

const capacities = (['helper', 'family', 'guardian'] as const).map((value) => ({
  value,
  label: CAPACITIES[value],
}))
const channels = (['door', 'phone', 'paper', 'meeting'] as const).map((value) => ({
  value,
  label: CHANNELS[value],
}))
const FIRST: OnBehalf = { capacity: 'helper', channel: 'door', reporter: null, reporterName: '' }

interface Props {
  value: OnBehalf | null
  onChange(value: OnBehalf | null): void
}

function WhoseWords({ value, onChange }: { value: OnBehalf; onChange(value: OnBehalf): void }) {
  const [words, setWords] = useState(value.reporter?.name ?? value.reporterName)
  const found = useResidents(value.reporter ? '' : words)
  const residents = found.data?.residents ?? []
  if (value.reporter)
    return (
      <Field label="替谁说">
        <Cell
          id="resident-chosen"
          label={value.reporter.name}
          value={`${value.reporter.room} · 换一位`}
          onPress={() => onChange({ ...value, reporter: null })}
        />
      </Field>
    )
  return (
    <Field label="替谁说" hint="写姓名或房号，从住户里选；不在住户里的，只写姓名也行，不会公开。">
      <Stack gap={2}>
        <TextInput
          id="resident-search"
          label="替谁说"
          placeholder="姓名或房号"
          value={words}
          onChange={(text) => {
            setWords(text)
            onChange({ ...value, reporterName: text })
          }}
        />
        {residents.slice(0, 6).map((resident) => (
          <Cell
            key={resident.id}
            id={`resident-${resident.id}`}
            label={resident.name}
            value={resident.room}
            onPress={() => onChange({ ...value, reporter: resident, reporterName: '' })}
          />
        ))}
        {words.trim() !== '' && found.data && residents.length === 0 && (
          <Small>住户里没有找到，就记这个姓名。</Small>
        )}
      </Stack>
    </Field>
  )
}

/** Somebody without a phone says it; a helper or the branch writes it down, in that capacity and by that way. */
export const OnBehalfFields = ({ value, onChange }: Props) => (
  <Card>
    <Stack gap={4}>
      <Switch
        id="on-behalf"
        label="替别人说"
        sub="老人、不用手机的人，由您代记"
        checked={value !== null}
        onChange={(on) => onChange(on ? FIRST : null)}
      />
      {value && (
        <>
          <WhoseWords value={value} onChange={onChange} />
          <Field label="您是">
            <Chips
              id="capacity"
              label="您是"
              options={capacities}
              value={value.capacity}
              onChange={(capacity) => onChange({ ...value, capacity: capacity ?? value.capacity })}
            />
          </Field>
          <Field label="怎么告诉您的">
            <Chips
              id="channel"
              label="怎么告诉您的"
              options={channels}
              value={value.channel}
              onChange={(channel) => onChange({ ...value, channel: channel ?? value.channel })}
            />
          </Field>
        </>
      )}
    </Stack>
  </Card>
)
