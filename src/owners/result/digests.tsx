import type { VoteView } from '@yishiting/domain/contract/owners'
import { useDigests } from '@/api/owners'
import { Answer } from '@/parts/loaded'
import { More } from '@/parts/more'
import { Num, Row, Small, Stack, View } from '@/ui'
import { Fold } from '../fold'
import './digests.scss'

function List({ voteId }: { voteId: string }) {
  const digests = useDigests(voteId)
  return (
    <Answer query={digests}>
      {({ pages }) => (
        <Stack gap={2}>
          <Small>
            每张票一行，按收到的先后。您回执上的指纹在哪一行，您的票就在第几号；指纹里看不出选了什么。
          </Small>
          {pages
            .flatMap((page) => page.digests)
            .map(({ position, digest }) => (
              <Row key={position} top>
                <Small strong>
                  <Num>{`${position}`}</Num>
                </Small>
                <View className="digest">{digest}</View>
              </Row>
            ))}
          <More query={digests} end={`一共 ${pages[0]?.total ?? 0} 张`} />
        </Stack>
      )}
    </Answer>
  )
}

/** The digests of all ballots: whoever holds a receipt finds his own, and whoever counts again knows that none was changed. */
export const Digests = ({ vote }: { vote: Pick<VoteView, 'id'> }) => (
  <Fold id="digests" title="全部选票的指纹" aside="一张一行">
    <List voteId={vote.id} />
  </Fold>
)
