import type { TimelineEntry } from '@yishiting/domain/contract/speak'
import { speakTime } from '@yishiting/domain/matter/instant'
import { useState } from 'react'
import { useNow } from '@/api/people'
import { gridPhotos } from '@/api/photo-url'
import { Body, Button, Card, Heading, Stack, Timeline, useCare } from '@/ui'

const SHOWN = 6
const SHOWN_IN_CARE = 3

const Step = ({ title, reason }: { title: string; reason: string }) => (
  <>
    <Body strong>{title}</Body>
    {reason && <Body>{reason}</Body>}
  </>
)

/** 一路走来: every step, newest first, with who, why, and the proofs. */
export function Way({ entries }: { entries: readonly TimelineEntry[] }) {
  const now = useNow()
  const { care } = useCare()
  const [isWhole, setWhole] = useState(false)
  const few = care ? SHOWN_IN_CARE : SHOWN
  const shown = isWhole ? entries : entries.slice(0, few)
  const items = shown.map((entry) => ({
    key: entry.id,
    room: entry.room,
    text: <Step title={entry.title} reason={entry.text} />,
    sub: `${entry.who} · ${speakTime(Date.parse(entry.at), now)}`,
    photos: gridPhotos(entry.photos),
  }))
  return (
    <>
      <Heading aside={`${entries.length} 步`}>一路走来</Heading>
      <Card>
        <Stack>
          <Timeline items={items} />
          {shown.length < entries.length && (
            <Button id="whole-way" kind="quiet" onPress={() => setWhole(true)}>
              {`看全部 ${entries.length} 步`}
            </Button>
          )}
        </Stack>
      </Card>
    </>
  )
}
