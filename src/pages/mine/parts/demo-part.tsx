import { DAY, HOUR, MINUTE, spanInWords, speakTime } from '@yishiting/domain/matter/instant'
import { useState } from 'react'
import { useDemoClock, useMoveClock } from '@/api/demo'
import { go, HOME } from '@/session/go'
import { PersonaChooser } from '@/session/persona-chooser'
import { Body, Button, Card, Cell, Heading, Row, Sheet, Small, Stack, toast, useCare } from '@/ui'

const STEPS = [
  { id: 'forward-hour', label: '1 小时', ms: HOUR },
  { id: 'forward-day', label: '1 天', ms: DAY },
  { id: 'forward-3-days', label: '3 天', ms: 3 * DAY },
  { id: 'forward-7-days', label: '7 天', ms: 7 * DAY },
]

const rowsOf = (size: 2 | 4): (typeof STEPS)[] => (size === 4 ? [STEPS] : [STEPS.slice(0, 2), STEPS.slice(2)])

function Clock() {
  const { care } = useCare()
  const clock = useDemoClock(true)
  const move = useMoveClock()
  const forward = async (ms: number) => {
    const answer = await move.forward(ms)
    if (answer) toast(`现在是 ${speakTime(Date.parse(answer.now), Date.parse(answer.now))}`, 'ok')
  }
  const now = clock.data && Date.parse(clock.data.now)
  return (
    <Card>
      <Stack>
        <Stack gap={0}>
          <Body strong>{now ? `演示里现在是 ${speakTime(now, now)}` : '演示时钟'}</Body>
          <Small>
            {clock.data && clock.data.aheadMs > 0
              ? `比真的时间快 ${spanInWords(Math.round(clock.data.aheadMs / MINUTE) * MINUTE)}。`
              : '快进以后，到期的事会真的发生：会开了，期限过了。'}
          </Small>
        </Stack>
        {rowsOf(care ? 2 : 4).map((row) => (
          <Row key={row[0]?.id}>
            {row.map(({ id, label, ms }) => (
              <Button
                key={id}
                id={id}
                kind="plain"
                small
                grow={1}
                label={`快进 ${label}`}
                onPress={() => forward(ms)}
              >
                {label}
              </Button>
            ))}
          </Row>
        ))}
        <Small>只能快进，不能倒退。</Small>
      </Stack>
    </Card>
  )
}

/** Only in demo mode: be somebody else, and move the hall's clock forward. */
export function DemoPart({ name }: { name: string }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Heading>演示</Heading>
      <Cell id="demo-persona" label="演示身份" value={`${name} · 换一位`} onPress={() => setOpen(true)} />
      <Clock />
      <Sheet open={isOpen} title="换一位，看看他眼里的议事厅" onClose={() => setOpen(false)}>
        <PersonaChooser
          onEntered={() => {
            setOpen(false)
            go(HOME)
          }}
        />
      </Sheet>
    </>
  )
}
