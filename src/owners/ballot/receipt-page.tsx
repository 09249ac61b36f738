import Taro from '@tarojs/taro'
import type { RightView, VoteView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { CHANNELS } from '@yishiting/domain/owners/ballot'
import { leave, PAGES } from '@/parts/go'
import { Body, Button, Card, PageFrame, Small, Stack, Title, toast, View } from '@/ui'
import { homesOf } from '../vote/rights'
import { shortDigest } from '../vote/rules-part'
import './receipt.scss'

interface ReceiptPageProps {
  vote: VoteView
  right: RightView
  receipt: NonNullable<RightView['receipt']>
  now: Instant
  /** Only while it may be changed. */
  onChange?: () => void
}

/** Taro's own word of success is replaced by a sentence. */
async function copy(code: string): Promise<void> {
  try {
    await Taro.setClipboardData({ data: code })
    toast('抄下来了，可以粘贴', 'ok')
  } catch {
    toast('没抄成，请截图或用笔记下来', 'late')
  }
}

/** What one keeps of a ballot: a code that says it is there, never what it says. */
export const ReceiptPage = ({ vote, right, receipt, now, onChange }: ReceiptPageProps) => (
  <PageFrame
    title="我的回执"
    actions={
      <Button id="receipt-done" onPress={() => leave(PAGES.vote(vote.id))}>
        好了
      </Button>
    }
  >
    <Card>
      <Stack gap={2}>
        <Title center>投好了 ✓ 这是您的回执码</Title>
        <View id="receipt-code" className="receipt-code">
          {receipt.code}
        </View>
        <Body center strong>
          截图留着，截止以后凭它能查到自己的票。
        </Body>
        <Button id="receipt-copy" kind="plain" onPress={() => copy(receipt.code)}>
          复制回执码
        </Button>
      </Stack>
    </Card>
    <Card tight>
      <Stack gap={1}>
        <Title>{vote.title}</Title>
        <Small>{`代表 ${homesOf(right)}，${CHANNELS[receipt.channel]}`}</Small>
        <Small>{`${speakTime(Date.parse(receipt.at), now)} 收到`}</Small>
        <Small>{`指纹 ${shortDigest(receipt.digest)}`}</Small>
      </Stack>
    </Card>
    <Small center>回执上没有您选了什么，给别人看也不要紧。</Small>
    {onChange && (
      <Button id="ballot-change" kind="quiet" onPress={onChange}>
        改这一票
      </Button>
    )}
  </PageFrame>
)
