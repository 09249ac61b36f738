import { go, PAGES } from '@/session/go'
import { useDraft } from '@/speak/draft/store'
import { Button, Card, Row, Small, Stack, Title } from '@/ui'

/** Words begun and not yet sent, so that they are not forgotten. */
export function UnsentCard() {
  const draft = useDraft()
  if (!draft.text && !draft.title) return null
  return (
    <Card>
      <Row between gap={3}>
        <Stack gap={0}>
          <Title clamp={1}>{draft.title || draft.text}</Title>
          <Small>{draft.isWaiting ? '还没送出，有网时自动送' : '写了一半，还没送出'}</Small>
        </Stack>
        <Button id="draft-open" kind="plain" small onPress={() => go(PAGES.newMatter())}>
          接着写
        </Button>
      </Row>
    </Card>
  )
}
