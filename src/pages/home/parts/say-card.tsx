import { go, PAGES } from '@/session/go'
import { Button, Card, Row, Small, Stack, Title, useCare } from '@/ui'

/** The one red thing on the first screen. In care mode nothing else stands beside it. */
export function SayCard() {
  const { care } = useCare()
  const say = () => go(PAGES.newMatter())
  return (
    <Card tone="brand">
      {care ? (
        <Stack>
          <Stack gap={0}>
            <Title big>有事，大家说</Title>
            <Small>说了就有编号，24 小时内有人接</Small>
          </Stack>
          <Button id="raise" onPress={say}>
            说一件事
          </Button>
        </Stack>
      ) : (
        <Row between gap={3}>
          <Stack gap={0}>
            <Title big>有事，大家说</Title>
            <Small>说了就有编号，24 小时内有人接</Small>
          </Stack>
          <Button id="raise" onPress={say}>
            说一件事
          </Button>
        </Row>
      )}
    </Card>
  )
}
