import { go, PAGES } from '@/session/go'
import { Button, Card, Row, Small, Stack, Title, useCare } from '@/ui'

/** The one red thing on the first screen; in care mode the whole of it is the button. */
export function SayCard() {
  const { care } = useCare()
  const say = () => go(PAGES.newMatter())
  if (care)
    return (
      <Card id="raise" tone="brand" label="说一件事" onPress={say}>
        <Stack gap={1}>
          <Title big center>
            说一件事
          </Title>
          <Small center>有编号，24 小时内有人接</Small>
        </Stack>
      </Card>
    )
  return (
    <Card tone="brand">
      <Row between gap={3}>
        <Stack gap={0}>
          <Title big>有事，大家说</Title>
          <Small>有编号，24 小时内有人接</Small>
        </Stack>
        <Button id="raise" onPress={say}>
          说一件事
        </Button>
      </Row>
    </Card>
  )
}
