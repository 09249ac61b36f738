import type { RightView, VoteView } from '@yishiting/domain/contract/owners'
import { type Instant, speakTime } from '@yishiting/domain/matter/instant'
import { useRevokeMandate } from '@/api/owners'
import { leave, PAGES } from '@/parts/go'
import { Body, Button, Card, confirm, PageFrame, Small, Stack, Title, toast, View } from '@/ui'
import { homesOf } from '../vote/rights'
import './given.scss'

interface GivenPageProps {
  vote: VoteView
  right: RightView
  mandate: NonNullable<RightView['mandate']>
  now: Instant
}

/** A mandate that was given: its code to hand on, or who has it; and taking it back. */
export function GivenPage({ vote, right, mandate, now }: GivenPageProps) {
  const revoke = useRevokeMandate()
  const { state, acceptCode, proxyLabel, itemIds } = mandate
  const takeBack = async () => {
    const sure = await confirm({
      title: '收回委托？',
      text: '受托人投票之前才能收回。收回以后，您自己投，或再写一份。',
      ok: '收回',
      danger: true,
    })
    const params = { voteId: vote.id, mandateId: mandate.id }
    if (sure && (await revoke.send({ params }))) toast('收回了', 'ok')
  }
  const titles = vote.items.filter(({ id }) => itemIds === null || itemIds.includes(id))
  return (
    <PageFrame
      title="委托"
      actions={
        <Button id="mandate-done" onPress={() => leave(PAGES.vote(vote.id))}>
          好了
        </Button>
      }
    >
      <Card>
        <Stack gap={2}>
          {state === 'offered' ? (
            <>
              <Title center>把这六位码告诉受托人</Title>
              <View id="mandate-code" className="mandate-code">
                {acceptCode ?? '······'}
              </View>
              <Body center>
                {acceptCode === null
                  ? '码只给写委托的那一位业主看。'
                  : '他在“别人委托我投”里输入，就能替您投。只告诉他一个人。'}
              </Body>
            </>
          ) : (
            <>
              <Title>{`${proxyLabel} 接受了 ✓`}</Title>
              <Body>他投了，就算您这一户投了。您自己投，以您的为准。</Body>
            </>
          )}
        </Stack>
      </Card>
      <Card tight>
        <Stack gap={1}>
          <Title>{vote.title}</Title>
          <Small>{`${homesOf(right)} 的票`}</Small>
          <Small>
            {itemIds === null ? '全部事项' : `只委托：${titles.map(({ title }) => title).join('、')}`}
          </Small>
          <Small>{`${speakTime(Date.parse(mandate.expiresAt), now)} 之前有效`}</Small>
        </Stack>
      </Card>
      <Button id="mandate-revoke" kind="plain" onPress={takeBack}>
        收回委托
      </Button>
    </PageFrame>
  )
}
