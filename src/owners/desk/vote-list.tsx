import { VOTE_STATES } from '@yishiting/domain/owners/vote'
import { useDeskVotes } from '@/api/owners-desk'
import { useMyPlace } from '@/api/people'
import { useFreshOnShow, usePullToRefresh } from '@/api/refetch'
import { go, PAGES } from '@/parts/go'
import { Loaded } from '@/parts/loaded'
import { More } from '@/parts/more'
import { Button, Card, EmptyState, OfflineBar, PageFrame, Row, Small, Stack, Tag, Title } from '@/ui'
import { WideGrid } from '../wide-grid'

/** Every vote there is to work on. */
export function VoteList() {
  const votes = useDeskVotes()
  const mayConvene = useMyPlace()?.can.conveneVote ?? false
  useFreshOnShow(votes)
  usePullToRefresh(votes)
  return (
    <Loaded title="表决工作台" skeleton="card" query={votes}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.votes)
        return (
          <PageFrame
            title="表决工作台"
            wide
            banner={<OfflineBar />}
            actions={
              mayConvene && (
                <Button id="vote-new" onPress={() => go(PAGES.voteDraft())}>
                  发起业主表决
                </Button>
              )
            }
          >
            {all.length === 0 ? (
              <EmptyState title="还没有表决" text="要业主共同决定的事，由业委会发起表决。" />
            ) : (
              <>
                <WideGrid>
                  {all.map((vote) => (
                    <Card
                      key={vote.id}
                      id={`vote-${vote.id}`}
                      label={`${vote.title}，${VOTE_STATES[vote.state]}`}
                      onPress={() => go(PAGES.voteDesk(vote.id))}
                    >
                      <Stack gap={1}>
                        <Row between top>
                          <Title>{vote.title}</Title>
                          <Tag tone={vote.state === 'open' ? 'deliberate' : 'plain'}>
                            {VOTE_STATES[vote.state]}
                          </Tag>
                        </Row>
                        <Small clamp={2}>{vote.itemTitles.join('；')}</Small>
                        <Small>{vote.line}</Small>
                      </Stack>
                    </Card>
                  ))}
                </WideGrid>
                <More query={votes} end="就这些了" />
              </>
            )}
          </PageFrame>
        )
      }}
    </Loaded>
  )
}
