import Taro from '@tarojs/taro'
import { go, HOME, PAGES } from '@/session/go'
import { Body, Button, Card, PageFrame, Row, Small, Stack, Timeline, Title, View } from '@/ui'

const NEXT = [
  {
    key: 'sort',
    room: 'sort' as const,
    text: '24 小时内，支部接件',
    sub: '3 个工作日内分好：谁来办、什么时候办',
  },
  {
    key: 'act',
    room: 'act' as const,
    text: '要商量的开会商量，能办的直接派人',
    sub: '谁在办、几号前办完，都看得到',
  },
  { key: 'rate', room: 'rate' as const, text: '办完了，请您评一评', sub: '没办好可以说没办好' },
]

interface Props {
  id: string
  receipt: string
  onAgain(): void
}

/** It has arrived: its number, and what happens next. */
export const Receipt = ({ id, receipt, onAgain }: Props) => (
  <PageFrame
    title="收到了"
    actions={
      <Row>
        <Button id="home" kind="plain" grow={1} onPress={() => go(HOME)}>
          回首页
        </Button>
        <Button id="open-matter" grow={1.4} onPress={() => void Taro.redirectTo({ url: PAGES.matter(id) })}>
          看这件事
        </Button>
      </Row>
    }
  >
    <Card>
      <Stack gap={1}>
        <Title>说出来了，收到了 ✓</Title>
        <Small>编号，凭它随时查得到</Small>
        <View id="receipt">
          <Title big>{receipt}</Title>
        </View>
      </Stack>
    </Card>
    <Body strong>接下来</Body>
    <Timeline items={NEXT} />
    <Small>每走一步都会告诉您，在“我的 · 消息”里看。</Small>
    <Button id="again" kind="quiet" onPress={onAgain}>
      再说一件
    </Button>
  </PageFrame>
)
